import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The product's clock, and the registry of the union: bodies, residents, agreements, each with its source. */
export class Registry1767225600101 implements MigrationInterface {
  readonly name = 'Registry1767225600101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Seconds by which the product's clock is ahead of the real one: 0 but in a demo. One row for the installation.
      create table clock_offset (
        only_row boolean primary key default true check (only_row),
        seconds bigint not null default 0
      );
      insert into clock_offset default values;

      create function app_now() returns timestamptz
        language sql stable security definer set search_path = public, pg_temp as $$
        select now() + make_interval(secs => seconds) from clock_offset
      $$;

      create function app_today() returns date
        language sql stable security definer set search_path = public, pg_temp as $$
        select (app_now() at time zone 'Europe/Rome')::date
      $$;
    `);
    await runner.query(`
      create table union_ (
        id uuid primary key,
        ipa text not null unique,
        name text not null
      );

      -- Keys carry the union, so no row can point into another one.
      create table body (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        kind text not null check (kind in ('union', 'comune', 'other')),
        ipa text not null,
        istat text check (istat ~ '^[0-9]{6}$'),
        name text not null,
        -- Not a holiday for terms (Cass. 17079/2007): the office is closed, so reminders go earlier.
        patron_day text check (patron_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
        patron_day_source text,
        closed_periods jsonb not null default
          '[{"from": "08-10", "to": "08-20"}, {"from": "12-24", "to": "01-06"}]',
        unique (union_id, ipa),
        unique (union_id, istat),
        unique (id, union_id)
      );
      create unique index body_of_union on body (union_id) where kind = 'union';

      -- Residents move and each call names its own date; of two sources for a date both stay.
      create table residents (
        body_id uuid not null,
        union_id uuid not null,
        on_date date not null,
        count int not null check (count >= 0),
        source text not null,
        confirmed boolean not null,
        primary key (body_id, on_date, source),
        foreign key (body_id, union_id) references body (id, union_id)
      );

      -- Which function a comune has entrusted to the union, and for how long.
      create table agreement (
        body_id uuid not null,
        union_id uuid not null,
        function text not null,
        from_date date not null,
        to_date date check (to_date >= from_date),
        source text not null,
        confirmed boolean not null,
        primary key (body_id, function, from_date),
        foreign key (body_id, union_id) references body (id, union_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table agreement, residents, body, union_;
      drop function app_today(), app_now();
      drop table clock_offset;
    `);
  }
}
