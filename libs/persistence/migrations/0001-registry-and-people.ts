import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of the registry (union, bodies, residents, agreements), of people (memberships, absences, capabilities) and
 * of sign-in (credentials, invitations, sessions, tokens). Keys carry the union, so no row can point into another one.
 * Who may see what follows in the next migration.
 */
export class RegistryAndPeople1767225600000 implements MigrationInterface {
  readonly name = 'RegistryAndPeople1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Seconds by which the product's clock is ahead of the real one: 0 but in a demo. One row for the installation.
      create table clock_offset (
        only_row boolean primary key default true check (only_row),
        seconds bigint not null default 0
      );
      insert into clock_offset default values;

      create table union_ (
        id uuid primary key,
        ipa text not null unique,
        name text not null
      );

      create table body (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        kind text not null check (kind in ('union', 'comune', 'other')),
        ipa text not null,
        istat text check (istat ~ '^[0-9]{6}$'),
        name text not null,
        -- Not a holiday for terms (Cass. 17079/2007): the office is closed, so reminders go earlier.
        patron_day text check (patron_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
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

      create table person (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        name text not null check (name <> ''),
        email text check (email = lower(email)),
        phone text,
        deactivated_at timestamptz,
        pseudonymised_at timestamptz,
        unique (id, union_id),
        check (pseudonymised_at is null or (email is null and phone is null and deactivated_at is not null))
      );
      -- One account for an address in the whole installation: sign-in has nothing else to tell unions apart.
      create unique index person_email on person (email);

      create table membership (
        id uuid primary key,
        union_id uuid not null,
        person_id uuid not null,
        body_id uuid not null,
        role text not null check (role in ('unionPresident', 'headOfOffice', 'deskOfficer', 'auditor',
          'legalRepresentative', 'secretary', 'referent', 'accounts', 'protocolClerk', 'rup', 'dec')),
        application_id uuid check (application_id is null or role in ('rup', 'dec')),
        from_date date not null,
        to_date date check (to_date >= from_date),
        foreign key (person_id, union_id) references person (id, union_id),
        foreign key (body_id, union_id) references body (id, union_id),
        unique nulls not distinct (person_id, body_id, role, application_id, from_date)
      );
      create index membership_of_body on membership (body_id, role);

      create table absence (
        person_id uuid not null,
        union_id uuid not null,
        from_date date not null,
        to_date date not null check (to_date >= from_date),
        substitute_id uuid check (substitute_id <> person_id),
        primary key (person_id, from_date),
        foreign key (person_id, union_id) references person (id, union_id),
        foreign key (substitute_id, union_id) references person (id, union_id)
      );
      create index absence_of_substitute on absence (substitute_id);

      create table capability (
        person_id uuid not null,
        union_id uuid not null,
        kind text not null check (kind in ('digitalSignature', 'sistemaCup', 'platformUser')),
        expires_on date,
        primary key (person_id, kind),
        foreign key (person_id, union_id) references person (id, union_id)
      );

      create table credential (
        person_id uuid primary key,
        union_id uuid not null,
        hash text not null check (hash like '$argon2id$%'),
        set_at timestamptz not null default clock_timestamp(),
        foreign key (person_id, union_id) references person (id, union_id)
      );

      -- Of a secret handed out (invitation, session, token) only its SHA-256 in hexadecimal is kept.
      create table invitation (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        union_id uuid not null,
        person_id uuid not null,
        invited_by uuid,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz,
        foreign key (person_id, union_id) references person (id, union_id),
        foreign key (invited_by, union_id) references person (id, union_id)
      );
      create index invitation_of_person on invitation (person_id);

      create table session (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        union_id uuid not null,
        person_id uuid not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        last_seen timestamptz not null default clock_timestamp(),
        user_agent text check (length(user_agent) <= 200),
        foreign key (person_id, union_id) references person (id, union_id)
      );
      create index session_of_person on session (person_id);

      create table api_token (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        id uuid not null unique,
        union_id uuid not null,
        person_id uuid not null,
        label text not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        foreign key (person_id, union_id) references person (id, union_id)
      );
      create index api_token_of_person on api_token (person_id);

      -- Of no union: the address tried may be nobody's. Hashes only, so that it is no list of addresses.
      create table sign_in_attempt (
        id bigint generated always as identity primary key,
        email_hash text not null,
        address_hash text not null,
        at timestamptz not null default clock_timestamp()
      );
      create index sign_in_attempt_email on sign_in_attempt (email_hash, at);
      create index sign_in_attempt_address on sign_in_attempt (address_hash, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sign_in_attempt, api_token, session, invitation, credential, capability, absence, membership, person,
        agreement, residents, body, union_, clock_offset cascade;
    `);
  }
}
