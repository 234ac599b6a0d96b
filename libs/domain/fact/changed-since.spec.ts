import { changedSince } from './changed-since.js';
import type { Fact } from './fact.js';

const GIULIA = 'giulia';
const fact = (seq: number, more: Partial<Fact>): Fact =>
  ({
    id: `fact-${seq}`,
    seq,
    type: 'outside.checked',
    legalDate: '2024-05-08',
    legalSource: 'received',
    channel: 'web',
    actor: 'rocco',
    recordedAt: `2024-05-08T07:${String(seq).padStart(2, '0')}:00.000Z`,
    body: { stage: 'decision' },
    ...more,
  }) as Fact;
const changes = (application: Fact[], call: Fact[] = []) =>
  changedSince({ application, call }, { seq: 2, callSeq: 1 }, GIULIA).map((each) => each.id);

test('tells what others recorded after the page was read, and nothing that it showed', () => {
  expect(changes([fact(1, {}), fact(2, {}), fact(3, {}), fact(4, {})])).toEqual(['fact-3', 'fact-4']);
});

test('a decision of the engine and what one recorded oneself are no change', () => {
  const engine = fact(3, { type: 'silence.recorded', channel: 'engine' });
  delete (engine as { actor?: string }).actor;
  expect(changes([engine, fact(4, { actor: GIULIA })])).toEqual([]);
});

test('an extension of the call counts, in the order of what happened', () => {
  const extended = fact(2, { id: 'extended', recordedAt: '2024-05-08T07:02:30.000Z' });
  expect(changes([fact(3, {})], [fact(1, {}), extended])).toEqual(['extended', 'fact-3']);
});
