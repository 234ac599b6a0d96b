import { MemoryDesk } from '../../../test/support/memory-desk.js';
import { MemoryCaseStore } from '../../../test/support/memory-store.js';
import type { NewFact } from '#domain/fact/fact.js';
import { rebuild } from './rebuild.js';
import { verifyChains } from './verify-chains.js';

const marta = { as: 'person' as const, person: 'marta' };

function said(outcome: 'yes' | 'no', more: Partial<NewFact> = {}): NewFact {
  return {
    type: 'milestone.recorded',
    legalDate: '2024-05-08',
    legalTime: '10:00:00',
    legalSource: 'received',
    channel: 'web',
    actor: 'antonio',
    body: { milestone: 'participation', data: {}, proof: 'proof', outcome },
    ...more,
  } as NewFact;
}

test('a fact goes on record with what is decided upon it, and who must look is woken', async () => {
  const desk = await MemoryDesk.launched();
  desk.memory.takeWakes();
  const id = desk.of['rivello'] ?? '';
  const done = await desk.cases.record(marta, id, () => [{ fact: said('yes') }]);
  expect(done).toMatchObject({ ok: true, value: { stage: 'preparation', facts: [{ seq: 2 }] } });
  expect(desk.memory.applications.get(id)?.stage).toBe('preparation');
  expect(desk.memory.takeWakes()).toContainEqual({ kind: 'application', target: id });
});

test('what is refused changes nothing and wakes nobody', async () => {
  const desk = await MemoryDesk.launched();
  desk.memory.takeWakes();
  const before = desk.facts('rivello');
  const id = desk.of['rivello'] ?? '';
  const late = said('yes', { legalDate: '2031-01-01' });
  const done = await desk.cases.record(marta, id, () => [{ fact: late }]);
  expect(done).toMatchObject({ ok: false, refused: { code: 'FATTO-01' } });
  expect(desk.facts('rivello')).toEqual(before);
  expect(desk.memory.takeWakes()).toEqual([]);
});

test('others who were quicker are an outcome of its own, and nothing is recorded', async () => {
  const desk = await MemoryDesk.launched();
  const [opened] = desk.facts('rivello');
  const done = await desk.cases.record(marta, desk.of['rivello'] ?? '', ({ streams }) => ({
    changed: streams.application,
  }));
  expect(done).toEqual({ changed: [opened] });
  expect(desk.facts('rivello')).toHaveLength(1);
});

test('the same request under one key is done once, another one under it is refused', async () => {
  const desk = await MemoryDesk.launched();
  const id = desk.of['rivello'] ?? '';
  const key = { key: 'k', requestHash: 'h' };
  const first = await desk.cases.record(marta, id, () => [{ fact: said('yes') }], key);
  const again = await desk.cases.record(marta, id, () => [{ fact: said('yes') }], key);
  expect(again).toEqual(JSON.parse(JSON.stringify(first)));
  const other = await desk.cases.record(marta, id, () => [], { key: 'k', requestHash: 'other' });
  expect(other).toMatchObject({ ok: false, refused: { code: 'API-02' } });
  expect(desk.facts('rivello')).toHaveLength(2);
});

test('an unknown application is not there, for a record as for a look', async () => {
  const desk = await MemoryDesk.launched();
  const unseen = { ok: false, refused: { code: 'CASO-404' } };
  expect(await desk.cases.record(marta, 'nobody', () => [])).toMatchObject(unseen);
  expect(await desk.cases.look('nobody')).toMatchObject(unseen);
});

test('a look decides what is due, and only then puts anything on record', async () => {
  const desk = await MemoryDesk.launched();
  const id = desk.of['rivello'] ?? '';
  const kept = desk.memory.applications.get(id);
  await desk.cases.look(id);
  expect(desk.memory.applications.get(id)).toBe(kept);
  desk.at('2024-05-20');
  const told = desk.memory.messages.length;
  await desk.cases.look(id);
  expect(desk.memory.messages.length).toBeGreaterThan(told);
  expect(desk.memory.applications.get(id)).not.toBe(kept);
});

test('a body has one live application; after its end it applies again as the second attempt', async () => {
  const desk = await MemoryDesk.launched();
  const again = { body: 'rivello', amountCents: 1, participants: [] };
  expect(await desk.cases.apply(marta, desk.call, again)).toMatchObject({
    ok: false,
    refused: { code: 'AVV-04' },
  });
  await desk.cases.record(marta, desk.of['rivello'] ?? '', () => [{ fact: said('no') }]);
  const opened = await desk.cases.apply(marta, desk.call, again);
  expect(opened).toMatchObject({ ok: true, value: { applicant: 'rivello' } });
  const row = opened.ok ? desk.memory.applications.get(opened.value.id) : undefined;
  expect(row).toMatchObject({ attempt: 2, amountCents: 1 });
  expect(row?.slug).toMatch(/-2$/);
});

test('every chain verifies, a changed fact and a changed detail are found, and a fold anew changes nothing', async () => {
  const desk = await MemoryDesk.launched();
  const store = new MemoryCaseStore(desk.memory);
  const id = desk.of['rivello'] ?? '';
  await desk.cases.record(marta, id, () => [{ fact: said('yes'), detail: { note: 'al telefono' } }]);
  expect(await verifyChains(store)).toMatchObject({ streams: 3, broken: [] });
  expect(await rebuild(store, desk.clock)).toEqual({ applications: 2, changed: [] });
  const stream = desk.memory.streams.get(id);
  const [detail] = stream?.details ?? [];
  if (detail === undefined || stream === undefined) throw new Error('a detail was kept');
  detail.detail = { note: 'di persona' };
  expect((await verifyChains(store)).broken).toEqual([{ stream: id, seq: 2 }]);
  stream.details.length = 0;
  expect((await verifyChains(store)).broken).toEqual([]);
  const fact = stream.facts[0];
  if (fact !== undefined) fact.legalDate = '2024-05-07';
  expect((await verifyChains(store)).broken).toEqual([{ stream: id, seq: 1 }]);
});

test('an edition that was changed after a call was launched with it is found, with its call', async () => {
  const desk = await MemoryDesk.launched();
  const store = new MemoryCaseStore(desk.memory);
  expect(await verifyChains(store)).toMatchObject({ editions: 1, changed: [] });
  const { world } = desk.memory;
  world.definition = { ...world.definition, title: 'Un altro avviso' };
  expect(await verifyChains(store)).toMatchObject({
    broken: [],
    changed: [{ edition: 'edition' }, { edition: 'edition', call: desk.call }],
  });
});
