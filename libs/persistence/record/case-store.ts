import type { DataSource } from 'typeorm';
import { cupOf, type OtherCupUse } from '#domain/application/case/cup-of.js';
import type { Acting } from '#use-cases/ports/acting.js';
import {
  CaseStore,
  type CaseTransaction,
  type KeptEdition,
  type LoadedCase,
} from '#use-cases/ports/case-store.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { asWorker, scoped } from '../scoped.js';
import { FactDetailEntity, FactEntity, StreamEntity } from '../stream/stream.entities.js';
import { PostgresCaseTransaction } from './case-transaction.js';
import { cupUsesOf } from './cup-uses.js';
import { lookAtCase } from './load-case.js';

/** Streams, facts and projections in PostgreSQL. */
/** So many hashes are held at once. */
const BATCH = 1000;

export class PostgresCaseStore extends CaseStore {
  constructor(private readonly database: DataSource) {
    super();
  }

  override transact<T>(acting: Acting, work: (on: CaseTransaction) => Promise<T>): Promise<T> {
    return scoped(this.database, acting, (manager) => work(new PostgresCaseTransaction(manager, acting)));
  }

  override async look(application: string): Promise<(LoadedCase & { cupUses: OtherCupUse[] }) | undefined> {
    const runner = this.database.createQueryRunner();
    try {
      const loaded = await lookAtCase(runner.manager, application);
      if (loaded === undefined) return undefined;
      const cup = cupOf(loaded.facts);
      const cupUses = cup === undefined ? [] : await cupUsesOf(runner.manager, loaded.application, cup);
      return { ...loaded, cupUses };
    } finally {
      await runner.release();
    }
  }

  override async applications(): Promise<string[]> {
    const rows = await asWorker(this.database, (manager) =>
      manager.find(ApplicationEntity, { select: { id: true }, order: { number: 'ASC' } }),
    );
    return rows.map((row) => row.id);
  }

  override async *chains(): ReturnType<CaseStore['chains']> {
    const streams = await asWorker(this.database, (manager) =>
      manager.find(StreamEntity, { order: { id: 'ASC' } }),
    );
    for (const stream of streams) {
      yield await asWorker(this.database, async (manager) => {
        const facts = await manager.find(FactEntity, {
          where: { streamId: stream.id },
          order: { seq: 'ASC' },
        });
        const details = await manager
          .createQueryBuilder(FactDetailEntity, 'd')
          .innerJoin(FactEntity, 'f', 'f.id = d.factId and f.streamId = :stream', { stream: stream.id })
          .getMany();
        return { stream, facts, details };
      });
    }
  }

  override async *documents(): ReturnType<CaseStore['documents']> {
    for (let after = ''; ;) {
      const rows: { sha256: string }[] = await asWorker(this.database, (manager) =>
        manager.query('select distinct sha256 from document where sha256 > $1 order by sha256 limit $2', [
          after,
          BATCH,
        ]),
      );
      for (const { sha256 } of rows) yield sha256;
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.sha256;
    }
  }

  override editions(): Promise<KeptEdition[]> {
    return asWorker(this.database, (manager) =>
      manager.query(
        `select e.id, e.sha256, d.body as kind, e.body as edition,
                array(select c.id::text from call c where c.edition_id = e.id order by c.number) as calls
           from edition e join definition d on d.id = e.kind_id and d.version = e.kind_version
          order by e.loaded_at, e.id`,
      ),
    );
  }
}
