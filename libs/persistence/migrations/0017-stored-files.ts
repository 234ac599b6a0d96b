import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored files are read once a week: how far that has come, which ones are no longer what was filed, and who heard of it. */
export class StoredFiles1767225600117 implements MigrationInterface {
  readonly name = 'StoredFiles1767225600117';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file_reading (
        union_id uuid primary key references union_ (id),
        -- Of the next step, or of the next reading.
        next_at timestamptz not null,
        -- The file after which a reading goes on; null while none does.
        after text,
        files int not null default 0,
        ended_at timestamptz,
        ended_files int
      );
      create table spoilt_file (
        union_id uuid not null references union_ (id),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        fault text not null check (fault in ('changed', 'lost', 'unreadable')),
        found_at timestamptz not null,
        tell_at timestamptz not null,
        told_at timestamptz,
        healed_at timestamptz,
        primary key (union_id, sha256)
      );
      create index document_by_content on document (union_id, sha256);
    `);
    for (const table of ['file_reading', 'spoilt_file']) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy owner_all on ${table} to capofila_owner using (true) with check (true);
        create policy worker_all on ${table} to capofila_worker using (true) with check (true);
        create policy app_sight on ${table} for select to capofila_app
          using (union_id = (select app_union()) and (select app_is_office()));
        grant select on ${table} to capofila_app;
        grant select, insert, update on ${table} to capofila_worker;
        create trigger ${table}_tells_changed after ${CHANGES[table]} on ${table}
          for each statement execute function tell('changed');
      `);
    }
    await runner.query(`
      alter table wake drop constraint wake_kind_check,
        add constraint wake_kind_check check (kind in ('call', 'application', 'post', 'files'));

      -- Asked also by whom nobody knows: a time and two numbers.
      create function stored_files() returns table (read_at timestamptz, spoilt int)
        language sql stable security definer set search_path = public, pg_temp as $$
        select (select min(coalesce(r.ended_at, '-infinity')) from union_ u left join file_reading r on r.union_id = u.id),
               (select count(distinct sha256)::int from spoilt_file where healed_at is null)
      $$;
      revoke execute on function stored_files() from public;
      grant execute on function stored_files() to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function stored_files();
      delete from wake where kind = 'files';
      alter table wake drop constraint wake_kind_check,
        add constraint wake_kind_check check (kind in ('call', 'application', 'post'));
      drop index document_by_content;
      drop table spoilt_file, file_reading;
    `);
  }
}

/** A reading that goes on shows on no page. */
const CHANGES: Readonly<Record<string, string>> = {
  file_reading: 'update of ended_at',
  spoilt_file: 'insert or update of healed_at',
};
