import { atHoursOf } from '#domain/application/decide/made-up-input.js';
import { readFileSync } from 'node:fs';
import { decide } from '#domain/application/decide/decide.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { TermAmended } from '#domain/fact/fact-kinds.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { nothingHappens } from './assumption.js';
import { plainKey } from '../../../test/support/plain-key.js';
import { openingFact, type ScriptedFact, simulate, type SimulateInput } from './simulate.js';
import { difference, type Timeline } from './timeline.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));

function life(from: number, more: Partial<SimulateInput> = {}): Timeline {
  const streams = { call: [], application: [openingFact(from, 'rivello', 2_314_700)] };
  return simulate({ definition: send, streams, from, ...more });
}

function said(
  milestone: string,
  moment: number,
  more: { outcome?: string; legal?: LocalDate } = {},
): ScriptedFact {
  const { date, time } = localAt(moment);
  const { outcome, legal } = more;
  const fact: NewFact = {
    type: 'milestone.recorded',
    legalDate: legal ?? date,
    ...(legal === undefined ? { legalTime: time } : {}),
    legalSource: 'declared',
    channel: 'web',
    actor: 'referent',
    body: { milestone, data: {}, ...(outcome === undefined ? {} : { outcome }) },
  };
  return { at: moment, fact };
}

const EXTENSION: TermAmended = {
  term: 'callEnd',
  kind: 'extension',
  act: 'Decreto di proroga',
  actDate: '2024-09-19',
  knownOn: '2024-09-19',
  newEnd: '2024-12-06',
};

const codes = (timeline: Timeline, kind: string) =>
  timeline.events.filter((event) => event.kind === kind).map((event) => `${event.at} ${event.code}`);

test('a life in which everybody works by the work-by dates goes from the invitation to the end of maintenance', () => {
  const timeline = life(at('2024-05-08'));
  expect(timeline.stopped).toBe('ended');
  expect(codes(timeline, 'stage')).toEqual([
    '2024-05-08T09:00:00 decision#1',
    '2024-05-22T10:00:00 preparation#1',
    '2024-09-20T10:00:00 signature#1',
    '2024-09-20T10:00:00 submission#1',
    '2024-09-20T10:00:00 admission#1',
    // 30 days: nobody has measured how long an admission takes.
    '2024-10-21T10:00:00 cup#1',
    '2024-10-25T10:00:00 decree#1',
    // 92 days after the sending.
    '2024-12-23T10:00:00 contract#1',
    '2025-03-21T10:00:00 works#1',
    '2025-11-21T10:00:00 verification#1',
    '2025-12-22T10:00:00 paymentRequest#1',
    '2026-01-23T10:00:00 payment#1',
    // 409 days after the decree.
    '2026-02-05T10:00:00 paid#1',
    '2026-03-05T10:00:00 maintenance#1',
    '2032-01-01T00:00:00 concluded#1',
  ]);
  expect(codes(timeline, 'decision')).toEqual(['2032-01-01T00:00:00 milestone.recorded maintenanceEnd']);
});

test('a simulated mail goes at the hours at which real ones go', () => {
  const timeline = life(at('2024-05-08'));
  const mayor = timeline.events.filter(
    (event) => event.state === 'sent' && event.code.endsWith('legalRepresentative'),
  );
  const digests = mayor.filter((event) => !event.code.startsWith('documentFiled'));
  expect(digests.length).toBeGreaterThan(3);
  expect(digests.map((event) => event.at.slice(11)).filter((time) => !/^(08|13):00:00$/.test(time))).toEqual(
    [],
  );
});

test('a paper that was looked at meanwhile is not sent to the office to be looked at', () => {
  const timeline = life(at('2024-05-08'));
  const reviews = timeline.events.filter((event) => event.code.startsWith('officeReview'));
  expect(reviews).toHaveLength(6);
  // All that the call's end still asks lies here on its last day: the turn is the office's, and that goes alone.
  const alone = timeline.decided.filter(
    ({ decision }) => decision.kind === 'officeReview' && !decision.digest,
  );
  expect(alone.map(({ decision }) => decision.body)).toMatchObject([
    { requirement: 'serviceList', presses: '2024-09-20' },
    { requirement: 'signedApplication', presses: '2024-09-20' },
  ]);
  expect(reviews.filter((event) => event.state !== 'skipped')).toHaveLength(alone.length);
});

test('the difference of a timeline with itself is empty', () => {
  expect(difference(life(at('2024-05-08')), life(at('2024-05-08')))).toEqual([]);
});

test('an extension moves the end of the call and everything after it, and nothing before', () => {
  const from = at('2024-05-08');
  const changes = difference(life(from), life(from, { amendments: [EXTENSION] }));
  const stages = changes.filter((change) => change.kind === 'stage');
  expect(changes).toContainEqual(
    expect.objectContaining({
      kind: 'end of term',
      code: 'callEnd#1',
      from: '2024-09-20T23:59:00',
      to: '2024-12-06T23:59:00',
    }),
  );
  expect(stages[0]).toMatchObject({
    code: 'signature#1',
    from: '2024-09-20T10:00:00',
    to: '2024-12-06T10:00:00',
  });
  expect(stages.map((change) => change.code)).not.toContain('preparation#1');
  expect(changes.some((change) => change.code === 'reminder callEnd#1 inner-10 to referent')).toBe(true);
});

test('an extension of a running application tells the new date to who had the old one, once', () => {
  const opened = at('2024-05-08');
  const running = life(opened, {
    script: [said('participation', at('2024-05-14'), { outcome: 'yes' })],
    assume: nothingHappens,
    until: at('2024-09-19', '12:00'),
  });
  const told = running.decided.map(({ decision, state }) => ({ ...decision, state }));
  const after = simulate({
    definition: send,
    streams: { call: [], application: running.facts },
    told,
    from: at('2024-09-19', '12:00'),
    amendments: [EXTENSION],
  });
  const news = after.events.filter((event) => event.code.startsWith('termMoved') && event.state === 'sent');
  const people = told
    .filter((each) => each.term?.id === 'callEnd' && each.state === 'sent')
    .map((each) => each.person);
  expect(news.map((event) => event.at)).toEqual(news.map(() => '2024-09-19T12:02:00'));
  expect(people.length).toBeGreaterThan(0);
  expect(new Set(news.map((event) => event.code.split(' to ')[1]))).toEqual(new Set(people));
  expect(news).toHaveLength(new Set(people).size);
});

test('when nothing happens, silence is recorded, and with the end of the call the case is closed', () => {
  const timeline = life(at('2024-05-08'), { assume: nothingHappens });
  expect(timeline.stopped).toBe('ended');
  expect(codes(timeline, 'decision')).toEqual([
    '2024-05-23T00:00:00 silence.recorded answer#1',
    '2024-09-21T00:00:00 term.lapsed callEnd#1',
  ]);
  expect(timeline.theCase).toMatchObject({ ended: true, stage: { id: 'decision' } });
});

test('a script is followed to the second: a CUP known late but entered in time reinstates', () => {
  const timeline = life(at('2024-05-08'), {
    definition: onlyFrom('cup'),
    script: [said('cup', at('2024-05-16', '09:30'), { legal: '2024-05-13' })],
    assume: nothingHappens,
    until: at('2024-05-17'),
  });
  expect(codes(timeline, 'decision')).toEqual([
    '2024-05-14T00:00:00 term.lapsed cupEntry#1',
    '2024-05-16T09:30:00 term.reinstated cupEntry#1',
  ]);
});

test('a message has the name that a real run with other ids and persons gives it', () => {
  const script = [said('participation', at('2024-05-14'), { outcome: 'yes' })];
  const simulated = life(at('2024-05-08'), {
    script,
    assume: nothingHappens,
    until: at('2024-05-14', '09:01'),
  });
  const real = simulated.facts.map((fact): Fact => ({ ...fact, id: `0190-${fact.seq}`, channel: 'web' }));
  const filed = {
    ...real[1],
    id: '0190-3',
    seq: 3,
    type: 'document.filed',
    actor: 'person-9',
    body: {
      requirement: 'participationAct',
      document: 'd',
      sha256: 'a',
      bytes: 1,
      mediaType: 'application/pdf',
    },
  } as Fact;
  const streams = { call: [], application: [...real, filed] };
  const decided = decide({
    application: '0190-app',
    definition: send,
    streams,
    told: [],
    recipients: (seats) => seats.map(({ role }) => `person-of-${role}`),
    writtenTo: (person) => atHoursOf(person.replace('person-of-', ''), '2024-05-14'),
    isClosed: () => false,
    now: at('2024-05-14', '09:01'),
  });
  const names = decided.messages.map((message) => plainKey(message, streams.application));
  expect(names).toEqual(['filed/fact-3', 'review/fact-3']);
});

/** The call as if it began with the PEC of admissibility of Wednesday 8 May: five days end on Monday 13. */
function onlyFrom(stage: string): CallDefinition {
  const stages = send.stages.slice(send.stages.findIndex((each) => each.id === stage));
  const terms = send.terms
    .filter((each) => each.id === 'cupEntry')
    .map((each) => ({ ...each, start: { stage } }));
  return { ...send, stages, terms };
}
