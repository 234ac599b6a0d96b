import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the desk reads: an address for each call and application, what lists read of a case, and words of the office that
 * only the office reads. Rows that were written before are looked at again by the worker, which a wake-up asks for.
 */
export class Desk1767225600011 implements MigrationInterface {
  readonly name = 'Desk1767225600011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table call add column slug text;
      alter table application add column slug text, add column glance jsonb not null default '{}';

      create function pg_temp.slug_of(name text) returns text language sql immutable as $$
        select trim(both '-' from regexp_replace(
          lower(translate(name, 'àáâäèéêëìíîïòóôöùúûüçñÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜÇÑ', 'aaaaeeeeiiiioooouuuucnaaaaeeeeiiiioooouuuucn')),
          '[^a-z0-9]+', '-', 'g'))
      $$;
      with named as (
        select c.id, c.union_id, c.number, pg_temp.slug_of(d.body ->> 'shortTitle')
               || to_char(c.launched_at at time zone 'Europe/Rome', '-YYYY') as base
          from call c join definition d on d.id = c.definition_id and d.version = c.definition_version
      ), counted as (
        select id, base, row_number() over (partition by union_id, base order by number) as n from named
      )
      update call c set slug = base || case when n = 1 then '' else '-a' || n end from counted where counted.id = c.id;
      with named as (
        select a.id, a.union_id, a.number, pg_temp.slug_of(b.name) || '-' || c.slug
               || case when a.attempt = 1 then '' else '-' || a.attempt end as base
          from application a join call c on c.id = a.call_id join body b on b.id = a.applicant_id
      ), counted as (
        select id, number, base, row_number() over (partition by union_id, base order by number) as n from named
      )
      update application a set slug = base || case when n = 1 then '' else '-' || split_part(counted.number, '-', -1) end
        from counted where counted.id = a.id;

      alter table call alter column slug set not null, add constraint call_slug unique (union_id, slug);
      alter table application alter column slug set not null, add constraint application_slug unique (union_id, slug);
      grant update (glance) on application to capofila_app;
      insert into wake (workflow, kind, target)
        select 'application/' || id, 'application', id from application
        on conflict (workflow) do update set upto = excluded.upto;

      drop policy app_sight on fact_detail;
      create policy app_sight on fact_detail to capofila_app
        using (${DETAIL} and ((select app_is_office()) or not exists (
          select 1 from fact f where f.id = fact_id and f.body ->> 'officeOnly' = 'true')))
        with check (${DETAIL});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy app_sight on fact_detail;
      create policy app_sight on fact_detail to capofila_app using (${DETAIL}) with check (${DETAIL});
      revoke update (glance) on application from capofila_app;
      alter table application drop column glance, drop column slug;
      alter table call drop column slug;
    `);
  }
}

const DETAIL = 'union_id = (select app_union()) and exists (select 1 from fact f where f.id = fact_id)';
