import { sendDefinition } from '../../../../test/support/send-definition.js';
import { addDays, epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { moneyAtRisk } from '#domain/desk/money-at-risk.js';
import { tasksOf } from '#domain/desk/tasks.js';
import { sectionsOf } from '#domain/desk/today.js';
import type { TermAmended } from '#domain/fact/fact-kinds.js';
import { ofType } from '#domain/fact/fact.js';
import { admit } from '../admit/admit.js';
import { decide, type DecideInput, type Decisions, type ToldMessage } from '../decide/decide.js';
import { madeUpInput } from '../decide/made-up-input.js';
import { stillHolds } from '../decide/still-holds.js';
import { explain } from '../explain/explain.js';
import { nextEnd, readCase } from './case.js';
import { History } from './made-up-facts.js';
import { upToInWords } from './whose-turn.js';

const send = sendDefinition();
const at = (date: LocalDate) => epochMs(instantAt(date, '12:00:00'));

/** The call ended on 20 September 2024 and opened again by a decree of 1 October, until 6 December. */
const reopened = (more: Partial<TermAmended> = {}) =>
  new History().add('term.amended', '2024-10-02', {
    term: 'callEnd',
    kind: 'reopening',
    act: 'Decreto n. 150/2024',
    actDate: '2024-10-01',
    knownOn: '2024-10-02',
    newEnd: '2024-12-06',
    ...more,
  }).facts;

const sentOn = (date: LocalDate) =>
  new History().opened('2024-05-08').milestone('submission', date, { time: '10:00:00' });
const read = (history: History, call = reopened()) => readCase(send, { call, application: history.facts });

test('who sent while the call was closed is told to send again, by the new end', () => {
  const theCase = read(sentOn('2024-09-25'));
  expect(theCase.resend).toMatchObject({
    milestone: 'submission',
    closed: { from: '2024-09-21', to: '2024-09-30' },
    act: 'Decreto n. 150/2024',
    unsure: false,
  });
  const { why, label, state } = explain(theCase);
  expect(why).toBe(
    "Aspetta la prova dell'invio ufficiale dal Comune da martedì 1° ottobre. Inviata il 25 settembre, quando era chiuso (dal 21 al 30 settembre 2024): va inviata di nuovo, salvo che l’atto (Decreto n. 150/2024) la tenga valida. Entro venerdì 6 dicembre (è anche il termine ufficiale, ore 23:59). Manca ancora qui: la decisione di partecipare; atto di partecipazione (delibera o determina); elenco dei due servizi di notifica da attivare; domanda di partecipazione firmata (.p7m).",
  );
  expect([label, state]).toEqual([
    'Da inviare',
    'Inviata quando l’avviso era chiuso: va inviata di nuovo sulla piattaforma.',
  ]);
});

test('it is the act that opened the call again which may keep what was sent, not the last one', () => {
  const call = [
    ...reopened(),
    ...new History().add('term.amended', '2024-11-20', {
      term: 'callEnd',
      kind: 'extension',
      act: 'Decreto n. 170/2024',
      actDate: '2024-11-20',
      knownOn: '2024-11-20',
      newEnd: '2024-12-20',
    }).facts,
  ].map((fact, n) => ({ ...fact, id: `call-${n}`, seq: n + 1 }));
  const theCase = read(sentOn('2024-09-25'), call);
  expect(theCase.resend?.act).toBe('Decreto n. 150/2024');
  expect(explain(theCase).why).toContain('Entro venerdì 20 dicembre');
});

test.each([
  ['in time', sentOn('2024-09-20'), reopened()],
  ['in the new window', sentOn('2024-10-02'), reopened()],
  [
    'when an act that was only seen later had extended the call',
    sentOn('2024-09-25'),
    reopened({ actDate: '2024-09-19' }),
  ],
  ['where the act takes it as good', sentOn('2024-09-25'), reopened({ keepsSent: true })],
])('who sent %s sends nothing again', (_when, history, call) => {
  expect(read(history, call).resend).toBeUndefined();
});

test('where nobody knows the date of the act it says so', () => {
  const theCase = read(sentOn('2024-09-25'), reopened({ unsure: true, actDate: '2024-10-02' }));
  expect(theCase.resend).toMatchObject({ unsure: true, closed: { to: '2024-10-01' } });
  expect(explain(theCase).why).toContain('la data dell’atto è da confermare');
});

const decided = (history: History, now: number, more: Partial<DecideInput> = {}) => {
  const input = madeUpInput(send, history, now, more);
  return decide({ ...input, streams: { call: reopened(), application: history.facts } });
};
const glance = (history: History, call = reopened()) => {
  const theCase = read(history, call);
  return glanceOf(theCase, history.facts, explain(theCase));
};
const risk = (history: History) =>
  moneyAtRisk([{ number: 'A', glance: glance(history) }], '2024-10-02', 7).cents;
const asTold = ({ messages }: Decisions): ToldMessage[] =>
  messages.map((each) => ({ ...each, state: each.superseded === true ? 'skipped' : 'sent' }));

test('sending again is a task of whoever sends, by the new end', () => {
  const theCase = read(sentOn('2024-09-25'));
  expect(theCase.stage.id).toBe('submission');
  expect(nextEnd(theCase.terms)).toMatchObject({ id: 'callEnd', term: { safeEnd: '2024-12-06' } });
  expect(upToInWords(theCase)).toBe('referente');
  const tasks = tasksOf(glance(sentOn('2024-09-25')), ['referent'], 'giulia', {});
  const sending = tasks.find(({ asked }) => asked.requirement === 'submission');
  expect(sending).toMatchObject({
    asked: { status: 'missing', ours: true },
    term: { id: 'callEnd', safeEnd: '2024-12-06', was: ['2024-09-20'] },
  });
  expect(sectionsOf([{ number: 'A', glance: glance(sentOn('2024-09-25')) }], '2024-10-02').now).toHaveLength(
    1,
  );
});

test('whoever sends, the mayor and the office hear it once, with the day to work by', () => {
  const history = sentOn('2024-09-25');
  const first = decided(history, at('2024-10-02'));
  const told = first.messages.filter(({ kind }) => kind === 'callNews');
  expect(told.map(({ person, digest, term }) => [person, digest, term?.safeEnd])).toEqual([
    ['legalRepresentative', true, '2024-12-06'],
    ['referent', true, '2024-12-06'],
    ['headOfOffice', true, '2024-12-06'],
    ['deskOfficer', true, '2024-12-06'],
  ]);
  // Nobody who was told the old end reads of the new one beside it.
  const old = { id: 'callEnd', round: 1, end: '2024-09-20', safeEnd: '2024-09-20' } as const;
  const reminded: ToldMessage = {
    key: 'app/old/referent',
    kind: 'reminder',
    person: 'referent',
    term: old,
    state: 'sent',
    deliverAt: instantAt('2024-09-18', '08:00'),
  };
  const { messages } = decided(history, at('2024-10-02'), { told: [reminded] });
  const dated = messages.filter(({ person, term }) => person === 'referent' && term !== undefined);
  expect(dated.map(({ kind }) => kind)).toEqual(['callNews']);
  // Already told, nothing is said again.
  const again = decided(history, at('2024-10-03'), { told: asTold(first) });
  expect(again.messages.filter(({ kind }) => kind === 'callNews' || kind === 'termMoved')).toEqual([]);
});

test('it is reminded and escalated like the sending itself, each step once', () => {
  const history = sentOn('2024-09-25');
  let told: ToldMessage[] = [];
  const steps: string[] = [];
  for (let day: LocalDate = '2024-10-02'; day <= '2024-12-06'; day = addDays(day, 1)) {
    const now = decided(history, epochMs(instantAt(day, '08:00')), { told });
    for (const { kind, person, step, term, superseded } of now.messages) {
      if (superseded !== true && term?.id === 'callEnd' && step !== undefined) {
        steps.push(`${day} ${kind} ${person}`);
      }
    }
    told = [...told, ...asTold(now)];
  }
  expect(steps).toEqual([
    '2024-11-12 reminder referent',
    '2024-11-15 reminder referent',
    '2024-11-20 reminder referent',
    '2024-11-22 reminder referent',
    '2024-11-27 escalation secretary',
    '2024-11-29 reminder referent',
    '2024-12-03 reminder referent',
    '2024-12-04 reminder referent',
    '2024-12-05 reminder referent',
    '2024-12-06 reminder referent',
  ]);
  expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
});

test('within ten working days of the end it is told at once, and no more once it was done or the end is past', () => {
  const history = sentOn('2024-09-25');
  const now = at('2024-11-25');
  const [news] = decided(history, now).messages.filter(({ kind }) => kind === 'callNews');
  expect(news).toMatchObject({ digest: false, body: { presses: '2024-12-06' } });
  const holds = (those: History, moment: number) =>
    news && stillHolds(news, read(those), those.facts, moment);
  expect(holds(history, now)).toBeUndefined();
  expect(holds(history, at('2024-12-07'))).toBe('lapsed');
  expect(holds(sentOn('2024-09-25').milestone('submission', '2024-11-25'), now)).toBe('done');
});

test('the second sending counts in place of the first, and leaves no money at risk', () => {
  const first = sentOn('2024-09-25')
    .filed('participationAct', '2024-09-24')
    .reviewed('participationAct', '2024-09-24');
  expect(risk(first)).toBeGreaterThan(0);
  const again = sentOn('2024-09-25')
    .filed('participationAct', '2024-09-24')
    .reviewed('participationAct', '2024-09-24')
    .milestone('submission', '2024-10-10', { time: '09:00:00' });
  const last = ofType(again.facts, 'milestone.recorded').at(-1);
  const streams = { call: reopened(), application: first.facts };
  expect(last && admit(last, send, streams, at('2024-10-10'))).toBeUndefined();
  const theCase = read(again);
  expect(theCase.resend).toBeUndefined();
  expect([theCase.stage.id, theCase.since]).toEqual(['admission', { date: '2024-10-10', time: '09:00:00' }]);
  expect(theCase.terms.find(({ id }) => id === 'callEnd')?.met).toMatchObject({ inTime: true });
  expect(risk(again)).toBe(0);
  // Also where the funder has gone on since.
  const admitted = again.milestone('admission', '2024-11-05', { outcome: 'admitted' });
  expect(read(admitted).path.find(({ stage }) => stage.id === 'admission')?.entered.date).toBe('2024-10-10');
});

test('once the new end has passed too, what was sent stays in sight and is to be confirmed', () => {
  const history = sentOn('2024-09-25');
  const now = decided(history, at('2024-12-07'));
  expect(now.facts).toMatchObject([{ type: 'term.lapsed', body: { term: 'callEnd', end: '2024-12-06' } }]);
  expect(now.theCase.overlays).toContain('termPassed');
  expect(explain(now.theCase).why).toContain(
    'Inviata il 25 settembre, quando era chiuso (dal 21 al 30 settembre 2024), e non risulta inviata di nuovo: se l’atto (Decreto n. 150/2024) la tenga valida è da confermare.',
  );
  expect(now.messages.filter(({ kind }) => kind === 'callNews')).toEqual([]);
});

test('what the funder went on with was taken; after the new end nobody is asked any more', () => {
  const admitted = sentOn('2024-09-25').milestone('admission', '2024-11-05', { outcome: 'admitted' });
  expect(read(admitted).resend).toBeUndefined();
  const history = sentOn('2024-09-25');
  const told = (now: LocalDate) =>
    decide({
      ...madeUpInput(send, history, at(now)),
      streams: { call: reopened(), application: history.facts },
    }).messages.filter(({ kind }) => kind === 'callNews');
  expect(told('2024-12-06')).toHaveLength(4);
  expect(told('2024-12-07')).toEqual([]);
});

test('nothing of it was known while the call was over: a sending after the end is late', () => {
  expect(read(sentOn('2024-09-25'), []).terms.find(({ id }) => id === 'callEnd')?.met?.inTime).toBe(false);
});

test('a second sending that is only declared takes the place of nothing that is proven', () => {
  const declared = sentOn('2024-09-25').add('milestone.recorded', '2024-10-10', {
    milestone: 'submission',
    data: {},
  });
  const theCase = read(declared);
  // As a sending that is declared always does, it leads on; the first one is still there.
  expect(theCase.stage.id).toBe('admission');
  expect(explain(theCase).why).toContain('dichiarato su Capofila');
  const afterwards = decide(
    madeUpInput(send, declared, at('2024-12-08'), {
      streams: { call: reopened(), application: declared.facts },
    }),
  );
  expect(afterwards.facts.filter(({ body }) => 'closes' in body)).toEqual([]);
  // Proven, it is the sending.
  const proven = sentOn('2024-09-25').milestone('submission', '2024-10-10', { time: '10:00:00' });
  expect(read(proven).resend).toBeUndefined();
});
