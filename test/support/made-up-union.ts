import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Role } from '#domain/people/role.js';

/** A union with comuni and people, enough for tests that need no registry file. */
export interface MadeUpUnion {
  id: string;
  body: string;
  /** Id of a comune by its name. */
  comuni: Record<string, string>;
  /** Id of a person by "role@comune", or by role for the union's. */
  people: Record<string, string>;
}

const COMUNE_ROLES: Role[] = [
  'legalRepresentative',
  'secretary',
  'referent',
  'accounts',
  'protocolClerk',
  'rup',
];
const UNION_ROLES: Role[] = ['headOfOffice', 'deskOfficer', 'auditor'];

/** Writes it as the owner; addresses are `<role>.<comune>@comuni.example`. */
export async function makeUpUnion(
  ownerUrl: string,
  names: readonly string[] = ['Rivello', 'Trecchina'],
  ipa = 'ULL',
): Promise<MadeUpUnion> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const union: MadeUpUnion = { id: uuid(), body: uuid(), comuni: {}, people: {} };
  const addBody = (id: string, kind: string, code: string, name: string) =>
    client.query(
      `insert into body (id, union_id, kind, ipa, name, closed_periods) values ($1, $2, $3, $4, $5, '[]')`,
      [id, union.id, kind, code, name],
    );
  const addPerson = async (key: string, role: Role, body: string, place: string) => {
    const person = uuid();
    const email =
      `${role}.${place.replaceAll(' ', '')}@${ipa === 'ULL' ? '' : `${ipa}.`}comuni.example`.toLowerCase();
    await client.query(
      `insert into person (id, union_id, name, email, phone) values ($1, $2, $3, $4, '0973 1')`,
      [person, union.id, `${role} ${place}`, email],
    );
    await client.query(
      `insert into membership (id, union_id, person_id, body_id, role, from_date) values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [uuid(), union.id, person, body, role],
    );
    union.people[key] = person;
  };
  try {
    await client.query('begin');
    await client.query(`insert into union_ (id, ipa, name) values ($1, $2, $3)`, [
      union.id,
      ipa,
      `Unione ${ipa}`,
    ]);
    await addBody(union.body, 'union', ipa, `Unione ${ipa}`);
    for (const role of UNION_ROLES) await addPerson(role, role, union.body, ipa);
    for (const [n, name] of names.entries()) {
      const id = uuid();
      union.comuni[name] = id;
      await addBody(id, 'comune', `c_${n}`, name);
      await client.query(
        `insert into residents (body_id, union_id, on_date, count, source, confirmed) values ($1, $2, '2022-01-01', 2500, 'test', true)`,
        [id, union.id],
      );
      for (const role of COMUNE_ROLES) await addPerson(`${role}@${name}`, role, id, name);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
  return union;
}
