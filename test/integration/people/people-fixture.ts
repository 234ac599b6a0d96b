import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { DataSource, EntityManager } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { asPerson } from '#persistence/scoped.js';
import type { Role } from '#domain/people/role.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** A small union with two comuni, and another union, to see what each person sees. */
export interface PeopleFixture {
  readonly database: TestDatabase;
  readonly app: DataSource;
  readonly worker: DataSource;
  readonly union: string;
  readonly bodies: Readonly<Record<'union' | 'rivello' | 'nemoli' | 'foreign', string>>;
  /** Ids of persons by first name. */
  readonly people: Readonly<Record<Name, string>>;
  readonly emails: Readonly<Record<Name, string>>;
  /** Queries as `capofila_owner`, to prepare what a test needs. */
  owner(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Queries on the app's connection in the name of a person. */
  as<T>(name: Name, work: (manager: EntityManager) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const PEOPLE = {
  marta: ['deskOfficer', 'union'],
  rocco: ['headOfOffice', 'union'],
  aurora: ['auditor', 'union'],
  giulia: ['referent', 'rivello'],
  antonio: ['legalRepresentative', 'rivello'],
  silvia: ['secretary', 'rivello'],
  nadia: ['referent', 'nemoli'],
  estranea: ['headOfOffice', 'foreign'],
} as const satisfies Record<string, readonly [Role, string]>;
export type Name = keyof typeof PEOPLE;

export async function preparePeople(): Promise<PeopleFixture> {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.urls.owner });
  await client.connect();
  const owner = async (sql: string, values: unknown[] = []) =>
    (await client.query<Record<string, unknown>>(sql, values)).rows;
  const [union, foreignUnion] = [uuid(), uuid()];
  const bodies = { union: uuid(), rivello: uuid(), nemoli: uuid(), foreign: uuid() };
  await owner(
    `insert into union_ (id, ipa, name) values ($1, 'ULL', 'Unione'), ($2, 'ALTRA', 'Altra unione')`,
    [union, foreignUnion],
  );
  await owner(
    `insert into body (id, union_id, kind, ipa, istat, name, patron_day) values
      ($1, $5, 'union', 'ULL', null, 'Unione', null), ($2, $5, 'comune', 'c_h348', '076068', 'Rivello', '12-06'),
      ($3, $5, 'comune', 'c_f866', '076054', 'Nemoli', null), ($4, $6, 'union', 'ALTRA', null, 'Altra unione', null)`,
    [bodies.union, bodies.rivello, bodies.nemoli, bodies.foreign, union, foreignUnion],
  );
  const people = Object.fromEntries(Object.keys(PEOPLE).map((name) => [name, uuid()])) as Record<
    Name,
    string
  >;
  const emails = Object.fromEntries(
    Object.entries(PEOPLE).map(([name, [, body]]) => [name, `${name}@${body}.example`]),
  ) as Record<Name, string>;
  for (const [name, [role, body]] of Object.entries(PEOPLE) as [
    Name,
    readonly [Role, keyof typeof bodies],
  ][]) {
    const of = body === 'foreign' ? foreignUnion : union;
    await owner('insert into person (id, union_id, name, email) values ($1, $2, $3, $4)', [
      people[name],
      of,
      name,
      emails[name],
    ]);
    await owner(
      `insert into membership (id, union_id, person_id, body_id, role, from_date) values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [uuid(), of, people[name], bodies[body], role],
    );
  }
  const app = await openDataSource({ url: database.urls.app, poolSize: 4 });
  const worker = await openDataSource({ url: database.urls.worker, poolSize: 2 });
  return {
    database,
    app,
    worker,
    union,
    bodies,
    people,
    emails,
    owner,
    as: (name, work) => asPerson(app, people[name], work),
    close: async () => {
      await Promise.all([app.destroy(), worker.destroy(), client.end()]);
      await database.drop();
    },
  };
}
