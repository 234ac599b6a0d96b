import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { decide, type DecideInput, type Decisions, type ToldMessage } from './decide.js';
import { explain } from '../explain/explain.js';
import { madeUpInput } from './made-up-input.js';
import { stillHolds } from './still-holds.js';
import { admitted, participating, History } from '../case/made-up-facts.js';
import type { Fact } from '#domain/fact/fact.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));

const input = (history: History, now: number, more: Partial<DecideInput> = {}) =>
  madeUpInput(send, history, now, more);

function asTold(decisions: Decisions, state: ToldMessage['state']): ToldMessage[] {
  return decisions.messages.map((message) => ({
    key: message.key,
    kind: message.kind,
    person: message.person,
    state: message.superseded === true ? 'skipped' : state,
    deliverAt: message.deliverAt,
    ...(message.term === undefined ? {} : { term: message.term }),
  }));
}

/** What is decided becomes facts, as `record` would do. */
function withDecided(history: History, decisions: Decisions, now: number): Fact[] {
  return [
    ...history.facts,
    ...decisions.facts.map(
      (fact, n) =>
        ({ ...fact, id: `decided-${n}`, seq: 100 + n, recordedAt: new Date(now).toISOString() }) as Fact,
    ),
  ];
}

test('a lapse is decided one minute after the end, and not a second earlier', () => {
  const end = epochMs('2024-07-29T21:59:00Z');
  expect(decide(input(admitted(), end + 59_000)).facts).toEqual([]);
  const due = decide(input(admitted(), end + 60_000));
  expect(due.facts).toMatchObject([
    { type: 'term.lapsed', body: { term: 'cupEntry', round: 1, end: '2024-07-29' } },
  ]);
  expect(due.theCase.overlays).toContain('termPassed');
});

test('a lapse is decided once', () => {
  const now = epochMs('2024-07-29T22:00:00Z');
  const history = admitted();
  const first = decide(input(history, now));
  const again = decide(
    input(history, now, { streams: { call: [], application: withDecided(history, first, now) } }),
  );
  expect(again.facts).toEqual([]);
});

test('a CUP known late but entered in time reinstates the application and tells the office', () => {
  const now = epochMs('2024-07-29T22:00:00Z');
  const history = admitted();
  const lapsed = withDecided(history, decide(input(history, now)), now);
  const cup = new History().milestone('cup', '2024-07-29', {
    data: { cup: 'J81F22003840006' },
    time: '23:59:00',
  }).facts[0]!;
  const late = decide(
    input(history, at('2024-07-31'), { streams: { call: [], application: [...lapsed, cup] } }),
  );
  expect(late.facts).toMatchObject([{ type: 'term.reinstated', body: { because: 'actInTime' } }]);
  expect(
    late.messages.filter(({ kind, body }) => kind === 'officeNews' && body.news === 'reinstated'),
  ).toMatchObject([
    { kind: 'officeNews', person: 'deskOfficer', digest: true, deliverAt: '2024-08-01T05:45:00Z' },
  ]);
  expect(late.theCase.stage.id).toBe('decree');
});

test('a CUP entered one second after the term does not reinstate', () => {
  const history = admitted().milestone('cup', '2024-07-29', {
    data: { cup: 'J81F22003840006' },
    time: '23:59:01',
  });
  const decided = decide(input(history, at('2024-07-31')));
  expect(decided.facts).toMatchObject([{ type: 'term.lapsed' }]);
});

test('an extension known after the old end reinstates what had lapsed', () => {
  const now = epochMs('2024-09-20T22:00:00Z');
  const history = participating();
  const lapsed = withDecided(history, decide(input(history, now)), now);
  const call = new History().add('term.amended', '2024-09-21', {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto di proroga',
    actDate: '2024-09-20',
    knownOn: '2024-09-21',
    newEnd: '2024-12-06',
  });
  const decided = decide(
    input(history, at('2024-09-21', '10:00'), { streams: { call: call.facts, application: lapsed } }),
  );
  expect(decided.facts).toMatchObject([
    { type: 'term.reinstated', body: { because: 'termMoved', end: '2024-12-06' } },
  ]);
  expect(decided.theCase.overlays).not.toContain('termPassed');
});

test('everybody who had the old date is told the new one once', () => {
  const history = participating();
  const first = decide(input(history, at('2024-09-10', '07:30')));
  const told = asTold(first, 'sent').filter((message) => message.term?.id === 'callEnd');
  expect(told.length).toBeGreaterThan(0);
  const call = new History().add('term.amended', '2024-09-10', {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto di proroga',
    actDate: '2024-09-09',
    knownOn: '2024-09-10',
    newEnd: '2024-12-06',
  });
  const streams = { call: call.facts, application: history.facts };
  const moved = decide(input(history, at('2024-09-10', '15:00'), { streams, told }));
  const news = moved.messages.filter((message) => message.kind === 'termMoved');
  expect(news.map((message) => message.person)).toEqual([...new Set(told.map((message) => message.person))]);
  expect(news[0]?.body).toMatchObject({
    oldEnd: '2024-09-20',
    newEnd: '2024-12-06',
    act: 'Decreto di proroga',
  });
  const after = decide(
    input(history, at('2024-09-11'), { streams, told: [...told, ...asTold(moved, 'sent')] }),
  );
  expect(after.messages.filter((message) => message.kind === 'termMoved')).toEqual([]);
});

test('a corrected delivery date sends one mail to whoever was told the wrong term', () => {
  const history = admitted();
  const told = asTold(decide(input(history, at('2024-07-23', '12:00'))), 'sent');
  history.milestone('admission', '2024-07-25', { outcome: 'admitted', corrects: history.facts.at(-1)!.id });
  const decided = decide(input(history, at('2024-07-26'), { told }));
  const wrong = decided.messages.filter((message) => message.kind === 'dateCorrected');
  expect(wrong.length).toBeGreaterThan(0);
  expect(wrong[0]?.body).toMatchObject({ oldEnd: '2024-07-26', newEnd: '2024-07-30' });
});

test('a correction that moves only the day to work by is told too, and the reminders are armed again', () => {
  const history = admitted();
  const told = asTold(decide(input(history, at('2024-07-23', '12:00'))), 'sent');
  // The end stays Monday 29 July; people had been told to work by Friday 26.
  history.milestone('admission', '2024-07-24', { outcome: 'admitted', corrects: history.facts.at(-1)!.id });
  const decided = decide(input(history, at('2024-07-24', '12:00'), { told }));
  const wrong = decided.messages.find((message) => message.kind === 'dateCorrected');
  expect(wrong?.body).toMatchObject({ oldEnd: '2024-07-26', newEnd: '2024-07-29' });
  const friday = decide(input(history, at('2024-07-29', '07:30'), { told }));
  expect(friday.messages.some((message) => message.kind === 'reminder' && message.step === '0')).toBe(true);
});

test('of several missed reminders only the latest goes to a person', () => {
  const history = participating();
  // Three days over the inner dates of the call's end, nothing having run.
  const decided = decide(input(history, at('2024-09-18')));
  const referent = decided.messages.filter(
    (message) => message.person === 'referent' && message.kind === 'reminder',
  );
  expect(referent.length).toBeGreaterThan(1);
  expect(referent.filter((message) => message.superseded !== true)).toHaveLength(1);
  expect(referent.at(-1)?.superseded).toBeUndefined();
});

test('deciding again decides no message twice', () => {
  const history = participating();
  const now = at('2024-09-18');
  const told = asTold(decide(input(history, now)), 'pending');
  expect(decide(input(history, now + 1000, { told })).messages).toEqual([]);
});

test('a promise pauses the reminders to who made it until 13:00 of the day', () => {
  const history = participating().add('promise.made', '2024-09-16', {
    person: 'referent',
    until: '2024-09-18',
  });
  const quiet = decide(input(history, at('2024-09-17', '09:00')));
  expect(
    quiet.messages.filter((message) => message.person === 'referent' && message.superseded !== true),
  ).toEqual([]);
  const after = decide(input(history, at('2024-09-18', '13:00')));
  expect(
    after.messages.filter((message) => message.person === 'referent' && message.superseded !== true),
  ).toHaveLength(1);
});

test('a promise does not silence the last working day of a peremptory term', () => {
  const history = admitted().add('promise.made', '2024-07-24', { person: 'referent', until: '2024-08-05' });
  const steps = (now: number) =>
    decide(input(history, now))
      .messages.filter((each) => each.person === 'referent' && each.superseded !== true)
      .map((each) => each.step);
  expect(steps(at('2024-07-25', '07:30'))).toEqual([]);
  expect(steps(at('2024-07-26', '07:00'))).toEqual(['0']);
});

test('while the funder decides the office makes its round each Monday', () => {
  const history = admitted().milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
  const told = asTold(decide(input(history, at('2024-07-26'))), 'sent');
  const monday = decide(input(history, at('2024-07-29', '07:00'), { told }));
  expect(monday.messages.filter((message) => message.kind === 'officeRound')).toMatchObject([
    { person: 'deskOfficer', deliverAt: '2024-07-29T05:45:00Z' },
  ]);
});

test('silence is recorded as silence, never as no', () => {
  const history = new History().opened('2024-05-08');
  const decided = decide(input(history, at('2024-05-23')));
  expect(decided.facts).toMatchObject([{ type: 'silence.recorded', body: { term: 'answer' } }]);
  expect(decided.theCase).toMatchObject({ ended: false, stage: { id: 'decision' } });
  expect(decided.messages.some((message) => message.kind === 'officeCall')).toBe(true);
});

describe('a comune that wants to talk', () => {
  const talking = () =>
    new History().opened('2024-05-08').milestone('participation', '2024-05-10', {
      outcome: 'talk',
      time: '10:00:00',
    });
  const calls = ({ messages }: Decisions) =>
    messages
      .filter((each) => each.kind === 'officeCall')
      .map((each) => [each.person, each.body.why, each.deliverAt]);

  test('is called by the office, with its next digest and then each Monday after a week until there is a yes or a no', () => {
    const history = talking();
    const first = decide(input(history, at('2024-05-10', '10:01')));
    expect(calls(first)).toEqual([['deskOfficer', 'talk', '2024-05-13T05:45:00Z']]);
    expect(first.next?.what).toEqual({ kind: 'phone', on: '2024-05-20', time: '07:45' });
    expect(explain(first.theCase, first, 'Rivello')).toMatchObject({
      upTo: 'Unione',
      sentence:
        "Parliamone: aspetta una telefonata dall'Unione da venerdì 10 maggio, ore 10:00. Manca: la decisione di partecipare. Entro venerdì 20 settembre (è anche il termine ufficiale, ore 23:59). Prossimo: lunedì 20 maggio ore 7:45 avviso all'ufficio di telefonare.",
    });
    const told = asTold(first, 'sent');
    const second = decide(input(history, at('2024-05-20', '07:00'), { told }));
    expect(calls(second)).toEqual([['deskOfficer', 'talk', '2024-05-20T05:45:00Z']]);
    history.milestone('participation', '2024-05-20', { outcome: 'yes', time: '12:00:00' });
    const decided = decide(input(history, at('2024-05-20', '12:01')));
    expect(calls(decided)).toEqual([]);
    expect(
      stillHolds(
        first.messages.find((each) => each.kind === 'officeCall')!,
        decided.theCase,
        [],
        at('2024-05-20', '12:01'),
      ),
    ).toBe('done');
  });

  test('is invited no more, and its answer is no silence', () => {
    const later = decide(input(talking(), at('2024-05-23')));
    expect(later.messages.filter((each) => each.kind === 'invitation')).toEqual([]);
    expect(later.facts).toEqual([]);
    expect(later.theCase).toMatchObject({ ended: false, stage: { id: 'decision' } });
  });

  test('a talk asked for in time and known late takes the silence back', () => {
    const silent = new History().opened('2024-05-08');
    const now = at('2024-05-23');
    const facts = withDecided(silent, decide(input(silent, now)), now);
    const talk = talking().facts.at(-1)!;
    const streams = { call: [], application: [...facts, { ...talk, seq: 200 }] };
    expect(decide(input(silent, at('2024-05-24'), { streams })).facts).toMatchObject([
      { type: 'term.reinstated', body: { term: 'answer' } },
    ]);
  });

  test('that promised an answer for a day is not called before it', () => {
    const history = talking().add('promise.made', '2024-05-13', {
      person: 'legalRepresentative',
      until: '2024-05-23',
    });
    const told = asTold(decide(input(history, at('2024-05-13', '08:00'))), 'sent');
    const next = decide(input(history, at('2024-05-20', '07:00'), { told }));
    expect(calls(next)).toEqual([]);
    expect(next.next?.what).toEqual({ kind: 'phone', on: '2024-05-27', time: '07:45' });
  });
});

test('the end of five years of maintenance is recorded by the engine', () => {
  const history = new History().opened('2024-05-08');
  for (const milestone of [
    'participation',
    'submission',
    'admission',
    'cup',
    'decree',
    'contract',
    'completion',
  ]) {
    history.milestone(milestone, '2024-05-20', outcomeOf(milestone));
  }
  for (const paper of ['participationAct', 'serviceList', 'signedApplication', 'awardAct', 'cre', 'annex5']) {
    history.filed(paper, '2024-05-20').reviewed(paper, '2024-05-20');
  }
  for (const milestone of ['verification', 'paymentRequest', 'payment', 'collection']) {
    history.milestone(milestone, '2025-01-20', outcomeOf(milestone));
  }
  const decided = decide(input(history, at('2031-01-01', '00:30')));
  expect(decided.facts).toMatchObject([
    { type: 'milestone.recorded', body: { milestone: 'maintenanceEnd' } },
  ]);
  expect(decided.theCase).toMatchObject({ ended: true, stage: { label: 'Conclusa' } });
  expect(decided.facts[0]).toMatchObject({ legalDate: '2030-12-31', legalTime: '23:59:00' });
  const application = withDecided(history, decided, at('2031-01-01', '00:30'));
  expect(decide(input(history, at('2031-01-02'), { streams: { call: [], application } })).facts).toEqual([]);
});

function outcomeOf(milestone: string): { outcome?: string } {
  const outcomes: Record<string, string> = {
    participation: 'yes',
    admission: 'admitted',
    verification: 'positive',
  };
  const outcome = outcomes[milestone];
  return outcome === undefined ? {} : { outcome };
}

test('"Perché aspetta?" says who, since when, until when and what comes next', () => {
  const decided = decide(input(admitted(), at('2024-07-23', '12:00')));
  const wait = explain(decided.theCase, decided, 'Rivello');
  expect(wait.sentence).toMatch(
    /^Aspetta il CUP da Rivello da martedì 23 luglio, ore 11:02 \(prova in atti\)\. Entro venerdì 26 luglio \(termine ufficiale: lunedì 29 luglio, ore 23:59\)\. Prossimo: mercoledì 24 luglio ore 8 promemoria al segretario, al referente e al RUP\.$/,
  );
});
