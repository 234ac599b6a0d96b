import type { EntityManager } from 'typeorm';
import type { CallDefinition } from '#domain/call/definition.js';
import { DefinitionEntity } from './call.entities.js';

/** A definition never changes under its id and version, so it is read once a process. */
const definitions = new Map<string, CallDefinition>();

export async function definitionOf(
  manager: EntityManager,
  id: string,
  version: number,
): Promise<CallDefinition> {
  const name = `${id}@${version}`;
  const known = definitions.get(name);
  if (known !== undefined) return known;
  const row = await manager.findOneByOrFail(DefinitionEntity, { id, version });
  definitions.set(name, row.body);
  return row.body;
}
