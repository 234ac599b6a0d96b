import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The secret address under which a person's calendar program reads their terms: one for a person, kept as a hash. It
 * reads and nothing else, so a new password leaves it alone; an account that is closed or erased takes it along.
 */
export class Calendars1767225600014 implements MigrationInterface {
  readonly name = 'Calendars1767225600014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar (
        person_id uuid primary key,
        union_id uuid not null,
        hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
        -- By the product's clock, as everything that people read.
        created_at timestamptz not null,
        foreign key (person_id, union_id) references person (id, union_id)
      );
      alter table calendar enable row level security;
      alter table calendar force row level security;
      create policy owner_all on calendar to capofila_owner using (true) with check (true);
      create policy worker_all on calendar to capofila_worker using (true) with check (true);
      create policy app_own on calendar to capofila_app
        using (union_id = (select app_union()) and person_id = (select app_person()));
      grant select (person_id, union_id, created_at), insert, delete on calendar to capofila_app;

      create function person_of_calendar(secret_hash text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select c.person_id from calendar c join person p on p.id = c.person_id and p.deactivated_at is null
         where c.hash = secret_hash
      $$;
      revoke execute on function person_of_calendar(text) from public;
      grant execute on function person_of_calendar(text) to capofila_app;

      -- Opened again, an account has no keys; whoever is erased was closed before or at once.
      create function forget_calendar() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from calendar where person_id = new.id;
          return null;
        end $$;
      create trigger person_forgets_calendar after update of deactivated_at on person for each row
        when (old.deactivated_at is null and new.deactivated_at is not null)
        execute function forget_calendar();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger person_forgets_calendar on person;
      drop function forget_calendar(), person_of_calendar(text);
      drop table calendar;
    `);
  }
}
