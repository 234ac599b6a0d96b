import { MemoryDesk, refusedWith } from '../../../test/support/memory-desk.js';
import type { AmendmentRequest } from '#contracts/application.js';
import { readCase } from '#domain/application/case/case.js';
import type { Seen } from '#domain/fact/changed-since.js';
import type { NewFact } from '#domain/fact/fact.js';
import { AmendSome } from './amend-some.js';
import { amendmentAct } from './amendment.js';
import { withdrawalAct } from './call-acts.js';
import { PreviewInCall } from './preview-in-call.js';
import { PreviewSome } from './preview-some.js';
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

function amend(person: string, request: AmendmentRequest, seen?: Seen) {
  const act = amendmentAct(request);
  const { actingBody } = request;
  return acts.run(desk.actor(person), desk.call, 'amendTerm', actingBody, act, undefined, seen);
}

async function endOf(comune: string) {
  const { definition, streams } = (await desk.files.read('marta', desk.of[comune] ?? '')) ?? {};
  if (definition === undefined || streams === undefined) throw new Error('it is there');
  return readCase(definition, streams).terms.find((each) => each.id === 'callEnd')?.term.end;
}

test('an extension is one fact of the call, and every application looks again', async () => {
  desk.memory.takeWakes();
  const done = await amend('marta', extension());
  expect(done).toMatchObject({ applications: 2, facts: [{ seq: 2, type: 'term.amended' }] });
  const woken = desk.memory.takeWakes().filter((each) => each.kind === 'application');
  expect(woken.map((each) => each.target).toSorted()).toEqual(Object.values(desk.of).toSorted());
});

test('whoever has not seen the last act of the call is told so', async () => {
  await amend('marta', extension());
  const late = amend('rocco', extension({ newEnd: '2024-10-31' }), { seq: 0, callSeq: 1 });
  expect(await refusedWith(late)).toBe('CASO-03');
  expect(desk.memory.facts(desk.call)).toHaveLength(2);
});

test('acts of a call are the office’s', async () => {
  expect(await refusedWith(amend('giulia', extension()))).toMatch(/^ACC-/);
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

test.each<[string, Partial<AmendmentRequest>]>([
  ['a later end of the call', {}],
  ['an earlier end', { newEnd: '2024-05-31' }],
  ['a term that is none', { term: 'nothing' }],
  ['a term that does not run yet', { term: 'cupEntry' }],
  ['an act of tomorrow', { actDate: '2024-05-09', knownOn: '2024-05-09' }],
  ['a suspension without its days', { kind: 'suspension', newEnd: undefined }],
])('for some, %s is refused by the preview as by the act, and the same dates move', async (_what, more) => {
  const marta = desk.actor('marta');
  const trecchina = desk.of['trecchina'] ?? '';
  const closed: NewFact = {
    type: 'application.closed',
    legalDate: '2024-05-08',
    legalSource: 'received',
    channel: 'web',
    body: {},
  };
  await desk.cases.record({ as: 'person', person: 'marta' }, trecchina, () => [{ fact: closed }]);
  const request = extension({ ...more, applications: ['nobody', desk.of['rivello'] ?? '', trecchina] });
  const preview = await new PreviewSome(desk.queries, desk.files, desk.clock).run(marta, desk.call, request);
  const before = await endOf('rivello');
  const done = await new AmendSome(desk.cases, desk.queries, desk.clock).run(marta, desk.call, request);
  const refused = done.results.filter((each) => each.result === 'refused');
  expect(preview.refused).toEqual(
    refused.map(({ application, code, detail }) => ({ application, code, detail })),
  );
  expect(preview.refused.map((each) => each.application)).toEqual(
    expect.arrayContaining(['nobody', trecchina]),
  );
  const moved = preview.applications
    .flatMap((each) => each.terms)
    .map(({ old, new: end }) => [old?.end, end?.end]);
  const after = await endOf('rivello');
  expect(moved).toEqual(before === after ? [] : [[before, after]]);
});

test('what the whole call refuses its preview refuses too, and one application may have been given more', async () => {
  const marta = desk.actor('marta');
  const preview = (request: AmendmentRequest) =>
    new PreviewInCall(desk.queries, desk.files, desk.clock).run(
      marta,
      desk.call,
      'amendTerm',
      'union',
      amendmentAct(request),
    );
  const early = extension({ newEnd: '2024-05-31' });
  const code = await refusedWith(amend('marta', early));
  expect(code).toMatch(/^TERM-/);
  expect(await refusedWith(preview(early))).toBe(code);
  expect(await preview(extension())).toMatchObject({ moves: 2, refused: [] });
  const some = extension({ newEnd: '2024-11-30', applications: [desk.of['rivello'] ?? ''] });
  await new AmendSome(desk.cases, desk.queries, desk.clock).run(marta, desk.call, some);
  // The call's own end would still move; Rivello's is later already.
  const again = extension({ newEnd: '2024-10-31', applications: Object.values(desk.of) });
  const asked = await new PreviewSome(desk.queries, desk.files, desk.clock).run(marta, desk.call, again);
  expect(asked.refused.map((each) => each.application)).toEqual([desk.of['rivello']]);
  expect(asked.moves).toBe(1);
});

test('a call is taken back once', async () => {
  const marta = desk.actor('marta');
  const act = withdrawalAct({ actingBody: 'union', reason: 'sbagliato' });
  const withdraw = () => acts.run(marta, desk.call, 'launchCall', 'union', act);
  expect(await refusedWith(withdraw())).toBe('done');
  expect(await refusedWith(withdraw())).toMatch(/^AVV-/);
});
