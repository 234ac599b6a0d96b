import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { NewFact } from '#domain/fact/fact.js';
import { makeUpUnion, type MadeUpUnion } from '../support/made-up-union.js';
import { bareSignal, bareStart, go } from './bare.workflow.js';
import type { Bench } from './servers.js';

/** How many requests are under way at once, on both sides. */
const AT_ONCE = 20;

/** One thing done by the product and by a bare workflow; each answers applications a second and leaves all at rest. */
export interface Measure {
  name: string;
  ours(bench: Bench, size: number): Promise<number>;
  bare(bench: Bench, size: number): Promise<number>;
}

/**
 * Launching a call until the last application's workflow has taken its first look (its first decision was recorded with
 * the launch); bare: workflow starts that insert a row.
 */
export const launching: Measure = {
  name: 'launch',
  async ours(bench, size) {
    const union = await unionOf(bench, size);
    const looked = waitForAll(size, (heard) => (bench.onAdvance.heard = heard));
    const measured = await rate(size, async () => {
      await launch(bench, union);
      await looked;
    });
    await bench.drained();
    return measured;
  },
  async bare(bench, size) {
    const inserted = countTo(size, (heard) => (bench.onInsert.heard = heard));
    const measured = await rate(size, async () => {
      await atOnce(size, () =>
        bench.client.workflow.start(bareStart, { workflowId: `bare/${randomUUID()}`, taskQueue: 'bare' }),
      );
      await inserted;
    });
    await bench.drained();
    return measured;
  },
};

/** One fact for each application, from the first commit to the last look of its woken workflow; bare: signals. */
export const facts: Measure = {
  name: 'facts',
  async ours(bench, size) {
    const union = await unionOf(bench, size);
    const looked = waitForAll(size, (heard) => (bench.onAdvance.heard = heard));
    const applications = await launch(bench, union);
    await looked;
    await bench.drained();
    const decided = waitForAll(size, (heard) => (bench.onAdvance.heard = heard));
    const person = union.people['deskOfficer'] ?? '';
    const measured = await rate(size, async () => {
      await saysYes(bench, applications, person);
      await decided;
    });
    await bench.drained();
    return measured;
  },
  async bare(bench, size) {
    const handles = await atOnce(size, () =>
      bench.client.workflow.start(bareSignal, { workflowId: `bare/${randomUUID()}`, taskQueue: 'bare' }),
    );
    for (const handle of handles) await waitsForSignal(handle);
    await bench.drained();
    const inserted = countTo(size, (heard) => (bench.onInsert.heard = heard));
    const measured = await rate(size, async () => {
      await atOnce(size, (n) => handles[n]?.signal(go) ?? Promise.resolve());
      await inserted;
    });
    await bench.drained();
    return measured;
  },
};

/**
 * One fact for each application, until the last commit: with what tells the live pages at each commit (migration 0010),
 * and without. It says what live pages cost whoever records.
 */
export const telling: Measure = {
  name: 'told',
  ours: recording,
  async bare(bench, size) {
    await switchTelling(bench, 'disable');
    try {
      return await recording(bench, size);
    } finally {
      await switchTelling(bench, 'enable');
    }
  },
};

async function recording(bench: Bench, size: number): Promise<number> {
  const union = await unionOf(bench, size);
  const looked = waitForAll(size, (heard) => (bench.onAdvance.heard = heard));
  const applications = await launch(bench, union);
  await looked;
  await bench.drained();
  const person = union.people['deskOfficer'] ?? '';
  const measured = await rate(size, () => saysYes(bench, applications, person));
  await bench.drained();
  return measured;
}

async function switchTelling({ pool }: Bench, to: 'enable' | 'disable'): Promise<void> {
  const { rows } = await pool.query<{ table: string; name: string }>(
    `select tgrelid::regclass as table, tgname as name from pg_trigger where tgname like '%\\_tells\\_changed'`,
  );
  for (const { table, name } of rows) await pool.query(`alter table ${table} ${to} trigger ${name}`);
}

async function saysYes(bench: Bench, applications: readonly string[], person: string): Promise<void> {
  await atOnce(applications.length, (n) =>
    bench.record.record({ as: 'person', person }, applications[n] ?? '', () => [{ fact: yes(person) }]),
  );
}

function unionOf(bench: Bench, size: number): Promise<MadeUpUnion> {
  const names = Array.from({ length: size }, (_, n) => `Comune ${n}`);
  return makeUpUnion(bench.ownerUrl, names, `U${randomUUID().slice(0, 8)}`);
}

async function launch(bench: Bench, union: MadeUpUnion): Promise<string[]> {
  const person = union.people['deskOfficer'] ?? '';
  const launched = await bench.record.launch(
    { as: 'person', person },
    {
      unionId: union.id,
      definition: { id: 'send-comuni-2024', version: 1 },
      confirmed: [],
      applicants: Object.values(union.comuni).map((body) => ({
        body,
        amountCents: 2_314_700,
        participants: [],
      })),
      actor: person,
    },
  );
  if (!launched.ok) throw new Error(launched.refused.code);
  return launched.value.applications.map((each) => each.id);
}

function yes(actor: string): NewFact {
  return {
    type: 'milestone.recorded',
    legalDate: '2024-05-08',
    legalSource: 'declared',
    channel: 'phone',
    actor,
    body: { milestone: 'participation', outcome: 'yes', data: {} },
  };
}

async function rate(size: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (size * 1000) / (performance.now() - start);
}

/** Runs `size` pieces of work, so many at once. */
async function atOnce<T>(size: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < size; n = next++) results[n] = await work(n);
    }),
  );
  return results;
}

/** Events of a workflow that has started and waits: started, first task scheduled, started, completed. */
const EVENTS_OF_A_START = 4;

async function waitsForSignal(handle: WorkflowHandle): Promise<void> {
  while ((await handle.describe()).historyLength < EVENTS_OF_A_START) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Resolves when so many different applications were heard of. */
function waitForAll(size: number, listen: (heard: (application: string) => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const seen = new Set<string>();
    listen((application) => {
      seen.add(application);
      if (seen.size === size) resolve();
    });
  });
}

function countTo(size: number, listen: (heard: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    listen(() => {
      count += 1;
      if (count === size) resolve();
    });
  });
}
