import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Things are asked of bodies that take part, each of its own (docs/adr/0016): whose people they are, whose papers. */
export class AskedOfABody1767225600110 implements MigrationInterface {
  readonly name = 'AskedOfABody1767225600110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document add column of_body uuid references body (id);

      -- Of which body a thing is asked: the applicant where nobody is named.
      create function asked_body(application uuid, named text) returns uuid
        language sql stable set search_path = public, pg_temp as $$
        select coalesce(named::uuid, (select a.applicant_id from application a where a.id = asked_body.application))
      $$;
      revoke execute on function asked_body(uuid, text) from public;
      grant execute on function asked_body(uuid, text) to capofila_app;

      -- Who takes part moves the case on; only the applicant, or the office, opens it.
      alter policy app_sight on application
        with check (${UNION} and (${OFFICE} or applicant_id in (select app_bodies()) or id in (select app_applications())));

      -- Who takes part sees the papers of all, and adds to its own.
      create policy app_own_papers on document as restrictive for insert to capofila_app
        with check ((select works_for_union()) or asked_body(application_id, of_body::text) in (select app_bodies()));
      create policy app_own_things on fact as restrictive for insert to capofila_app
        with check (type not in ('document.filed', 'approval.answered') or (select works_for_union())
          or asked_body(stream_id, body ->> 'of') in (select app_bodies()));
    `);
    await runner.query(assignmentsOf(TAKING_PART));
    await runner.query(messageOfToken(', of text', ", m.params->>'of'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(messageOfToken('', ''));
    await runner.query(assignmentsOf('b.id = applicant'));
    await runner.query(`
      alter policy app_sight on application
        with check (${UNION} and (${OFFICE} or applicant_id in (select app_bodies())));
      drop policy app_own_things on fact;
      drop policy app_own_papers on document;
      drop function asked_body(uuid, text);
      alter table document drop column of_body;
    `);
  }
}

const UNION = 'union_id = (select app_union())';
const OFFICE = '(select app_is_office())';
const TAKING_PART = `b.id = applicant or exists (
             select 1 from participant taking where taking.application_id = application and taking.body_id = b.id)`;

/** Ids only, so that a decision finds its recipients also where the acting person may not see their names. */
function assignmentsOf(bodies: string): string {
  return `
      create or replace function assignments_of(in_union uuid, applicant uuid, application uuid)
        returns table (person_id uuid, body_id uuid, role text, application_id uuid, from_date date, to_date date,
                       closed boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.person_id, m.body_id, m.role, m.application_id, m.from_date, m.to_date, p.deactivated_at is not null
          from membership m
          join person p on p.id = m.person_id
          join body b on b.id = m.body_id
         where m.union_id = in_union
           and (session_user <> 'capofila_app' or in_union = app_union())
           and (b.kind = 'union' or ${bodies})
           and (m.application_id is null or m.application_id = application)
         order by m.from_date, m.person_id
      $$`;
}

/** A quick answer is about the term or the paper that its e-mail was about, whatever the case asks for by then. */
function messageOfToken(column: string, value: string): string {
  return `
      drop function message_of_token(text);
      create function message_of_token(token_hash text)
        returns table (application_id uuid, person_id uuid, term text, round int, requirement text${column})
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.application_id, t.person_id, m.term->>'id', (m.term->>'round')::int,
               coalesce(m.params->>'requirement', m.params->>'approval', m.params->>'sentBack')${value}
          from reminder_token t join message m on m.id = t.message_id
         where t.hash = token_hash and t.used_at is null and t.expires_at > app_now()
      $$;
      revoke execute on function message_of_token(text) from public;
      grant execute on function message_of_token(text) to capofila_app`;
}
