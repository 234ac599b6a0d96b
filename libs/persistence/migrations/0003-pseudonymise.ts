import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Erasing who a person was (art. 17 GDPR). It needs more than the API's role may do, so it is one function that checks
 * by itself who asks. Facts stay as they are: they carry ids, and what they tell in words is hashed apart.
 */
export class Pseudonymise1767225600003 implements MigrationInterface {
  readonly name = 'Pseudonymise1767225600003';

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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function pseudonymise_person(uuid)');
  }
}
