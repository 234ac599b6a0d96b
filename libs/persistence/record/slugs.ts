import type { EntityManager } from 'typeorm';
import { callSlug, slugOf } from '#domain/desk/slug.js';

/** Names of bodies by id. */
export async function namesOf(
  manager: EntityManager,
  bodies: readonly string[],
): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await manager.query(
    'select id, name from body where id = any ($1)',
    [bodies],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The address of a new call; whoever counted its number before holds the others back. */
export async function freeCallSlug(
  manager: EntityManager,
  unionId: string,
  shortTitle: string,
  year: string,
): Promise<string> {
  const rows: { slug: string }[] = await manager.query(
    'select slug from call where union_id = $1 and starts_with(slug, $2)',
    [unionId, `${slugOf(shortTitle)}-${year}`],
  );
  return callSlug(shortTitle, year, new Set(rows.map((row) => row.slug)));
}

/** Addresses of new applications; where two bodies have one name, the number of the application tells them apart. */
export async function freeApplicationSlugs(
  manager: EntityManager,
  unionId: string,
  wishes: readonly { wanted: string; number: string }[],
): Promise<string[]> {
  const rows: { slug: string }[] = await manager.query(
    'select slug from application where union_id = $1 and slug = any ($2)',
    [unionId, wishes.map((each) => each.wanted)],
  );
  const taken = new Set(rows.map((row) => row.slug));
  return wishes.map(({ wanted, number }) => {
    const slug = taken.has(wanted) ? `${wanted}-${number.split('-').at(-1)}` : wanted;
    taken.add(slug);
    return slug;
  });
}
