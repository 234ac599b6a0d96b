import { atHoursOf } from '#domain/application/decide/made-up-input.js';
import { readFileSync } from 'node:fs';
import type { Actor } from '#domain/access/can.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { seatsNow } from '#domain/desk/glance.js';
import { tasksOf } from '#domain/desk/tasks.js';
import type { AskedOf } from '#domain/fact/asked-of.js';
import { type Fact, type NewFact, ofType } from '#domain/fact/fact.js';
import { holdersOf, type Membership } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';
import { overtaken } from '#domain/post/only-latest.js';
import { simulate } from '#domain/simulation/simulate.js';
import { admit } from './admit/admit.js';
import { History } from './case/made-up-facts.js';
import { readCase } from './case/case.js';
import { upToInWords } from './case/whose-turn.js';
import { decide } from './decide/decide.js';
import { stillHolds } from './decide/still-holds.js';
import { permitted } from './may/permitted.js';
import { saidFor } from './may/said-for.js';

// Rivello applies, Nemoli takes part. Both owe the same paper of the preparation, each its own; Nemoli a go-ahead too.
const OF_NEMOLI = { of: 'nemoli' };

/** SEND, with a statement that the others who take part bring, and a go-ahead of their secretaries. */
function definition(): CallDefinition {
  const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
  const preparation = send.stages.find((each) => each.id === 'preparation');
  preparation?.requirements.push(
    {
      kind: 'document',
      id: 'statement',
      label: 'dichiarazione',
      place: 'here',
      from: ['referent'],
      review: false,
      askedOf: 'participants',
    },
    {
      kind: 'approval',
      id: 'goAhead',
      label: 'via libera',
      order: 'parallel',
      rule: 'all',
      approvers: ['secretary'],
      substitute: 'legalRepresentative',
      askedOf: 'participants',
    },
  );
  return send;
}

const memberships: Membership[] = ['rivello', 'nemoli'].flatMap((body) =>
  (['referent', 'secretary', 'rup', 'legalRepresentative'] as const).map((role) => ({
    person: `${role} of ${body}`,
    body,
    role,
    from: '2020-01-01' as const,
  })),
);
memberships.push({ person: 'marta', body: 'union', role: 'deskOfficer', from: '2020-01-01' });
const people = { unionBody: 'union', applicant: 'rivello', application: 'app', memberships, absences: [] };

class TwoBodies extends History {
  override opened(date: LocalDate): this {
    return this.add('application.opened', date, {
      call: 'call',
      applicant: 'rivello',
      participants: ['rivello', 'nemoli'],
      attempt: 1,
      amountCents: 1,
    });
  }

  files(requirement: string, of: AskedOf, date: LocalDate): this {
    const document = `${requirement}-${this.facts.length + 1}`;
    return this.add('document.filed', date, {
      requirement,
      ...of,
      document,
      sha256: 'a'.repeat(64),
      bytes: 1,
      mediaType: 'application/pdf',
    });
  }

  approves(of: AskedOf, date: LocalDate, verdict: 'given' | 'returned' = 'given'): this {
    return this.add('approval.answered', date, {
      approval: 'goAhead/secretary',
      ...of,
      person: 'somebody',
      verdict,
    });
  }
}

const preparing = () =>
  new TwoBodies().opened('2024-05-08').milestone('participation', '2024-05-14', { outcome: 'yes' });
const read = ({ facts }: History) => readCase(definition(), { call: [], application: facts });
const missing = (history: History) =>
  read(history).missing.map(({ requirement, of, status }) => [requirement.id, of, status]);
const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));

function decided({ facts }: History, now: number) {
  return decide({
    application: 'app',
    definition: definition(),
    streams: { call: [], application: facts },
    told: [],
    recipients: (seats, on) => holdersOf(people, seats, on),
    writtenTo: atHoursOf,
    isClosed: () => false,
    now,
  });
}

test('a thing is missing of the body of which it is asked, and up to its people', () => {
  expect(missing(preparing())).toEqual([
    ['participationAct', undefined, 'missing'],
    ['serviceList', undefined, 'missing'],
    ['statement', 'nemoli', 'missing'],
    ['goAhead', 'nemoli', 'missing'],
  ]);
  const { missing: asked } = read(preparing());
  expect(asked.find((each) => each.requirement.id === 'statement')?.upTo).toEqual([
    { role: 'referent', body: 'nemoli' },
  ]);
});

test('a paper of one body does not satisfy another, and where nobody is named it is the applicant’s', () => {
  const mistaken = preparing().files('statement', {}, '2024-05-20');
  expect(missing(mistaken)).toContainEqual(['statement', 'nemoli', 'missing']);
  const own = mistaken.files('statement', OF_NEMOLI, '2024-05-21');
  expect(missing(own).map(([id]) => id)).not.toContain('statement');
  const foreign = preparing().files('serviceList', OF_NEMOLI, '2024-05-20');
  expect(missing(foreign)).toContainEqual(['serviceList', undefined, 'missing']);
  expect(missing(foreign.files('serviceList', {}, '2024-05-21'))).toContainEqual([
    'serviceList',
    undefined,
    'inReview',
  ]);
});

test('a go-ahead is each body’s own, and so is what is sent back', () => {
  const foreign = preparing().approves({}, '2024-05-20');
  expect(missing(foreign)).toContainEqual(['goAhead', 'nemoli', 'missing']);
  expect(missing(foreign.approves(OF_NEMOLI, '2024-05-21')).map(([id]) => id)).not.toContain('goAhead');
  const sentBack = decided(preparing().approves(OF_NEMOLI, '2024-05-20', 'returned'), at('2024-05-20'));
  const told = sentBack.messages.filter((each) => each.kind === 'documentReturned');
  expect(told.map((each) => [each.person, each.body.of])).toEqual([
    ['referent of nemoli', 'nemoli'],
    ['rup of nemoli', 'nemoli'],
  ]);
});

test('the stage goes on when the last body has brought what it owes', () => {
  const history = preparing()
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21')
    .filed('serviceList', '2024-05-20')
    .reviewed('serviceList', '2024-05-21')
    .files('statement', OF_NEMOLI, '2024-05-22');
  expect(read(history).stage.id).toBe('preparation');
  expect(read(history.approves(OF_NEMOLI, '2024-05-23')).stage.id).toBe('signature');
});

test('each is reminded of what it owes, under keys of its own, and the applicant’s keys name nobody', () => {
  const { messages } = decided(preparing(), at('2024-09-13', '07:30'));
  const reminders = messages.filter((each) => each.term?.id === 'callEnd' && each.kind === 'reminder');
  const of = (body: string) => reminders.filter((each) => each.person === `referent of ${body}`);
  expect(of('rivello').length).toBeGreaterThan(0);
  expect(of('nemoli').length).toBeGreaterThan(0);
  expect(of('rivello').every(({ key, body }) => !key.includes('/of/') && !('of' in body))).toBe(true);
  expect(
    of('nemoli').every(
      ({ key, body }) => key.includes('/of/nemoli/') && 'of' in body && body.of === 'nemoli',
    ),
  ).toBe(true);
  const asked = messages.filter((each) => each.kind === 'approvalAsked' || each.kind === 'escalation');
  expect(asked.some((each) => each.person === 'secretary of nemoli')).toBe(true);
});

test('a reminder no longer holds once that body owes nothing, whatever the applicant owes', () => {
  const history = preparing();
  const now = at('2024-09-13', '07:30');
  const reminder = decided(history, now).messages.find(
    (each) => each.kind === 'reminder' && each.person === 'referent of nemoli',
  );
  if (reminder === undefined) throw new Error('nobody was reminded');
  expect(stillHolds(reminder, read(history), history.facts, now)).toBeUndefined();
  history.files('statement', OF_NEMOLI, '2024-05-21').approves(OF_NEMOLI, '2024-05-22');
  expect(stillHolds(reminder, read(history), history.facts, now)).toBe('done');
});

test('of two reminders to one person about two bodies neither makes the other useless', () => {
  const term = { id: 'callEnd', round: 1, end: '2024-09-20', safeEnd: '2024-09-19' } as const;
  const waiting = (id: string, of: AskedOf) => ({
    id,
    kind: 'reminder' as const,
    application: 'app',
    deliverAt: '2024-09-13T06:00:00Z',
    term,
    body: of,
  });
  const now = at('2024-09-13', '09:00');
  expect(overtaken([waiting('a', {}), waiting('b', OF_NEMOLI)], now)).toEqual([]);
  expect(overtaken([waiting('a', OF_NEMOLI), waiting('b', OF_NEMOLI)], now)).toEqual(['a']);
});

test('a promise pauses what is asked of that body, and of no other', () => {
  const now = at('2024-09-13', '07:30');
  const reminded = (history: History) =>
    decided(history, now)
      .messages.filter((each) => each.kind === 'reminder')
      .map((each) => each.person);
  const promised = (of: AskedOf) =>
    preparing().add('promise.made', '2024-09-12', {
      person: 'referent of nemoli',
      until: '2024-09-16',
      ...of,
    });
  expect(reminded(promised({}))).toContain('referent of nemoli');
  expect(reminded(promised(OF_NEMOLI))).not.toContain('referent of nemoli');
});

test('lists keep whose turn it is in the other body, and give each the tasks of its own', () => {
  const theCase = read(preparing());
  const glance = glanceOf(theCase, preparing().facts, { why: '', coming: [] });
  expect(glance.roles).toEqual(['referent', 'rup']);
  expect(seatsNow({ applicant: { id: 'rivello' }, glance })).toEqual([
    { role: 'referent', body: 'rivello' },
    { role: 'rup', body: 'rivello' },
    { role: 'referent', body: 'nemoli' },
    { role: 'secretary', body: 'nemoli' },
  ]);
  expect(upToInWords(theCase)).toBe('referente, RUP, segretario');
  const tasks = (of: AskedOf) => tasksOf(glance, ['referent'], 'x', of).map(({ asked }) => asked.requirement);
  expect(tasks({})).toEqual(['participationAct', 'serviceList']);
  expect(tasks(OF_NEMOLI)).toEqual(['statement']);
});

describe('what somebody says', () => {
  const { facts } = preparing();
  const paper = (requirement: string): NewFact => ({
    type: 'document.filed',
    legalDate: '2024-05-20',
    legalSource: 'received',
    channel: 'web',
    body: { requirement, document: 'd', sha256: 'a', bytes: 1, mediaType: 'application/pdf' },
  });
  const said = (fact: NewFact, acting: Parameters<typeof saidFor>[1]) =>
    saidFor(fact, acting, 'union', definition(), facts);
  const refused = (fact: NewFact) =>
    admit(fact, definition(), { call: [], application: facts }, at('2024-05-20', '18:00'))?.code;

  test('is about the body in whose name it is said; the applicant is not named', () => {
    expect(said(paper('statement'), { actingBody: 'rivello' }).body).not.toHaveProperty('of');
    expect(said(paper('statement'), { actingBody: 'nemoli' }).body).toMatchObject(OF_NEMOLI);
    const office = { actingBody: 'union', onBehalfOf: 'nemoli' };
    expect(said(paper('statement'), office).body).toMatchObject(OF_NEMOLI);
  });

  test('is taken from the body of which it is asked, and from no other', () => {
    expect(refused(said(paper('statement'), { actingBody: 'nemoli' }))).toBeUndefined();
    expect(refused(said(paper('statement'), { actingBody: 'rivello' }))).toBe('DOC-101');
    expect(refused(said(paper('serviceList'), { actingBody: 'nemoli' }))).toBe('DOC-101');
  });

  test('names no body that does not take part, and never the applicant', () => {
    const of = (body: string) => ({ ...paper('statement'), body: { ...paper('statement').body, of: body } });
    expect(refused(of('trecchina') as NewFact)).toBe('FATTO-15');
    expect(refused(of('rivello') as NewFact)).toBe('FATTO-15');
  });

  test('of a paper that is looked at is about the body that filed it', () => {
    const filed = preparing().files('statement', OF_NEMOLI, '2024-05-20');
    const document = filed.facts.at(-1)?.body as { document: string };
    const review: NewFact = {
      type: 'document.reviewed',
      legalDate: '2024-05-21',
      legalSource: 'received',
      channel: 'web',
      body: { requirement: 'statement', document: document.document, verdict: 'accepted' },
    };
    const about = saidFor(review, { actingBody: 'union' }, 'union', definition(), filed.facts);
    expect(about.body).toMatchObject(OF_NEMOLI);
  });
});

test('whoever takes part may bring its own papers, the applicant its own, the office both', () => {
  const may = (body: string, role: Role) => {
    const actor: Actor = {
      person: 'x',
      union: 'u',
      unionBody: 'union',
      memberships: [{ body, role }],
    };
    return permitted({
      actor,
      resource: { union: 'u', bodies: ['rivello', 'nemoli'], application: 'app' },
      applicant: 'rivello',
      definition: definition(),
      streams: { call: [], application: preparing().facts },
      findings: [],
      now: at('2024-05-20'),
    });
  };
  const files = (body: string, role: Role) => may(body, role).file.map((each) => each.requirement);
  expect(files('rivello', 'referent')).toEqual(['participationAct', 'serviceList']);
  expect(files('nemoli', 'referent')).toEqual(['statement']);
  expect(may('union', 'deskOfficer').file.map(({ acting }) => acting.onBehalfOf)).toEqual([
    'rivello',
    'rivello',
    'nemoli',
  ]);
  expect(may('nemoli', 'secretary').approve.map((each) => each.requirement)).toEqual(['goAhead']);
  expect(may('rivello', 'secretary').approve).toEqual([]);
  const submission = (body: string) =>
    may(body, 'referent').milestones.some((each) => each.milestone === 'submission');
  expect([submission('rivello'), submission('nemoli')]).toEqual([true, false]);
});

test('a simulation in which everybody works lets each bring its own, and goes on', () => {
  const { facts, theCase } = simulate({
    definition: definition(),
    streams: { call: [], application: preparing().facts },
    from: at('2024-05-20'),
    until: at('2024-09-30'),
  });
  const filed = ofType(facts, 'document.filed').map(({ body }) => [body.requirement, body.of]);
  expect(filed).toContainEqual(['statement', 'nemoli']);
  expect(filed).toContainEqual(['serviceList', undefined]);
  expect(theCase.path.map((step) => step.stage.id)).toContain('signature');
});

test('the values of the case are the applicant’s', () => {
  const history = preparing();
  const facts = [
    ...history.facts,
    {
      ...history.facts[1],
      id: 'other',
      seq: 3,
      recordedAt: isoInstant(at('2024-05-20')),
      body: { milestone: 'cup', of: 'nemoli', data: { cup: 'J81F22003840006' } },
    } as Fact,
  ];
  const theCase = readCase(definition(), { call: [], application: facts });
  expect(theCase.values.map((each) => each.name)).not.toContain('cup');
});
