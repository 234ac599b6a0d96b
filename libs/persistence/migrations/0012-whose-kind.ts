import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose a kind of call is: the product's, which `capofila install` loads, or the union's whose office loaded it first.
 * Another version under its id comes from there too, since cases and limits are counted by the id.
 */
export class WhoseKind1767225600112 implements MigrationInterface {
  readonly name = 'WhoseKind1767225600112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: the product's.
      alter table definition add column union_id uuid references union_ (id);
      update definition d set union_id = (
        select p.union_id from edition e join person p on p.id = e.loaded_by
         where e.kind_id = d.id and e.kind_version = d.version order by e.loaded_at, e.id limit 1);
      alter table definition alter column union_id set default app_union();

      create function kind_is_of_others(kind text) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from definition where id = kind and union_id is distinct from app_union())
      $$;

      alter table definition enable row level security;
      alter table definition force row level security;
      create policy owner_all on definition to capofila_owner using (true) with check (true);
      create policy worker_all on definition to capofila_worker using (true) with check (true);
      create policy app_sight on definition for select to capofila_app using (true);
      create policy app_insert on definition for insert to capofila_app
        with check (union_id = (select app_union()) and (select works_for_union()) and not kind_is_of_others(id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy app_insert on definition;
      drop policy app_sight on definition;
      drop policy worker_all on definition;
      drop policy owner_all on definition;
      alter table definition no force row level security;
      alter table definition disable row level security;
      drop function kind_is_of_others(text);
      alter table definition drop column union_id;
    `);
  }
}
