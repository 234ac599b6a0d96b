import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A begun mail is judged again before each try: it may be written anew, replace what perhaps arrived, or hold nothing any more. */
export class BegunMails1767225600113 implements MigrationInterface {
  readonly name = 'BegunMails1767225600113';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail add column unanswered int not null default 0, add column replaces text,
        add column written_at timestamptz;
      update mail set written_at = created_at, unanswered = case when state = 'sending' then 1 else 0 end;
      alter table mail alter column written_at set not null, drop constraint mail_state_check,
        add constraint mail_state_check check (state in ('sending', 'sent', 'failed', 'dead', 'dropped'));
      -- Whose mail held nothing any more was not written to: the hour is free.
      drop index mail_of_slot;
      create unique index mail_of_slot on mail (person_id, slot) where resent_at is null and state <> 'dropped';
    `);
    await runner.query(postPeople(`l.resent_at is null and l.state <> 'dropped'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(postPeople('l.resent_at is null'));
    await runner.query(`
      update mail set state = 'failed', resent_at = created_at where state = 'dropped';
      drop index mail_of_slot;
      create unique index mail_of_slot on mail (person_id, slot) where resent_at is null;
      alter table mail drop constraint mail_state_check, drop column unanswered, drop column replaces, drop column written_at,
        add constraint mail_state_check check (state in ('sending', 'sent', 'failed', 'dead'));
    `);
  }
}

/** When people are written to, by what they are over all bodies: as it was made by PostPeople, but for which mails use up an hour. */
function postPeople(countedMails: string): string {
  return `
      create or replace function post_people(asked uuid[]) returns jsonb
        language sql stable security definer set search_path = public, pg_temp as $$
        with recursive own (id, union_id) as (
          select p.id, p.union_id from person p
           where p.id = any (asked) and (session_user <> 'capofila_app' or p.union_id = app_union())
          union
          -- Whoever stands in for somebody has what that one is, while it lasts.
          select p.id, p.union_id from absence a join own on a.substitute_id = own.id join person p on p.id = a.person_id
        ), held as (
          select distinct m.body_id, m.role from membership m join own on own.id = m.person_id
        ), memberships as (
          -- All who hold the same roles: a mandate goes on until somebody else takes it.
          select m.*, p.deactivated_at is not null as closed
            from held join membership m on m.body_id = held.body_id and m.role = held.role
            join person p on p.id = m.person_id
        )
        select jsonb_build_object(
          'memberships', (select coalesce(jsonb_agg(jsonb_build_object('person', m.person_id, 'body', m.body_id, 'role', m.role,
              'application', m.application_id, 'from', m.from_date, 'to', m.to_date, 'closed', m.closed)
              order by m.from_date, m.person_id), '[]') from memberships m),
          'absences', (select coalesce(jsonb_agg(jsonb_build_object('person', a.person_id, 'from', a.from_date,
              'to', a.to_date, 'substitute', a.substitute_id) order by a.person_id, a.from_date), '[]')
              from absence a join own on own.id = a.substitute_id join person p on p.id = a.person_id
             where p.deactivated_at is null),
          'bodies', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'patronDay', b.patron_day,
              'periods', b.closed_periods)), '[]') from body b where b.id in (select body_id from held)),
          'people', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'confirmations', coalesce(
              (select w.confirmations from mail_preference w where w.person_id = p.id), true),
              'used', (select coalesce(jsonb_agg(l.slot), '[]') from mail l where l.person_id = p.id and ${countedMails}
                         and l.created_at > app_now() - interval '2 days'))), '[]')
              from person p where p.id in (select id from own) and p.email is not null and p.deactivated_at is null))
      $$;`;
}
