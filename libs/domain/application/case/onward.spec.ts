import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CallDefinition } from '#domain/call/definition.js';
import { explain } from '../explain/explain.js';
import { admit } from '../admit/admit.js';
import { decide } from '../decide/decide.js';
import { madeUpInput } from '../decide/made-up-input.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { readCase } from './case.js';
import { History, participating } from './made-up-facts.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const read = (history: History) => readCase(send, { call: [], application: history.facts });
const labels = (history: History) =>
  read(history).debts.map((each) => [each.requirement.id, each.status] as const);
const at = (date: LocalDate) => epochMs(instantAt(date, '12:00:00'));

/** Sent on the platform, while nothing of ours was filed and accepted here. */
const sentWithoutPapers = () =>
  new History().opened('2024-05-08').milestone('submission', '2024-06-03', { time: '11:20:00' });

test('an official sending with its proof moves the case at its legal moment, whatever is missing here', () => {
  const theCase = read(sentWithoutPapers());
  expect(theCase).toMatchObject({
    stage: { id: 'admission' },
    since: { date: '2024-06-03', time: '11:20:00' },
  });
  expect(theCase.terms.find(({ id }) => id === 'callEnd')).toMatchObject({
    status: 'met',
    met: { at: { date: '2024-06-03', time: '11:20:00' }, inTime: true },
  });
});

test('what is missing here stays owed, by the steps that asked for it', () => {
  const owed = sentWithoutPapers();
  expect(labels(owed)).toEqual([
    ['participation', 'missing'],
    ['participationAct', 'missing'],
    ['serviceList', 'missing'],
    ['signedApplication', 'missing'],
  ]);
  expect(explain(read(owed)).why).toContain(
    'Manca ancora qui: la decisione di partecipare; elenco dei due servizi',
  );
});

test('a sending in the last minute, proven, meets the end while a paper still waits for the office', () => {
  const history = participating()
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21')
    .filed('serviceList', '2024-05-20')
    .reviewed('serviceList', '2024-05-21')
    .filed('signedApplication', '2024-09-20')
    .milestone('submission', '2024-09-20', { time: '23:59:00' });
  const theCase = read(history);
  expect(theCase.terms.find(({ id }) => id === 'callEnd')).toMatchObject({ met: { inTime: true } });
  expect(theCase.stage.id).toBe('admission');
  expect(labels(history)).toEqual([['signedApplication', 'inReview']]);
  expect(explain(theCase).why).toContain('Ancora da controllare: ');
});

test('a paper that is brought later settles what is owed, and the path does not move', () => {
  const history = sentWithoutPapers();
  const before = read(history).path.map(({ stage, entered }) => [stage.id, entered]);
  history.filed('participationAct', '2024-07-01').reviewed('participationAct', '2024-07-02');
  expect(labels(history).map(([id]) => id)).not.toContain('participationAct');
  history.milestone('participation', '2024-07-03', { outcome: 'no' });
  expect(read(history).path.map(({ stage, entered }) => [stage.id, entered])).toEqual(before);
  expect(read(history).ended).toBe(false);
});

test('what is owed may be filed and sent back here, and nothing of it once the case is over', () => {
  const { facts } = sentWithoutPapers();
  const paper: NewFact = {
    type: 'document.filed',
    legalDate: '2024-07-01',
    legalSource: 'received',
    channel: 'web',
    actor: 'giulia',
    body: {
      requirement: 'signedApplication',
      document: 'a',
      sha256: 'a'.repeat(64),
      bytes: 1,
      mediaType: 'application/pdf',
    },
  };
  expect(admit(paper, send, { call: [], application: facts }, at('2024-07-02'))).toBeUndefined();
  const over = sentWithoutPapers().milestone('admission', '2024-07-23', { outcome: 'notAdmitted' });
  over.milestone('notAdmittedRemedy', '2024-08-01', { outcome: 'closed' });
  expect(read(over)).toMatchObject({ ended: true, debts: [] });
});

test('a sending without its proof waits for the papers, as before', () => {
  const history = sentWithoutPapers();
  const unproven = history.facts.map((fact) =>
    fact.type === 'milestone.recorded' ? { ...fact, body: { milestone: 'submission', data: {} } } : fact,
  );
  const theCase = readCase(send, { call: [], application: unproven as typeof history.facts });
  expect(theCase).toMatchObject({ stage: { id: 'decision' }, debts: [] });
});

test('a CUP that is known before the admission implies nothing', () => {
  const history = new History()
    .opened('2024-05-08')
    .milestone('cup', '2024-05-20', { data: { cup: 'J81F22003840006' } });
  expect(read(history)).toMatchObject({ stage: { id: 'decision' }, debts: [] });
});

test('a lapse that was found before the proof of the sending arrived is taken back', () => {
  const decided = (history: History, on: LocalDate) => decide(madeUpInput(send, history, at(on))).facts;
  const lapsed = decided(participating(), '2024-09-21').find(({ type }) => type === 'term.lapsed');
  expect(lapsed).toMatchObject({ body: { term: 'callEnd' } });
  const history = participating().add('term.lapsed', '2024-09-21', lapsed?.body as never);
  history.milestone('submission', '2024-06-20', { time: '10:00:00', recorded: '2024-09-23' });
  expect(decided(history, '2024-09-23')).toMatchObject([
    { type: 'term.reinstated', body: { term: 'callEnd', because: 'actInTime' } },
  ]);
});

test('in whatever order papers, answers and acts become known, the path is the same', () => {
  const acts = sentWithoutPapers()
    .milestone('admission', '2024-07-23', { outcome: 'admitted', time: '11:02:00' })
    .milestone('cup', '2024-08-01', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-09-10', { time: '10:00:00' })
    .milestone('participation', '2024-05-14', { outcome: 'yes' })
    .filed('participationAct', '2024-06-20')
    .filed('serviceList', '2024-06-21').facts;
  const [opened, ...rest] = acts;
  const stages = (facts: typeof acts) =>
    readCase(send, { call: [], application: facts }).path.map(({ stage, entered }) => [stage.id, entered]);
  fc.assert(
    fc.property(fc.shuffledSubarray(rest, { minLength: rest.length }), (shuffled) => {
      const facts = [opened, ...shuffled].map((fact, n) => ({ ...fact, seq: n + 1 })) as typeof acts;
      expect(stages(facts)).toEqual(stages(acts));
      expect(stages(facts).at(-1)?.[0]).toBe('contract');
    }),
  );
});
