import { atHoursOf } from './made-up-input.js';
import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import { decide } from './decide.js';
import type { Decisions, ToldMessage } from './decision.js';
import { admitted, History, participating } from '../case/made-up-facts.js';
import { stillHolds } from './still-holds.js';
import { rolesOf } from '#domain/people/seat.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));

interface More {
  call?: readonly Fact[];
  told?: readonly ToldMessage[];
}

function decided(facts: readonly Fact[], now: number, { call = [], told = [] }: More = {}): Decisions {
  return decide({
    application: 'app',
    definition: send,
    streams: { call, application: facts },
    told,
    recipients: rolesOf,
    writtenTo: atHoursOf,
    isClosed: () => false,
    now,
  });
}

/** The history with what was decided of it, as `record` appends it. */
function settled(facts: readonly Fact[], { facts: verdicts }: Decisions, now: number): Fact[] {
  const recordedAt = isoInstant(now);
  return [
    ...facts,
    ...verdicts.map((fact, n) => ({ ...fact, id: `verdict-${n}`, seq: 100 + n, recordedAt }) as Fact),
  ];
}

function asTold({ messages }: Decisions, state: ToldMessage['state']): ToldMessage[] {
  return messages.map(({ key, kind, person, deliverAt, term }) => ({
    key,
    kind,
    person,
    state,
    deliverAt,
    ...(term === undefined ? {} : { term }),
  }));
}

const toOffice = ({ messages }: Decisions) =>
  messages
    .filter((each) => each.kind === 'officeNews' || each.kind === 'officeCall')
    .map((each) => [
      each.kind === 'officeNews' ? each.body.news : each.body.why,
      each.digest,
      each.deliverAt,
    ]);

describe('a term that passes in the night of a Saturday', () => {
  const { facts } = participating();
  const night = at('2024-09-21', '00:01');
  const lapse = decided(facts, night);
  const after = settled(facts, lapse, night);
  const extension = new History().add('term.amended', '2024-09-25', {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto n. 137/2024',
    actDate: '2024-09-24',
    knownOn: '2024-09-25',
    newEnd: '2024-12-06',
  }).facts;
  const extended = (state: ToldMessage['state']) =>
    decided(after, at('2024-09-25', '10:00'), { call: extension, told: asTold(lapse, state) });

  test('is told with Monday’s digest, however many comuni it concerns', () => {
    expect(toOffice(lapse)).toContainEqual(['termLapsed', true, '2024-09-23T05:45:00Z']);
  });

  test('and is extended later runs again: told as that, in a digest, to who read that it had passed', () => {
    expect(toOffice(extended('sent'))).toEqual([['runsAgain', true, '2024-09-26T05:45:00Z']]);
  });

  test('and is extended before anybody read of it: neither news goes', () => {
    const now = extended('pending');
    expect(toOffice(now)).toEqual([]);
    const passed = lapse.messages.find(
      ({ kind, body }) => kind === 'officeNews' && body.news === 'termLapsed',
    );
    expect(stillHolds(passed!, lapse.theCase, after, night)).toBeUndefined();
    expect(stillHolds(passed!, now.theCase, after, at('2024-09-25'))).toBe('termMoved');
  });
});

test('a sample check, clarifications and a revocation go to the office at once, a withdrawal with the digest', () => {
  const openings = [
    'sampleCheckRequested',
    'clarificationRequested',
    'revocationStarted',
    'withdrawalRequested',
  ];
  const told = openings.map((opening) => {
    const now = decided(admitted().milestone(opening, '2024-07-24').facts, at('2024-07-24', '10:00'));
    return now.messages.flatMap(({ kind, body, digest }) =>
      kind === 'officeNews' && body.news === 'interrupt' ? [digest, body.on] : [],
    );
  });
  expect(told).toEqual([
    [false, '2024-07-24'],
    [false, '2024-07-24'],
    [false, '2024-07-24'],
    [true, '2024-07-24'],
  ]);
});

describe('a quick answer', () => {
  const answered = (answer: 'done' | 'cannot') =>
    admitted().add('reminder.answered', '2024-07-24', {
      answer,
      person: 'referent',
      term: 'cupEntry',
      round: 1,
    });
  const told = (history: History) =>
    decided(history.facts, at('2024-07-24')).messages.find(({ key }) => key.includes('/answered/'))!;

  test('carries to the office the term that it was about', () => {
    expect(told(answered('done')).body).toEqual({ news: 'saysDone', term: 'cupEntry', round: 1 });
    expect(told(answered('cannot')).body).toEqual({
      why: 'cannot',
      about: 'referent',
      term: 'cupEntry',
      round: 1,
      presses: '2024-07-26',
    });
  });

  test.each(['done', 'cannot'] as const)('«%s» is not told once the thing has come', (answer) => {
    const history = answered(answer);
    const message = told(history);
    const before = decided(history.facts, at('2024-07-24')).theCase;
    expect(stillHolds(message, before, history.facts, at('2024-07-25'))).toBeUndefined();
    history.milestone('cup', '2024-07-24', { data: { cup: 'J81F22003840006' } });
    const { theCase } = decided(history.facts, at('2024-07-24', '15:00'));
    expect(stillHolds(message, theCase, history.facts, at('2024-07-25'))).toBe('done');
  });

  test('of an older form, which does not say what it was about, is told as before', () => {
    const history = admitted().add('reminder.answered', '2024-07-24', { answer: 'done', person: 'referent' });
    const { theCase } = decided(history.facts, at('2024-07-24'));
    expect(stillHolds(told(history), theCase, history.facts, at('2024-07-25'))).toBeUndefined();
  });
});

describe('what asks for something that is no longer possible', () => {
  const opened = new History().opened('2024-05-08');
  const { messages, theCase } = decided(opened.facts, at('2024-05-08'));
  const invitation = messages.find((each) => each.kind === 'invitation')!;
  const call = decided(opened.facts, at('2024-05-20')).messages.find((each) => each.kind === 'officeCall')!;

  test('an invitation goes while its term runs', () => {
    expect(stillHolds(invitation, theCase, opened.facts, at('2024-05-20'))).toBeUndefined();
  });

  test('an invitation does not go once its term has passed, also before silence is recorded', () => {
    expect(stillHolds(invitation, theCase, opened.facts, at('2025-11-12'))).toBe('lapsed');
    const now = at('2024-05-23');
    const silent = settled(opened.facts, decided(opened.facts, now), now);
    expect(stillHolds(invitation, decided(silent, now).theCase, silent, now)).toBe('lapsed');
  });

  test('nor does the telephone call that follows it', () => {
    expect(stillHolds(call, theCase, opened.facts, at('2025-11-12'))).toBe('lapsed');
  });

  test('nor anything about an answer, once the call itself has closed', () => {
    const late = new History().opened('2024-09-18');
    const now = decided(late.facts, at('2024-09-18'));
    const asked = now.messages.find((each) => each.kind === 'invitation')!;
    expect(asked.term?.end).toBe('2024-09-20');
    expect(stillHolds(asked, now.theCase, late.facts, at('2024-09-20'))).toBeUndefined();
    expect(stillHolds(asked, now.theCase, late.facts, at('2024-09-23'))).toBe('lapsed');
  });
});
