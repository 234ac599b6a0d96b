import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { CallDefinition } from '#domain/call/definition.js';
import type { CallEdition, CallKind } from '#domain/call/kind-and-edition.js';
import type { Acting } from '#use-cases/ports/acting.js';
import { Definitions, type GivenDefinition, type NamedDefinition } from '#use-cases/ports/definitions.js';
import { scoped } from '../scoped.js';
import { EditionEntity, KindEntity } from './call.entities.js';
import { definitionOf, givenDefinition } from './definition-of.js';

export class PostgresDefinitions extends Definitions {
  constructor(private readonly database: DataSource) {
    super();
  }

  override isOfOthers(acting: Acting, id: string): Promise<boolean> {
    return scoped(this.database, acting, async (manager) => {
      const [row]: { others: boolean }[] = await manager.query('select kind_is_of_others($1) as others', [
        id,
      ]);
      return row?.others === true;
    });
  }

  override keep(acting: Acting, kind: CallKind, edition: CallEdition, sha256: string): Promise<void> {
    const { id, version } = kind;
    return scoped(this.database, acting, async (manager) => {
      await manager.insert(KindEntity, { id, version, body: { ...kind } });
      await manager.insert(EditionEntity, {
        id: uuid(),
        kindId: id,
        kindVersion: version,
        unionId: null,
        body: { ...edition },
        sha256,
        loadedBy: acting.as === 'person' ? acting.person : null,
      });
    });
  }

  override list(acting: Acting): Promise<{ id: string; version: number; title: string }[]> {
    return scoped(this.database, acting, (manager) =>
      manager.query(
        `select distinct on (kind_id, kind_version) kind_id as id, kind_version as version, body ->> 'title' as title
           from edition order by kind_id, kind_version, loaded_at, edition.id`,
      ),
    );
  }

  override find(acting: Acting, named: NamedDefinition): Promise<GivenDefinition | undefined> {
    return scoped(this.database, acting, (manager) => givenDefinition(manager, named));
  }

  override ofCall(acting: Acting, call: string): Promise<CallDefinition> {
    return scoped(this.database, acting, (manager) => definitionOf(manager, call));
  }
}
