import type { EntityManager } from 'typeorm';
import type { OpeningBody } from '#use-cases/ports/case-store.js';
import { loadAssignments } from '../people/assignments.js';
import { peopleOf, postPeople } from '../people/post-people.js';

/** With what bodies open applications of a call, by their ids: names, people, attempts before; as many statements as for one. */
export async function openingBodies(
  manager: EntityManager,
  bodies: readonly string[],
  call: string | undefined,
): Promise<Map<string, OpeningBody>> {
  const rows: { id: string; name: string; earlier: number }[] = await manager.query(
    `select b.id, b.name,
            (select count(*)::int from application a where a.call_id = $2 and a.applicant_id = b.id) as earlier
       from body b where b.id = any ($1)`,
    [bodies, call ?? null],
  );
  const people = await loadAssignments(manager, bodies);
  const post = await postPeople(manager, [...new Set([...people.values()].flatMap(peopleOf))]);
  return new Map(
    rows.flatMap(({ id, name, earlier }) => {
      const found = people.get(id);
      return found === undefined ? [] : [[id, { name, people: found, post, earlier }] as const];
    }),
  );
}

/** Counts on in the union's year: its IPA code and the first of the new numbers. */
export async function countOn(
  manager: EntityManager,
  unionId: string,
  kind: 'call' | 'application',
  year: number,
  count: number,
): Promise<{ ipa: string; first: number }> {
  const [row]: { ipa: string; last: number }[] = await manager.query(
    `insert into numbering (union_id, kind, year, last) values ($1, $2, $3, $4)
     on conflict (union_id, kind, year) do update set last = numbering.last + $4
     returning last, (select ipa from union_ where id = $1) as ipa`,
    [unionId, kind, year, count],
  );
  if (row === undefined) throw new Error('numbering gave no number');
  return { ipa: row.ipa, first: row.last - count + 1 };
}

/** Addresses of calls that begin like this; whoever counted a call's number before holds the others back. */
export async function callSlugs(manager: EntityManager, union: string, like: string): Promise<Set<string>> {
  const rows: { slug: string }[] = await manager.query(
    'select slug from call where union_id = $1 and starts_with(slug, $2)',
    [union, like],
  );
  return new Set(rows.map((row) => row.slug));
}

/** Which of these addresses applications of the union have. */
export async function applicationSlugs(
  manager: EntityManager,
  union: string,
  wished: readonly string[],
): Promise<Set<string>> {
  const rows: { slug: string }[] = await manager.query(
    'select slug from application where union_id = $1 and slug = any ($2)',
    [union, wished],
  );
  return new Set(rows.map((row) => row.slug));
}
