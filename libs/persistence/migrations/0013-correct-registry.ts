import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The head of office brings the registry up to date, and what stood there before is kept; an e-mail address that was
 * wrong is corrected without opening the account to whoever has the old one.
 */
export class CorrectRegistry1767225600013 implements MigrationInterface {
  readonly name = 'CorrectRegistry1767225600013';

  async up(runner: QueryRunner): Promise<void> {
    const head = 'union_id = (select app_union()) and (select manages_people_of(null))';
    await runner.query(`
      alter table body add column patron_day_source text;

      create table registry_change (
        id uuid primary key,
        union_id uuid not null,
        body_id uuid not null,
        part text not null check (part in ('residents', 'agreements', 'patronDay', 'closedPeriods')),
        before jsonb not null,
        after jsonb not null,
        changed_by uuid not null,
        -- By the product's clock, as everything that people read.
        changed_at timestamptz not null,
        foreign key (body_id, union_id) references body (id, union_id),
        foreign key (changed_by, union_id) references person (id, union_id)
      );
      create index registry_change_of_body on registry_change (body_id, part, changed_at);
      alter table registry_change enable row level security;
      alter table registry_change force row level security;
      create policy owner_all on registry_change to capofila_owner using (true) with check (true);
      create policy worker_all on registry_change to capofila_worker using (true) with check (true);
      create policy app_sight on registry_change for select to capofila_app using (union_id = (select app_union()));
      create policy app_insert on registry_change for insert to capofila_app
        with check (${head} and changed_by = (select app_person()));
      grant select, insert on registry_change to capofila_app;

      create policy app_update on body for update to capofila_app using (${head}) with check (${head});
      grant update (patron_day, patron_day_source, closed_periods) on body to capofila_app;
    `);
    for (const table of ['residents', 'agreement']) {
      await runner.query(`
        create policy app_insert on ${table} for insert to capofila_app with check (${head});
        create policy app_delete on ${table} for delete to capofila_app using (${head});
        grant insert, delete on ${table} to capofila_app;
      `);
    }
    await runner.query(`
      -- What was mailed to the address that was wrong opens nothing any more.
      create function forget_old_address() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from sign_in_code where person_id = new.id;
          update invitation set used_at = clock_timestamp() where person_id = new.id and used_at is null;
          return null;
        end $$;
      create trigger person_forgets_old_address after update of email on person for each row
        when (old.email is distinct from new.email and new.pseudonymised_at is null)
        execute function forget_old_address();

      -- People change their own telephone, and nothing else about themselves.
      create function set_own_phone(wanted text) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if app_union() is null then
            raise exception 'nobody is signed in' using errcode = 'insufficient_privilege';
          end if;
          update person set phone = wanted where id = app_person();
        end $$;
      revoke execute on function set_own_phone(text) from public;
      grant execute on function set_own_phone(text) to capofila_app;

      create trigger registry_change_tells_changed after insert on registry_change
        for each statement execute function tell('changed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger person_forgets_old_address on person;
      drop function forget_old_address(), set_own_phone(text);
      drop table registry_change;
      revoke update (patron_day, patron_day_source, closed_periods) on body from capofila_app;
      drop policy app_update on body;
      alter table body drop column patron_day_source;
    `);
    for (const table of ['residents', 'agreement']) {
      await runner.query(`
        revoke insert, delete on ${table} from capofila_app;
        drop policy app_insert on ${table};
        drop policy app_delete on ${table};
      `);
    }
  }
}
