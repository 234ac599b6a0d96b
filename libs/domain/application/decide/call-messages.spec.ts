import { atHoursOf } from './made-up-input.js';
import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import { askToPhone } from '#domain/desk/today.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import type { FactBodies, FactType } from '#domain/fact/fact-kinds.js';
import type { Fact } from '#domain/fact/fact.js';
import { decide, type DecideInput, type Decisions, type ToldMessage } from './decide.js';
import { explain } from '../explain/explain.js';
import { type History, participating } from '../case/made-up-facts.js';
import { readCase } from '../case/case.js';
import { stillHolds } from './still-holds.js';
import { rolesOf } from '#domain/people/seat.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));
const BODY = { act: 'Decreto n. 60/2024', actDate: '2024-06-10' as const, knownOn: '2024-06-11' as const };

function inCall<T extends FactType>(
  id: string,
  type: T,
  body: FactBodies[T],
  date: LocalDate,
  corrects?: string,
): Fact {
  return {
    id,
    seq: 1,
    type,
    legalDate: date,
    legalSource: 'received',
    channel: 'web',
    body,
    recordedAt: isoInstant(at(date)),
    ...(corrects === undefined ? {} : { corrects }),
  } as unknown as Fact;
}

const spent = inCall('spent', 'call.fundsExhausted', BODY, '2024-06-11');
const again = inCall('again', 'fact.voided', {}, '2024-07-01', 'spent');

function input(history: History, call: Fact[], now: number, told: ToldMessage[] = []): DecideInput {
  return {
    application: 'app',
    definition: send,
    streams: { call, application: history.facts },
    told,
    recipients: rolesOf,
    writtenTo: atHoursOf,
    isClosed: () => false,
    now,
  };
}

const asSent = ({ messages }: Decisions): ToldMessage[] =>
  messages.map(({ key, kind, person, deliverAt }) => ({ key, kind, person, deliverAt, state: 'sent' }));
const callNews = ({ messages }: Decisions) => messages.filter((each) => each.kind === 'callNews');
const sentToFunder = () =>
  participating()
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21')
    .filed('serviceList', '2024-05-20')
    .reviewed('serviceList', '2024-05-21')
    .filed('signedApplication', '2024-05-30')
    .reviewed('signedApplication', '2024-05-31')
    .milestone('submission', '2024-06-03');

test('when the money is used up, who works on an unsent application hears it once, and the office calls', () => {
  const decisions = decide(input(participating(), [spent], at('2024-06-11', '10:00')));
  const news = callNews(decisions);
  expect(news.map((each) => each.person).toSorted()).toEqual(['referent', 'rup', 'secretary']);
  expect(news[0]).toMatchObject({ body: { news: 'fundsExhausted', act: 'Decreto n. 60/2024' } });
  expect(decisions.messages.filter((each) => each.kind === 'officeCall')).toMatchObject([
    { person: 'deskOfficer', body: { why: 'funds' } },
  ]);
  const later = decide(input(participating(), [spent], at('2024-06-12', '10:00'), asSent(decisions)));
  expect(callNews(later)).toEqual([]);
});

test('the legal term stays, no reminder of it goes any more, and nothing is closed', () => {
  const before = readCase(send, { call: [], application: participating().facts });
  const theCase = readCase(send, { call: [spent], application: participating().facts });
  expect(theCase.terms).toEqual(before.terms);
  expect(theCase).toMatchObject({ ended: false, overlays: ['fundsExhausted'] });
  const now = at('2024-09-19', '07:30');
  const ofEnd = (call: Fact[]) =>
    decide(input(participating(), call, now)).messages.filter((each) => each.term?.id === 'callEnd');
  expect(ofEnd([]).length).toBeGreaterThan(0);
  expect(ofEnd([spent])).toEqual([]);
  const [waiting] = ofEnd([]);
  expect(waiting && stillHolds(waiting, theCase, participating().facts, now)).toBe('fundsExhausted');
  expect(explain(theCase, undefined, 'Rivello').sentence).toContain(
    'I fondi dell’avviso risultano esauriti (Decreto n. 60/2024): prima di lavorarci ancora decidete con l’ufficio.',
  );
});

test('an application that was sent changes in nothing', () => {
  const history = sentToFunder();
  const now = at('2024-06-12', '10:00');
  const without = decide(input(history, [], now));
  const with_ = decide(input(history, [spent], now));
  expect(with_.theCase).toEqual(without.theCase);
  expect(with_.messages).toEqual(without.messages);
});

test('once office and comune have talked the label stays and the reminders go on', () => {
  const history = participating();
  const glance = (of: History) => {
    const theCase = readCase(send, { call: [spent], application: of.facts });
    return glanceOf(theCase, of.facts, { why: '', coming: [] });
  };
  expect(glance(history).overlays).toEqual(['Fondi esauriti']);
  expect(askToPhone(glance(history), '2024-06-12')).toEqual([
    { because: 'funds', act: 'Decreto n. 60/2024', on: '2024-06-10' },
  ]);
  const about = { requirement: 'serviceList' };
  const ofPaper = participating().add('talk.logged', '2024-06-12', {
    kind: 'phone',
    officeOnly: false,
    outcome: 'reached',
    about,
  });
  expect(askToPhone(glance(ofPaper), '2024-06-12')).toHaveLength(1);
  const talked = participating().add('talk.logged', '2024-06-12', {
    kind: 'phone',
    officeOnly: false,
    outcome: 'reached',
  });
  expect(askToPhone(glance(talked), '2024-06-12')).toEqual([]);
  expect(glance(talked).overlays).toEqual(['Fondi esauriti']);
  const reminded = decide(input(talked, [spent], at('2024-09-19', '07:30'))).messages;
  expect(reminded.some((each) => each.term?.id === 'callEnd')).toBe(true);
});

test('money that is there again is told to whom the end of it was told, and reminders go on', () => {
  const history = participating();
  const told = asSent(decide(input(history, [spent], at('2024-06-11', '10:00'))));
  const decisions = decide(input(history, [spent, again], at('2024-07-01', '10:00'), told));
  expect(callNews(decisions).map(({ person, body }) => [person, body.news])).toEqual([
    ['referent', 'fundsAgain'],
    ['rup', 'fundsAgain'],
    ['secretary', 'fundsAgain'],
  ]);
  expect(decisions.theCase.overlays).toEqual([]);
  expect(callNews(decide(input(history, [spent, again], at('2024-07-01', '10:00'))))).toEqual([]);
});

test('of a withdrawn call only those hear who had an e-mail; what waits is not sent', () => {
  const history = participating();
  const withdrawn = inCall('gone', 'call.withdrawn', { told: true }, '2024-06-20');
  const told: ToldMessage[] = [
    { key: 'a', kind: 'invitation', person: 'mayor', state: 'sent', deliverAt: '2024-05-10T06:00:00Z' },
    { key: 'b', kind: 'reminder', person: 'rup', state: 'pending', deliverAt: '2024-06-21T06:00:00Z' },
    { key: 'c', kind: 'officeNews', person: 'marta', state: 'sent', deliverAt: '2024-06-01T06:00:00Z' },
  ];
  const decisions = decide(input(history, [withdrawn], at('2024-06-20', '10:00'), told));
  expect(callNews(decisions).map((each) => each.person)).toEqual(['mayor']);
  expect(decisions.theCase).toMatchObject({
    ended: true,
    closed: { because: 'l’Unione ha ritirato l’avviso' },
  });
  const holds = (message: Parameters<typeof stillHolds>[0]) =>
    stillHolds(message, decisions.theCase, history.facts, at('2024-06-21'));
  expect(callNews(decisions).map(holds)).toEqual([undefined]);
  expect(holds({ kind: 'reminder', body: {} })).toBe('ended');
});
