import { MemoryDesk, refusedWith } from '../../../test/support/memory-desk.js';
import type { AmendmentRequest } from '#contracts/application.js';
import { AmendCall } from './amend-call.js';
import { AmendSome } from './amend-some.js';
import { withdrawalAct } from './call-acts.js';
import { RecordCallAct } from './record-call-act.js';

let desk: MemoryDesk;
let acts: RecordCallAct;

beforeEach(async () => {
  desk = await MemoryDesk.launched();
  acts = new RecordCallAct(desk.queries, desk.cases, desk.clock);
});

const extension = (more: Partial<AmendmentRequest> = {}): AmendmentRequest =>
  ({
    actingBody: 'union',
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto n. 1/2024',
    actDate: '2024-05-08',
    knownOn: '2024-05-08',
    newEnd: '2024-09-30',
    ...more,
  }) as AmendmentRequest;

test('an extension is one fact of the call, and every application looks again', async () => {
  desk.memory.takeWakes();
  const done = await new AmendCall(acts).run(desk.actor('marta'), desk.call, extension());
  expect(done).toMatchObject({ applications: 2, facts: [{ seq: 2, type: 'term.amended' }] });
  const woken = desk.memory.takeWakes().filter((each) => each.kind === 'application');
  expect(woken.map((each) => each.target).toSorted()).toEqual(Object.values(desk.of).toSorted());
});

test('whoever has not seen the last act of the call is told so', async () => {
  const amend = new AmendCall(acts);
  await amend.run(desk.actor('marta'), desk.call, extension());
  const late = amend.run(desk.actor('rocco'), desk.call, extension({ newEnd: '2024-10-31' }), undefined, {
    seq: 0,
    callSeq: 1,
  });
  expect(await refusedWith(late)).toBe('CASO-03');
  expect(desk.memory.facts(desk.call)).toHaveLength(2);
});

test('acts of a call are the office’s', async () => {
  const amend = new AmendCall(acts);
  expect(await refusedWith(amend.run(desk.actor('giulia'), desk.call, extension()))).toMatch(/^ACC-/);
});

test('for some applications each has a result of its own, and one that is refused stops no other', async () => {
  const some = new AmendSome(desk.cases, desk.queries, desk.clock);
  const done = await some.run(
    desk.actor('marta'),
    desk.call,
    extension({ applications: ['nobody', desk.of['rivello'] ?? ''] }),
  );
  expect(done.results).toMatchObject([
    { application: 'nobody', result: 'refused' },
    { application: desk.of['rivello'], result: 'done' },
  ]);
  expect(desk.facts('rivello').at(-1)?.type).toBe('term.amended');
  expect(desk.facts('trecchina')).toHaveLength(1);
});

test('under one key what was done for some is not done again', async () => {
  const some = new AmendSome(desk.cases, desk.queries, desk.clock);
  const request = extension({ applications: Object.values(desk.of) });
  const key = { key: 'k', requestHash: 'h' };
  await some.run(desk.actor('marta'), desk.call, request, key);
  await some.run(desk.actor('marta'), desk.call, request, key);
  expect(desk.facts('rivello').filter((each) => each.type === 'term.amended')).toHaveLength(1);
});

test('a call is taken back once', async () => {
  const marta = desk.actor('marta');
  const act = withdrawalAct({ actingBody: 'union', reason: 'sbagliato' });
  const withdraw = () => acts.run(marta, desk.call, 'launchCall', 'union', act);
  expect(await refusedWith(withdraw())).toBe('done');
  expect(await refusedWith(withdraw())).toMatch(/^AVV-/);
});
