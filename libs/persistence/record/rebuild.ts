import type { DataSource } from 'typeorm';
import { ApplicationEntity } from '../application/application.entities.js';
import { PostgresClock } from '../clock.js';
import { asWorker } from '../scoped.js';
import { canonicalHash } from './hash-chain.js';
import { PostgresCaseRecord } from './case-record.js';

export interface Rebuilt {
  applications: number;
  /** Numbers of the applications whose projection was not what their facts say. */
  changed: string[];
}

/**
 * Folds every application anew, as a wake-up does, and says where the projection changed. What falls due at this very
 * moment is decided on the way, as at any wake-up; run it while the worker is up to date.
 */
export async function rebuild(database: DataSource): Promise<Rebuilt> {
  const record = new PostgresCaseRecord(database, new PostgresClock(database, true));
  const read = () =>
    asWorker(database, (manager) => manager.find(ApplicationEntity, { order: { number: 'ASC' } }));
  const before = new Map((await read()).map((row) => [row.id, canonicalHash(projection(row))]));
  for (const id of before.keys()) await record.look(id);
  const after = await read();
  return {
    applications: after.length,
    changed: after
      .filter((row) => canonicalHash(projection(row)) !== before.get(row.id))
      .map((row) => row.number),
  };
}

function projection(row: ApplicationEntity): object {
  return { ...row, nextMoment: row.nextMoment?.toISOString() ?? null };
}
