import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Erasing who a person was (art. 17 GDPR), and an end for what people leave behind (art. 5, 25, 32). It needs more than
 * the programs' roles may do, so the functions check by themselves who asks. Facts stay as they are: they carry ids, and
 * what they tell in words is hashed apart.
 */
export class Erasure1767225600106 implements MigrationInterface {
  readonly name = 'Erasure1767225600106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function pseudonymise_person(target uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare old person;
        begin
          if not manages_people_of(null) then
            raise exception 'only the head of office erases people' using errcode = 'insufficient_privilege';
          end if;
          select * into old from person p where p.id = target and p.union_id = app_union() for update;
          if old.id is null then return false; end if;
          delete from credential where person_id = target;
          delete from session where person_id = target;
          delete from api_token where person_id = target;
          delete from invitation where person_id = target;
          delete from capability where person_id = target;
          delete from reminder_token where person_id = target;
          delete from idempotency where person_id = target;
          -- Letters greet people by name.
          update mail set to_address = '', subject = '', text_body = '', html_body = '' where person_id = target;
          -- Words on record that come from the person, or that name the person.
          delete from fact_detail d using fact f
           where f.id = d.fact_id and d.union_id = old.union_id and (
             f.actor_id = target
             or position(target::text in d.detail::text) > 0
             or (old.pseudonymised_at is null and position(lower(old.name) in lower(d.detail::text)) > 0)
             or position(lower(old.email) in lower(d.detail::text)) > 0);
          update person
             set name = 'Persona ' || right(target::text, 6), email = null, phone = null,
                 deactivated_at = coalesce(deactivated_at, clock_timestamp()),
                 pseudonymised_at = coalesce(pseudonymised_at, clock_timestamp())
           where id = target;
          return true;
        end $$;
      revoke execute on function pseudonymise_person(uuid) from public;
      grant execute on function pseudonymise_person(uuid) to capofila_app;

      create function forget_sign_in() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from sign_in_code where person_id = new.id;
          delete from mail_preference where person_id = new.id;
          new.accepted_at := null;
          new.last_sign_in_at := null;
          return new;
        end $$;
      create trigger person_forgets_sign_in before update on person for each row
        when (old.pseudonymised_at is null and new.pseudonymised_at is not null)
        execute function forget_sign_in();

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
        delete from sign_in_code where expires_at < clock_timestamp();
      $$;
      revoke execute on function delete_expired() from public;
      grant execute on function delete_expired() to capofila_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function delete_expired();
      drop trigger person_erases_mentions on person;
      drop trigger person_forgets_sign_in on person;
      drop function erase_mentions(), forget_sign_in(), pseudonymise_person(uuid);
    `);
  }
}
