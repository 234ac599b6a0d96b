import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DataSource } from 'typeorm';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Acting } from '#use-cases/ports/acting.js';
import type { Outcome } from '#use-cases/ports/once.js';
import { Definitions } from '#use-cases/ports/definitions.js';
import { scoped } from '../scoped.js';
import { DefinitionEntity } from './call.entities.js';

export class PostgresDefinitions extends Definitions {
  constructor(private readonly database: DataSource) {
    super();
  }

  override async keep(
    acting: Acting,
    body: CallDefinition,
  ): Promise<Outcome<{ id: string; version: number }>> {
    const { id, version } = body;
    const sha256 = createHash('sha256')
      .update(canonicalize(body) ?? '')
      .digest('hex');
    return scoped(this.database, acting, async (manager) => {
      const kept = await manager.findOneBy(DefinitionEntity, { id, version });
      if (kept !== null && kept.sha256 !== sha256) {
        const detail = `La versione ${version} di «${id}» esiste già con un altro contenuto: aumenta il numero di versione.`;
        return { ok: false, refused: { code: 'DEF-20', detail } };
      }
      if (kept === null) await manager.insert(DefinitionEntity, { id, version, body: { ...body }, sha256 });
      return { ok: true, value: { id, version } };
    });
  }

  override async list(acting: Acting): Promise<{ id: string; version: number; title: string }[]> {
    return scoped(this.database, acting, (manager) =>
      manager.query(`select id, version, body ->> 'title' as title from definition order by id, version`),
    );
  }

  override async find(acting: Acting, id: string, version: number): Promise<CallDefinition | undefined> {
    const row = await scoped(this.database, acting, (manager) =>
      manager.findOneBy(DefinitionEntity, { id, version }),
    );
    return row?.body;
  }
}
