import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rights of the programs narrowed to what they need, and an end for what people leave behind (art. 5, 25, 32 GDPR). */
export class NarrowerRights1767225600007 implements MigrationInterface {
  readonly name = 'NarrowerRights1767225600007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert on mail, reminder_token from capofila_app;
      revoke update on stream, application, message, numbering from capofila_app;
      grant update (seq, head) on stream to capofila_app;
      grant update (stage, round, ended, overlays, wait, end_on, safe_end, cup, next_moment, seq, call_seq)
        on application to capofila_app;
      grant update (last) on numbering to capofila_app;

      create function manages_people() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
           where h.role = 'secretary' or (b.kind = 'union' and h.role = 'headOfOffice'))
      $$;
      drop policy app_insert on person;
      create policy app_insert on person for insert to capofila_app
        with check (union_id = (select app_union()) and (select manages_people()));

      -- A RUP or a DEC is named for an application of the own body.
      alter table application add constraint application_of_applicant unique (id, applicant_id);
      alter table membership add constraint membership_of_application
        foreign key (application_id, body_id) references application (id, applicant_id);

      -- Numbers of wake-ups never come back: a relay that is late deletes nothing newer than what it sent.
      create sequence wake_upto;
      alter table wake alter column upto set default nextval('wake_upto');
      grant usage on sequence wake_upto to capofila_app, capofila_worker;
    `);
    await runner.query(`
      -- Whoever sets a password anew no longer trusts what was opened with the old one.
      create function revoke_tokens() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update api_token set revoked_at = clock_timestamp() where person_id = new.person_id and revoked_at is null;
          return null;
        end $$;
      create trigger credential_revokes_tokens after insert or update of hash on credential
        for each row execute function revoke_tokens();

      -- Letters to others name people too ("chiama Giulia, 0973 …"), and so do names of files.
      create function erase_mentions() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update mail set subject = '', text_body = '', html_body = ''
           where union_id = old.union_id and (
             position(lower(old.name) in lower(subject || text_body)) > 0
             or position(lower(old.email) in lower(text_body)) > 0
             or (length(old.phone) > 5 and position(old.phone in text_body) > 0));
          update document d set file_name = 'documento'
           where d.union_id = old.union_id and (
             position(lower(old.name) in lower(d.file_name)) > 0
             or exists (select 1 from fact f where f.type = 'document.filed' and f.actor_id = old.id
                         and f.body ->> 'document' = d.id::text));
          return null;
        end $$;
      create trigger person_erases_mentions after update on person for each row
        when (old.pseudonymised_at is null and new.pseudonymised_at is not null)
        execute function erase_mentions();

      -- Secrets and answers past their time; mails, facts and messages are the record and stay.
      create function delete_expired() returns void
        language sql volatile security definer set search_path = public, pg_temp as $$
        delete from session where expires_at < clock_timestamp();
        delete from invitation where expires_at < clock_timestamp() - interval '30 days';
        delete from api_token where least(expires_at, revoked_at) < clock_timestamp() - interval '30 days';
        delete from sign_in_attempt where at < clock_timestamp() - interval '1 day';
        delete from reminder_token where expires_at < app_now() - interval '30 days';
        delete from idempotency where created_at < clock_timestamp() - interval '30 days';
      $$;
      revoke execute on function delete_expired() from public;
      grant execute on function delete_expired() to capofila_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function delete_expired();
      drop trigger person_erases_mentions on person;
      drop trigger credential_revokes_tokens on credential;
      drop function erase_mentions(), revoke_tokens();
      alter table wake alter column upto set default 1;
      drop sequence wake_upto;
      alter table membership drop constraint membership_of_application;
      alter table application drop constraint application_of_applicant;
      drop policy app_insert on person;
      create policy app_insert on person for insert to capofila_app with check (union_id = (select app_union()));
      drop function manages_people();
      grant update on stream, application, message, numbering to capofila_app;
      grant insert on mail, reminder_token to capofila_app;
    `);
  }
}
