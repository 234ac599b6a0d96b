import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided to be told, what was sent, which mails a person does without, and the keys of quick answers. */
export class Post1767225600105 implements MigrationInterface {
  readonly name = 'Post1767225600105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        message_id text not null unique,
        person_id uuid not null references person (id),
        slot text not null,
        to_address text not null,
        subject text not null,
        text_body text not null,
        html_body text not null,
        state text not null check (state in ('sending', 'sent', 'failed', 'dead')),
        attempts int not null default 0,
        smtp_code int,
        created_at timestamptz not null,
        sent_at timestamptz,
        resent_at timestamptz,
        resent_by uuid references person (id)
      );
      -- A mail that did not arrive may go again as a new one, with the same messages: its slot is free then.
      create unique index mail_of_slot on mail (person_id, slot) where resent_at is null;

      create table message (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        key text not null unique,
        kind text not null,
        person_id uuid not null references person (id),
        application_id uuid not null references application (id),
        deliver_at timestamptz not null,
        digest boolean not null,
        term jsonb,
        step text,
        tone int,
        params jsonb not null,
        decided_at timestamptz not null,
        state text not null check (state in ('pending', 'sent', 'skipped', 'failed')),
        why text,
        mail_id uuid references mail (id)
      );
      create index message_due on message (person_id, deliver_at) where state = 'pending';
      create index message_of_application on message (application_id);
      create index message_in_order on message (union_id, deliver_at, id);

      create table reminder_token (
        hash text primary key,
        union_id uuid not null references union_ (id),
        message_id uuid not null references message (id),
        person_id uuid not null references person (id),
        expires_at timestamptz not null,
        used_at timestamptz
      );

      -- No row: the person receives everything.
      create table mail_preference (
        person_id uuid primary key,
        union_id uuid not null,
        confirmations boolean not null,
        foreign key (person_id, union_id) references person (id, union_id)
      );
    `);
    await runner.query(`
      -- A quick answer is about the term or the paper that its e-mail was about, whatever the case asks for by then.
      create function message_of_token(token_hash text)
        returns table (application_id uuid, person_id uuid, term text, round int, requirement text)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.application_id, t.person_id, m.term->>'id', (m.term->>'round')::int,
               coalesce(m.params->>'requirement', m.params->>'approval', m.params->>'sentBack')
          from reminder_token t join message m on m.id = t.message_id
         where t.hash = token_hash and t.used_at is null and t.expires_at > app_now()
      $$;
      create function use_reminder_token(token_hash text) returns table (application_id uuid, person_id uuid)
        language sql volatile security definer set search_path = public, pg_temp as $$
        update reminder_token t set used_at = app_now() from message m
         where t.hash = token_hash and t.used_at is null and t.expires_at > app_now() and m.id = t.message_id
        returning m.application_id, t.person_id
      $$;

      -- Only the office, and only what failed; the programs' right to change messages stays narrow.
      create function resend_mail(target uuid, again uuid[], dropped uuid[], because text) returns boolean
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          update mail set resent_at = app_now(), resent_by = app_person()
           where id = target and union_id = app_union() and state in ('failed', 'dead') and resent_at is null
             and exists (
               select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
                where b.kind = 'union' and h.role in ('headOfOffice', 'deskOfficer'));
          if not found then
            return false;
          end if;
          update message set state = 'pending', why = null, mail_id = null
           where id = any (again) and mail_id = target and state = 'failed';
          update message set state = 'skipped', why = because
           where id = any (dropped) and mail_id = target and state = 'failed';
          return true;
        end $$;

      -- What comes next over all streams: \`capofila clock --until-next\` goes there. It tells a time and nothing else.
      create function demo_next_moment(after timestamptz) returns timestamptz
        language sql stable security definer set search_path = public, pg_temp as $$
        select least(
          (select min(next_moment) from application where next_moment > after and not ended),
          (select min(deliver_at) from message where state = 'pending' and deliver_at > after))
      $$;

      revoke execute on function message_of_token(text), use_reminder_token(text),
        resend_mail(uuid, uuid[], uuid[], text), demo_next_moment(timestamptz) from public;
      grant execute on function message_of_token(text), use_reminder_token(text),
        resend_mail(uuid, uuid[], uuid[], text), demo_next_moment(timestamptz) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function demo_next_moment(timestamptz), resend_mail(uuid, uuid[], uuid[], text), use_reminder_token(text),
        message_of_token(text);
      drop table mail_preference, reminder_token, message, mail;
    `);
  }
}
