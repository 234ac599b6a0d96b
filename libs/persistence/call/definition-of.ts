import type { EntityManager } from 'typeorm';
import type { CallDefinition } from '#domain/call/definition.js';
import { type CallEdition, type CallKind, resolve } from '#domain/call/kind-and-edition.js';
import { canonicalHash } from '#use-cases/ports/canonical-hash.js';
import type { GivenDefinition, NamedDefinition } from '#use-cases/ports/definitions.js';

interface Filled {
  kind: CallKind;
  edition: CallEdition;
  sha256: string;
}

/** A definition never changes under its hash: it is read once a process, by the calls that were launched with it. */
const byHash = new Map<string, CallDefinition>();
const byCall = new Map<string, CallDefinition>();

/** With what hash a call was launched says its first fact, in the chain; a fact from before there were editions does not. */
const OF_CALL = `
  select c.number, d.body as kind, e.body as edition,
         coalesce(f.body -> 'edition' ->> 'sha256', c.edition_sha256) as sha256
    from call c
    join definition d on d.id = c.definition_id and d.version = c.definition_version
    join edition e on e.id = c.edition_id
    left join fact f on f.stream_id = c.id and f.seq = 1
   where c.id = $1`;

/**
 * The definition of a call, as it was launched: the only way from a case to its rules.
 * @throws Error that names the call, when kind or edition are not what it was launched with.
 */
export async function definitionOf(manager: EntityManager, call: string): Promise<CallDefinition> {
  const known = byCall.get(call);
  if (known !== undefined) return known;
  const [row]: (Filled & { number: string })[] = await manager.query(OF_CALL, [call]);
  if (row === undefined) throw new Error(`there is no call ${call} in sight`);
  const definition = filled(row, `call ${row.number} (${call})`);
  byCall.set(call, definition);
  return definition;
}

const GIVEN = `
  select e.id, e.sha256, d.body as kind, e.body as edition
    from edition e join definition d on d.id = e.kind_id and d.version = e.kind_version
   where e.kind_id = $1 and e.kind_version = $2 and ($3::uuid is null or e.id = $3)
   order by e.loaded_at, e.id limit 1`;

/** What a call can be launched with: the first edition of a kind, or the named one; undefined where none is in sight. */
export async function givenDefinition(
  manager: EntityManager,
  { id, version, edition }: NamedDefinition,
): Promise<GivenDefinition | undefined> {
  const [row]: (Filled & { id: string })[] = await manager.query(GIVEN, [id, version, edition ?? null]);
  if (row === undefined) return undefined;
  const definition = filled(row, `edition ${row.id} of ${id} version ${version}`);
  return { definition, edition: { id: row.id, sha256: row.sha256 } };
}

function filled({ kind, edition, sha256 }: Filled, of: string): CallDefinition {
  const known = byHash.get(sha256);
  if (known !== undefined) return known;
  const definition = resolve(kind, edition);
  if (canonicalHash(definition) !== sha256) {
    throw new Error(`${of}: its kind or its edition was changed after it was loaded; restore both rows`);
  }
  byHash.set(sha256, definition);
  return definition;
}
