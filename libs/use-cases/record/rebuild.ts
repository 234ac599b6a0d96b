import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.js';
import type { ApplicationRow, CaseStore } from '../ports/case-store.js';
import { CaseRecord } from './case-record.js';

export interface Rebuilt {
  applications: number;
  /** Numbers of the applications whose projection was not what their facts say. */
  changed: string[];
}

/**
 * Folds every application anew, as a wake-up does, and says where the projection changed. What falls due at this very
 * moment is decided on the way, as at any wake-up; run it while the worker is up to date.
 */
export async function rebuild(store: CaseStore, clock: Clock): Promise<Rebuilt> {
  const record = new CaseRecord(store, clock);
  const ids = await store.applications();
  const changed: string[] = [];
  for (const id of ids) {
    const before = await store.look(id);
    await record.look(id);
    const after = await store.look(id);
    if (before === undefined || after === undefined) continue;
    if (!isDeepStrictEqual(folded(before.application), folded(after.application)))
      changed.push(after.application.number);
  }
  return { applications: ids.length, changed };
}

/** What facts say of a row. What comes next is told as of the last look, and is read against the clock of whoever reads. */
function folded({ wait, glance, ...row }: ApplicationRow) {
  const { sentence: _sentence, coming: _coming, next: _next, ...where } = wait;
  const { coming: _ahead, ...stands } = glance;
  return { ...row, wait: where, glance: stands };
}
