import { MemoryDesk, refusedWith } from '../../../test/support/memory-desk.js';
import type { FactRequest } from '#contracts/fact-request.js';
import type { People } from '../ports/people.js';
import { RecordFact } from './record-fact.js';

let desk: MemoryDesk;
let recordFact: RecordFact;

beforeEach(async () => {
  desk = await MemoryDesk.launched();
  const people = {
    find: async (_who: string, named: string) => (named === 'silvia' ? { id: named } : undefined),
  } as unknown as People;
  recordFact = new RecordFact(desk.cases, desk.queries, people, desk.clock);
});

const yes = {
  type: 'milestone.recorded',
  channel: 'web',
  actingBody: 'rivello',
  body: { milestone: 'participation', outcome: 'yes', data: {} },
} as FactRequest;
const rivello = () => desk.of['rivello'] ?? '';

test('the mayor says yes today, and the fact is received at that minute', async () => {
  await recordFact.run(desk.actor('antonio'), rivello(), yes);
  expect(desk.facts('rivello').at(-1)).toMatchObject({
    type: 'milestone.recorded',
    legalDate: '2024-05-08',
    legalTime: '10:00:00',
    legalSource: 'received',
    actor: 'antonio',
  });
});

test.each([
  ['nadia', 'ACC-404'],
  ['aurora', 'ACC-05'],
])('%s of another body, or who only reads, is refused with %s', async (person, code) => {
  expect(await refusedWith(recordFact.run(desk.actor(person), rivello(), yes))).toBe(code);
  expect(desk.facts('rivello')).toHaveLength(1);
});

test('a day that a comune tells needs a proof, which must lie here; the office vouches for it', async () => {
  const declared = { ...yes, legalDate: '2024-05-07' } as FactRequest;
  expect(await refusedWith(recordFact.run(desk.actor('antonio'), rivello(), declared))).toBe('PROVA-03');
  await expect(recordFact.run(desk.actor('antonio'), rivello(), declared)).rejects.toMatchObject({
    facts: { field: 'body.proof' },
  });
  const proven = { ...declared, body: { ...yes.body, proof: 'no such file' } } as FactRequest;
  expect(await refusedWith(recordFact.run(desk.actor('antonio'), rivello(), proven))).toBe('PROVA-02');
  const byOffice = { ...declared, actingBody: 'union', onBehalfOf: 'rivello' } as FactRequest;
  desk.at('2024-05-08', '10:01');
  expect(await refusedWith(recordFact.run(desk.actor('marta'), rivello(), byOffice))).not.toBe('PROVA-03');
});

test('whoever saw less than what is on record is told who was quicker, and nothing is recorded', async () => {
  const seen = { seq: 1, callSeq: 1 };
  await recordFact.run(desk.actor('antonio'), rivello(), yes, undefined, seen);
  const note = {
    type: 'talk.logged',
    channel: 'web',
    actingBody: 'rivello',
    body: { kind: 'note', officeOnly: false },
    detail: { note: 'ciao' },
  } as unknown as FactRequest;
  expect(await refusedWith(recordFact.run(desk.actor('giulia'), rivello(), note, undefined, seen))).toBe(
    'CASO-03',
  );
  expect(await refusedWith(recordFact.run(desk.actor('antonio'), rivello(), note, undefined, seen))).toBe(
    'done',
  );
});

test('somebody who is named must be somebody whom the person sees', async () => {
  const answer = (suggests: string) =>
    ({
      type: 'reminder.answered',
      channel: 'web',
      actingBody: 'rivello',
      body: { answer: 'notMine', suggests },
    }) as unknown as FactRequest;
  expect(await refusedWith(recordFact.run(desk.actor('giulia'), rivello(), answer('vito')))).toBe('PERS-02');
  expect(await refusedWith(recordFact.run(desk.actor('giulia'), rivello(), answer('silvia')))).toBe('done');
});
