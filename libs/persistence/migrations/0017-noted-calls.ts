import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Calls that came out and that the office only noted: no stream, no fact, nobody is reminded. Once one is launched it
 * says as which call. The union's people read them, its office writes them.
 */
export class NotedCalls1767225600017 implements MigrationInterface {
  readonly name = 'NotedCalls1767225600017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function works_for_union() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
           where b.kind = 'union' and h.role in ('headOfOffice', 'deskOfficer'))
      $$;
      revoke execute on function works_for_union() from public;
      grant execute on function works_for_union() to capofila_app;

      create table noted_call (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        slug text not null,
        title text not null,
        funder text not null,
        link text not null,
        opening_on date,
        end_on date not null,
        cut_off text not null check (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        -- Where its end is written: article and sentence.
        source text not null,
        version int not null default 1,
        -- By the product's clock, as everything that people read.
        noted_by uuid not null,
        noted_at timestamptz not null,
        changed_by uuid,
        changed_at timestamptz,
        away_by uuid,
        away_at timestamptz,
        away_reason text,
        call_id uuid references call (id),
        check (opening_on <= end_on),
        check (num_nulls(away_by, away_at, away_reason) in (0, 3)),
        unique (union_id, slug),
        foreign key (noted_by, union_id) references person (id, union_id),
        foreign key (changed_by, union_id) references person (id, union_id),
        foreign key (away_by, union_id) references person (id, union_id)
      );
      create unique index noted_call_link on noted_call (union_id, lower(link));
      alter table noted_call enable row level security;
      alter table noted_call force row level security;
      create policy owner_all on noted_call to capofila_owner using (true) with check (true);
      create policy worker_all on noted_call to capofila_worker using (true) with check (true);
      create policy app_sight on noted_call for select to capofila_app
        using (union_id = (select app_union()) and (select app_is_office()));
      create policy app_insert on noted_call for insert to capofila_app
        with check (${OFFICE} and noted_by = (select app_person()));
      create policy app_update on noted_call for update to capofila_app using (${OFFICE}) with check (${OFFICE});
      grant select, insert on noted_call to capofila_app;
      grant update (title, funder, link, opening_on, end_on, cut_off, source, version, changed_by, changed_at,
                    away_by, away_at, away_reason, call_id) on noted_call to capofila_app;
      create trigger noted_call_tells_changed after insert or update on noted_call
        for each statement execute function tell('changed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table noted_call; drop function works_for_union()');
  }
}

const OFFICE = 'union_id = (select app_union()) and (select works_for_union())';
