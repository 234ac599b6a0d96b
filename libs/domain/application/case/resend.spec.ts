import { sendDefinition } from '../../../../test/support/send-definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { moneyAtRisk } from '#domain/desk/money-at-risk.js';
import type { TermAmended } from '#domain/fact/fact-kinds.js';
import { ofType } from '#domain/fact/fact.js';
import { admit } from '../admit/admit.js';
import { decide } from '../decide/decide.js';
import { madeUpInput } from '../decide/made-up-input.js';
import { explain } from '../explain/explain.js';
import { readCase } from './case.js';
import { History } from './made-up-facts.js';

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
    end: '2024-12-06',
    unsure: false,
  });
  expect(explain(theCase).why).toContain(
    'Inviata il 25 settembre, quando era chiuso (dal 21 al 30 settembre 2024): va inviata di nuovo entro venerdì 6 dicembre',
  );
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

test('people of the comune hear it once, and money is at risk until it is sent again', () => {
  const history = sentOn('2024-09-25');
  const call = reopened();
  const input = madeUpInput(send, history, at('2024-10-02'));
  const { messages } = decide({ ...input, streams: { call, application: history.facts } });
  const told = messages.filter(({ kind }) => kind === 'callNews');
  expect(told.map(({ person }) => person)).toEqual(['legalRepresentative', 'referent', 'headOfOffice']);
  const risk = (later: History) => {
    const theCase = read(later, call);
    const glance = glanceOf(theCase, later.facts, explain(theCase));
    return moneyAtRisk([{ number: 'A', glance }], '2024-10-02', 7).cents;
  };
  expect(risk(history)).toBeGreaterThan(0);

  // The second sending is taken, though the case has gone on with the first, and the path does not move.
  const before = read(history, call).path.map(({ stage, entered }) => [stage.id, entered]);
  const again = sentOn('2024-09-25')
    .filed('participationAct', '2024-09-25')
    .reviewed('participationAct', '2024-09-26')
    .milestone('submission', '2024-10-10', { time: '09:00:00' });
  const last = ofType(again.facts, 'milestone.recorded').at(-1);
  expect(last && admit(last, send, { call, application: history.facts }, at('2024-10-10'))).toBeUndefined();
  expect(read(again, call).resend).toBeUndefined();
  expect(read(again, call).path.map(({ stage, entered }) => [stage.id, entered])).toEqual(before);
  expect(risk(again)).toBe(0);
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
  expect(told('2024-12-06')).toHaveLength(3);
  expect(told('2024-12-07')).toEqual([]);
});

test('nothing of it was known while the call was over: a sending after the end is late', () => {
  expect(read(sentOn('2024-09-25'), []).terms.find(({ id }) => id === 'callEnd')?.met?.inTime).toBe(false);
});
