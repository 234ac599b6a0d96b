import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { RegistryPart } from '#contracts/registry.js';
import { type DemoPeopleFile, type RegistryFile, RegistryStore } from '#use-cases/ports/registry-store.js';

/** Loads a registry as `capofila_owner`: the API and the worker may not make unions or bodies. */
@Injectable()
export class PostgresRegistryStore extends RegistryStore {
  constructor(private readonly owner: DataSource) {
    super();
  }

  override async keepRegistry(registry: RegistryFile): Promise<string> {
    return this.owner.transaction(async (manager) => {
      const union = await keepUnion(manager, registry.union);
      for (const body of registry.bodies) await keepBody(manager, union, body);
      return union;
    });
  }

  override async inviteFirst(
    union: string,
    head: { name: string; email: string },
    invitation: { hash: string; days: number },
  ): Promise<string | undefined> {
    return this.owner.transaction(async (manager) => {
      const there: unknown[] = await manager.query(
        `select 1 from membership m join credential c on c.person_id = m.person_id
          where m.union_id = $1 and m.role = 'headOfOffice'`,
        [union],
      );
      if (there.length > 0) return undefined;
      const rows: { id: string }[] = await manager.query(
        `insert into person (id, union_id, name, email) values ($1, $2, $3, $4)
         on conflict (email) do update set name = excluded.name where person.union_id = $2 returning id`,
        [uuid(), union, head.name, head.email],
      );
      const person = onlyId(rows);
      await manager.query(
        `insert into membership (id, union_id, person_id, body_id, role, from_date)
         select $1, $2, $3, b.id, 'headOfOffice', app_today() from body b where b.union_id = $2 and b.kind = 'union'
         on conflict do nothing`,
        [uuid(), union, person],
      );
      // Whoever asks again has lost the first one: it opens nothing any more.
      await manager.query(`update invitation set used_at = clock_timestamp() where person_id = $1`, [person]);
      const invited: { expires_at: Date }[] = await manager.query(
        `insert into invitation (hash, union_id, person_id, expires_at)
         values ($1, $2, $3, clock_timestamp() + make_interval(days => $4)) returning expires_at`,
        [invitation.hash, union, person, invitation.days],
      );
      return invited[0]?.expires_at.toISOString();
    });
  }

  override async keepPeople(
    union: string,
    people: DemoPeopleFile['people'],
    passwordHash: string,
  ): Promise<number> {
    return this.owner.transaction(async (manager) => {
      let added = 0;
      for (const person of people) {
        if (await keepPerson(manager, union, person, passwordHash)) added += 1;
      }
      return added;
    });
  }
}

/** What a person has corrected is no longer the file's to say. */
const CORRECTED = (part: RegistryPart) =>
  `exists (select 1 from registry_change c where c.body_id = body.id and c.part = '${part}')`;

async function keepUnion(manager: EntityManager, union: RegistryFile['union']): Promise<string> {
  // Two first starts at once: the second sees what the first one made.
  await manager.query('lock table union_ in share row exclusive mode');
  const [other]: { name: string }[] = await manager.query('select name from union_ where ipa <> $1 limit 1', [
    union.ipa,
  ]);
  if (other !== undefined) {
    throw new Error(
      `Questo database è già di «${other.name}»: modelli, mittente e indirizzi non sono ancora divisi per unione. ` +
        `Crea un database nuovo per «${union.name}». (UNIONE-01)`,
    );
  }
  const rows: { id: string }[] = await manager.query(
    `insert into union_ (id, ipa, name) values ($1, $2, $3)
     on conflict (ipa) do update set name = excluded.name returning id`,
    [uuid(), union.ipa, union.name],
  );
  return onlyId(rows);
}

async function keepBody(
  manager: EntityManager,
  union: string,
  body: RegistryFile['bodies'][number],
): Promise<void> {
  const rows: { id: string }[] = await manager.query(
    `insert into body (id, union_id, kind, ipa, istat, name, patron_day, patron_day_source)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (union_id, ipa) do update
       set name = excluded.name, istat = excluded.istat,
           patron_day = case when ${CORRECTED('patronDay')} then body.patron_day
                             else coalesce(excluded.patron_day, body.patron_day) end,
           patron_day_source = case when ${CORRECTED('patronDay')} then body.patron_day_source
                                    else coalesce(excluded.patron_day_source, body.patron_day_source) end
     returning id`,
    [
      uuid(),
      union,
      body.kind,
      body.ipa,
      body.istat ?? null,
      body.name,
      body.patronDay ?? null,
      body.patronDaySource ?? null,
    ],
  );
  const id = onlyId(rows);
  for (const { on, count, source, confirmed } of body.residents) {
    await manager.query(
      `insert into residents (body_id, union_id, on_date, count, source, confirmed)
       select body.id, $2, $3, $4, $5, $6 from body where id = $1 and not ${CORRECTED('residents')}
       on conflict do nothing`,
      [id, union, on, count, source, confirmed],
    );
  }
  for (const agreement of body.agreements) {
    await manager.query(
      `insert into agreement (body_id, union_id, function, from_date, to_date, source, confirmed)
       select body.id, $2, $3, $4, $5, $6, $7 from body where id = $1 and not ${CORRECTED('agreements')}
       on conflict do nothing`,
      [
        id,
        union,
        agreement.function,
        agreement.from,
        agreement.to ?? null,
        agreement.source,
        agreement.confirmed,
      ],
    );
  }
}

async function keepPerson(
  manager: EntityManager,
  union: string,
  person: DemoPeopleFile['people'][number],
  passwordHash: string,
): Promise<boolean> {
  const id = uuid();
  const added: unknown[] = await manager.query(
    `insert into person (id, union_id, name, email, phone) values ($1, $2, $3, $4, $5)
     on conflict (email) do nothing returning id`,
    [id, union, person.name, person.email, person.phone ?? null],
  );
  if (added.length === 0) return false;
  await manager.query('insert into credential (person_id, union_id, hash) values ($1, $2, $3)', [
    id,
    union,
    passwordHash,
  ]);
  for (const { body, role, from, to } of person.memberships) {
    const rows: { id: string }[] = await manager.query(
      `insert into membership (id, union_id, person_id, body_id, role, from_date, to_date)
       select $1, $2, $3, b.id, $5, $6, $7 from body b where b.union_id = $2 and b.ipa = $4 returning id`,
      [uuid(), union, id, body, role, from, to ?? null],
    );
    if (rows.length === 0) throw new Error(`${person.email}: there is no body ${body}`);
  }
  for (const { kind, expiresOn } of person.capabilities) {
    await manager.query(
      'insert into capability (person_id, union_id, kind, expires_on) values ($1, $2, $3, $4)',
      [id, union, kind, expiresOn ?? null],
    );
  }
  return true;
}

function onlyId(rows: readonly { id: string }[]): string {
  const [row] = rows;
  if (row === undefined) throw new Error('an insert gave no row');
  return row.id;
}
