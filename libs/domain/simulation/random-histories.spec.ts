import { atHoursOf } from '#domain/application/decide/made-up-input.js';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Case, Streams } from '#domain/application/case/case.js';
import {
  decide,
  type DecideInput,
  type Decisions,
  type ToldMessage,
} from '#domain/application/decide/decide.js';
import { isUnlooked } from '#domain/application/decide/unlooked.js';
import { explain, type Wait } from '#domain/application/explain/explain.js';
import type { FieldDefinition } from '#domain/call/requirement.js';
import { type CallDefinition, milestonesOf, papersOf } from '#domain/call/definition.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { attentionInWords } from '#domain/desk/attention.js';
import { type Sign, signOf } from '#domain/desk/sign.js';
import { sectionsOf } from '#domain/desk/today.js';
import {
  addDays,
  epochMs,
  instantAt,
  isoInstant,
  localAt,
  type LocalDate,
} from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { nothingHappens } from './assumption.js';
import { openingFact, simulate } from './simulate.js';
import { rolesOf } from '#domain/people/seat.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const OPENED = epochMs(instantAt('2024-05-08', '09:00'));
const SPAN_DAYS = 3_500;

/** A thing that may happen, without its day. */
type Happening = (documents: readonly Fact[]) => { fact: Pick<NewFact, 'type' | 'body'>; call?: true };

const documents = papersOf(send);

/** Money and a CUP that are as they should be, or not. */
const dataOf = (fields: readonly FieldDefinition[], right: boolean) =>
  Object.fromEntries(
    fields.flatMap(({ name, type }): [string, string | number][] => {
      if (type === 'cents') return [[name, right ? 2_314_700 : 1]];
      return type === 'cup' ? [[name, right ? 'J81F22003840006' : 'Z81F22003840006']] : [];
    }),
  );

const milestone: fc.Arbitrary<Happening> = fc
  .constantFrom(...milestonesOf(send))
  .chain(({ id, outcomes, fields }) =>
    fc
      .tuple(fc.constantFrom(...(outcomes ?? [{ code: undefined }])), fc.boolean(), fc.boolean())
      .map(([{ code }, proven, right]): Happening => () => ({
        fact: {
          type: 'milestone.recorded',
          body: {
            milestone: id,
            data: dataOf(fields, right),
            ...(code === undefined ? {} : { outcome: code }),
            ...(proven ? { proof: 'proof' } : {}),
          },
        },
      })),
  );

const filing: fc.Arbitrary<Happening> = fc.constantFrom(...documents).map(({ id }): Happening => (facts) => ({
  fact: {
    type: 'document.filed',
    body: {
      requirement: id,
      document: `d${facts.length}`,
      sha256: 'a',
      bytes: 1,
      mediaType: 'application/pdf',
    },
  },
}));

const review: fc.Arbitrary<Happening> = fc
  .tuple(fc.constantFrom(...documents), fc.constantFrom('accepted' as const, 'returned' as const))
  .map(([{ id }, verdict]): Happening => (facts) => {
    const filed = facts.findLast((fact) => fact.type === 'document.filed' && fact.body.requirement === id);
    const document = filed?.type === 'document.filed' ? filed.body.document : 'none';
    return { fact: { type: 'document.reviewed', body: { requirement: id, document, verdict } } };
  });

const day = fc.integer({ min: -30, max: SPAN_DAYS }).map((days) => addDays('2024-05-08', days));

const amendment: fc.Arbitrary<Happening> = fc
  .record({
    term: fc.constantFrom(...send.terms.map((term) => term.id), 'clarificationEnd', 'sampleCheckEnd'),
    kind: fc.constantFrom('extension' as const, 'reopening' as const, 'suspension' as const),
    newEnd: day,
    from: day,
    days: fc.integer({ min: 0, max: 90 }),
    call: fc.boolean(),
  })
  .map(({ term, kind, newEnd, from, days, call }): Happening => () => ({
    fact: {
      type: 'term.amended',
      body: {
        term,
        kind,
        act: 'Decreto n. 1',
        actDate: from,
        knownOn: from,
        ...(kind === 'suspension' ? { from, to: addDays(from, days) } : { newEnd }),
        ...(kind === 'reopening' ? { from } : {}),
      },
    },
    ...(call ? { call: true as const } : {}),
  }));

/** A correction or a voiding of some earlier fact. */
const wrong: fc.Arbitrary<Happening> = fc.nat({ max: 60 }).map((n): Happening => (facts) => {
  const open = facts.filter(
    (fact) => fact.type !== 'application.opened' && !facts.some((other) => other.corrects === fact.id),
  );
  const fact = open[n % Math.max(1, open.length)];
  const corrects = fact === undefined ? {} : { corrects: fact.id };
  return { fact: { type: 'fact.voided', body: { reason: 'sbagliato' }, ...corrects } };
});

/** Some finding is answered. */
const answered: fc.Arbitrary<Happening> = fc.nat({ max: 5 }).map((n): Happening => (facts) => {
  const raised = facts.filter((fact) => fact.type === 'finding.raised');
  const finding = raised[n % Math.max(1, raised.length)]?.body.finding ?? 'none';
  return { fact: { type: 'finding.resolved', body: { finding } } };
});

const person: fc.Arbitrary<Happening> = fc.oneof(
  day.map((until): Happening => () => ({
    fact: { type: 'promise.made', body: { person: 'referent', until } },
  })),
  fc.constantFrom('done' as const, 'cannot' as const, 'notMine' as const).map((answer): Happening => () => ({
    fact: { type: 'reminder.answered', body: { answer, person: 'referent' } },
  })),
);

/** The facts of a life that goes well, so that random ones also meet the late stages. */
const goodLife: Happening[] = send.stages
  .filter((stage) => !['correction', 'notAdmitted', 'maintenance'].includes(stage.id))
  .flatMap((stage) => stage.requirements)
  .filter((each) => each.kind !== 'document' || each.optional !== true)
  .flatMap((requirement): Happening[] => {
    if (requirement.kind === 'milestone') {
      const outcome = requirement.outcomes?.[0]?.code;
      const data = dataOf(requirement.fields, true);
      const body = { milestone: requirement.id, data, ...(outcome === undefined ? {} : { outcome }) };
      return [() => ({ fact: { type: 'milestone.recorded', body } })];
    }
    const { id } = requirement;
    const body = { requirement: id, document: id, sha256: 'a', bytes: 1, mediaType: 'application/pdf' };
    return [
      () => ({ fact: { type: 'document.filed', body } }),
      () => ({
        fact: { type: 'document.reviewed', body: { requirement: id, document: id, verdict: 'accepted' } },
      }),
    ];
  });

const happening = fc.oneof(
  { weight: 6, arbitrary: milestone },
  { weight: 3, arbitrary: filing },
  { weight: 3, arbitrary: review },
  { weight: 2, arbitrary: amendment },
  { weight: 1, arbitrary: wrong },
  { weight: 1, arbitrary: person },
  { weight: 2, arbitrary: answered },
);

interface Step {
  happening: Happening;
  /** Days after the step before. */
  after: number;
  /** Days by which its legal date lies before the day on which it became known. */
  late: number;
  time: string | undefined;
}

const step = (what: fc.Arbitrary<Happening>): fc.Arbitrary<Step> =>
  fc.record({
    happening: what,
    after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 400 })),
    late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
    time: fc.option(fc.constantFrom('00:00:00', '10:00:00', '23:59:00', '23:59:59'), { nil: undefined }),
  });

/** A life that goes well up to somewhere, and then anything. */
const history: fc.Arbitrary<Step[]> = fc
  .tuple(fc.nat({ max: goodLife.length }), fc.array(step(happening), { maxLength: 12 }))
  .chain(([length, anything]) =>
    fc
      .tuple(...goodLife.slice(0, length).map((each) => step(fc.constant(each))))
      .map((good) => [...good, ...anything]),
  );

/** What other applications say meanwhile: the same CUP of another comune, a later application of the same one. */
type Elsewhere = Required<Pick<DecideInput, 'cupUses' | 'besides'>>;
const NOTHING_ELSEWHERE: Elsewhere = { cupUses: [], besides: [] };
const elsewhere: fc.Arbitrary<Elsewhere> = fc.record({
  cupUses: fc.constantFrom<Elsewhere['cupUses']>(
    [],
    [{ cup: 'J81F22003840006', body: 'nemoli', live: true, number: 'ULL-2024-0009' }],
  ),
  besides: fc.constantFrom<Elsewhere['besides']>([], [{ id: 'later', number: 'ULL-2024-0010', later: true }]),
});

function inputOf(
  streams: Streams,
  told: readonly ToldMessage[],
  now: number,
  others: Elsewhere,
): DecideInput {
  return {
    ...others,
    application: 'app',
    definition: send,
    streams,
    told,
    recipients: rolesOf,
    writtenTo: atHoursOf,
    isClosed: () => false,
    now,
  };
}

/** Plays a history as `record` would: each fact, then a decision; decisions and messages go on record. */
function play(
  steps: readonly Step[],
  others: Elsewhere,
  look: (decisions: Decisions, told: readonly ToldMessage[], streams: Streams, now: number) => void,
): void {
  const application: Fact[] = [openingFact(OPENED, 'rivello', 2_314_700)];
  const call: Fact[] = [];
  const told: ToldMessage[] = [];
  let date: LocalDate = '2024-05-08';
  let looked = OPENED;
  const decideNow = (now: number) => {
    for (const each of told)
      if (each.state === 'pending' && epochMs(each.deliverAt) < now) each.state = 'sent';
    const streams = { call: [...call], application: [...application] };
    const decisions = decide(inputOf(streams, [...told], now, others));
    decisions.facts.forEach((fact) => put(fact, now));
    for (const { key, kind, person: to, term, deliverAt, superseded } of decisions.messages) {
      const state = superseded === true ? 'skipped' : 'pending';
      told.push({ key, kind, person: to, deliverAt, state, ...(term === undefined ? {} : { term }) });
    }
    look(decisions, told, { call: [...call], application: [...application] }, now);
    return decisions.next?.at;
  };
  const put = (fact: NewFact, now: number, stream = application) =>
    stream.push({
      ...fact,
      id: `f${call.length + application.length}`,
      seq: stream.length + 1,
      recordedAt: isoInstant(now),
    } as Fact);
  decideNow(OPENED);
  for (const { happening: what, after, late, time } of steps) {
    date = addDays(date, after);
    const now = Math.max(looked, epochMs(instantAt(date, '23:59:59')));
    looked = now;
    const { fact, call: inCall } = what(application);
    const legal = addDays(date, -late);
    const whole = {
      legalDate: legal,
      ...(time === undefined ? {} : { legalTime: time }),
      legalSource: 'declared',
      channel: 'web',
      actor: 'referent',
      ...fact,
    } as NewFact;
    put(whole, now, inCall === true ? call : application);
    const next = decideNow(now);
    // The timer that the workflow would set.
    if (next === undefined || next >= now + 30 * 86_400_000) continue;
    decideNow(next);
    // Nothing happens before what was seen already.
    looked = next;
  }
}

/** Chance alone may never come as far as maintenance. */
const wholeGoodLife = goodLife.map((each): Step => ({
  happening: each,
  after: 1,
  late: 0,
  time: '10:00:00',
}));

/** Sent officially before anything was brought here: all of it is owed from then on. */
const overtaken: Step[] = [
  {
    happening: () => ({
      fact: { type: 'milestone.recorded', body: { milestone: 'submission', data: {}, proof: 'proof' } },
    }),
    after: 1,
    late: 0,
    time: '10:00:00',
  },
  ...wholeGoodLife,
];

/** A comune that never says yes or no, over the end of the call and beyond: fourteen months. */
const silent = Array.from({ length: 14 }, (): Step => ({
  happening: () => ({ fact: { type: 'reminder.answered', body: { answer: 'done', person: 'referent' } } }),
  after: 30,
  late: 0,
  time: '10:00:00',
}));

/** The same histories in every run, enough of them to reach every stage; a search for others: `CAPOFILA_HISTORIES=5000`. */
const search = process.env['CAPOFILA_HISTORIES'];
const runs = search === undefined ? { numRuns: 60, seed: 1 } : { numRuns: Number(search) };

test('over any history the engine decides once, and the case has ended or says whom it waits for', () => {
  const stages = new Set<string>();
  const decided = new Set<string>();
  let owing = 0;
  let closed = 0;
  let held = 0;
  fc.assert(
    fc.property(history, elsewhere, (steps, others) => {
      play(steps, others, (decisions, told, streams, now) => {
        const { theCase, next, facts } = decisions;
        stages.add(theCase.stage.id);
        for (const fact of facts) decided.add(fact.type);
        const again = decide(inputOf(streams, told, now, others));
        expect([...again.facts, ...again.messages.map((message) => message.key)]).toEqual([]);
        expect(again.next).toEqual(next);
        expect(next?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
        const wait = explain(theCase, decisions);
        expect(wait.sentence).not.toMatch(/\b(undefined|NaN|null)\b|—|\.\.| {2}/);
        expect(wait.state).not.toMatch(/\b(undefined|NaN|null)\b|[{}[\]]|\.\.| {2}| [.,:;]/);
        owing += theCase.debts.length > 0 ? 1 : 0;
        expect(contradictions(theCase, streams.application, wait, localAt(now).date)).toEqual([]);
        expect(askedInVain(decisions)).toEqual([]);
        closed += theCase.closed?.neverAnswered === undefined ? 0 : 1;
        held += theCase.held.length;
        expect(toComuniClosed(decisions)).toEqual([]);
        const waitsForWhom = wait.upTo !== '' && wait.upTo !== '—';
        const waitsForWhat = wait.missing.length > 0 || next !== undefined;
        expect(
          theCase.ended ? wait.kind === 'end' && wait.missing.length === 0 : waitsForWhom && waitsForWhat,
        ).toBe(true);
      });
    }),
    {
      ...runs,
      examples: [
        [wholeGoodLife, NOTHING_ELSEWHERE],
        [overtaken, NOTHING_ELSEWHERE],
        [silent, NOTHING_ELSEWHERE],
      ],
    },
  );
  // A search that never got anywhere would prove nothing.
  expect(owing).toBeGreaterThan(10);
  expect(closed).toBeGreaterThan(10);
  expect(held).toBeGreaterThan(10);
  expect([...stages].toSorted()).toEqual(expect.arrayContaining(['cup', 'decision', 'maintenance']));
  expect([...decided]).toEqual(
    expect.arrayContaining(['silence.recorded', 'term.lapsed', 'term.reinstated']),
  );
});

/** Reminders and calls for help to people of the comune about a term that waits for the office alone. */
function askedInVain({ theCase, messages }: Decisions): string[] {
  return messages
    .filter(({ term, superseded }) => term !== undefined && superseded !== true && isUnlooked(term, theCase))
    .filter(({ kind, person }) => (kind === 'reminder' || kind === 'escalation') && person !== 'deskOfficer')
    .filter(({ body }) => !('unlooked' in body))
    .map(({ key }) => key);
}

/** Of what nobody answered: what would be written to whoever is not of the office, but for what they filed. */
function toComuniClosed({ theCase, messages }: Decisions): string[] {
  if (theCase.closed?.neverAnswered === undefined) return [];
  return messages
    .filter(({ kind }) => kind !== 'documentFiled' && kind !== 'documentReturned')
    .filter(
      ({ person, superseded }) => superseded !== true && !['deskOfficer', 'headOfOffice'].includes(person),
    )
    .map(({ key }) => key);
}

/** What sign, section, overlay and sentence say of a case that cannot all be true. */
function contradictions(theCase: Case, facts: readonly Fact[], wait: Wait, today: LocalDate): string[] {
  const glance = glanceOf(theCase, facts, wait);
  const sign = signOf(glance, today);
  const { now } = sectionsOf([{ number: 'app', glance }], today);
  const passed = glance.overlays.includes('Termine passato: rimedio possibile');
  const rests = theCase.ended || glance.party === 'funder' || glance.suspended;
  const wrong: [boolean, string][] = [
    [passed && !rests && !isPast(sign), `a term has passed, and the sign is ${sign}`],
    [passed && !rests && now.length === 0, 'a term has passed, and it is not among what is due now'],
    [isPast(sign) && now.length === 0, `${sign}, and not among what is due now`],
    [
      (sign === 'atRisk') !== /l’esclusione|inviata di nuovo/.test(wait.why),
      `the sign is ${sign}, and: ${wait.why}`,
    ],
    [
      now.length > 0 && sign === 'waiting' && attentionInWords(glance) === undefined,
      'due now, and nothing says why',
    ],
    [
      (theCase.closed?.neverAnswered !== undefined) !== wait.why.startsWith('Chiusa: nessuna risposta'),
      `closed without an answer, or not, and: ${wait.why}`,
    ],
    [glance.findings !== undefined && now.length === 0, 'to be cleared up, and not among what is due now'],
    [theCase.closed !== undefined && sign !== 'closed', `closed, and the sign is ${sign}`],
    [passed && !wait.why.includes('passat') && !wait.why.includes('scadut'), `passed, and: ${wait.why}`],
    [
      theCase.debts.length > 0 !== / ancora (?:qui|da correggere|da controllare):|Ancora da/.test(wait.why),
      `owed, and: ${wait.why}`,
    ],
  ];
  return wrong.flatMap(([is, words]) => (is ? [words] : []));
}

const isPast = (sign: Sign) => sign === 'late' || sign === 'atRisk';

/** Messages that "Prossimo" tells of as a reminder. */
const REMINDERS = ['invitation', 'reminder', 'escalation', 'approvalAsked', 'stillOwed'];

test('over any history the reminder that comes next goes at the hour told, to those who are named', () => {
  let told = 0;
  fc.assert(
    fc.property(history, (steps) => {
      play(steps, NOTHING_ELSEWHERE, (decisions, before, streams, now) => {
        const [coming] = explain(decisions.theCase, decisions).coming;
        if (coming?.what.kind !== 'reminder') return;
        const at = epochMs(instantAt(coming.on, coming.at ?? '00:00'));
        // What is decided already waits for its hour in the post of each person, not in the simulation's.
        if (before.some((each) => each.state === 'pending' && REMINDERS.includes(each.kind))) return;
        const { decided } = simulate({
          definition: send,
          streams,
          from: now,
          until: at + 59_999,
          told: before,
          application: 'app',
          assume: nothingHappens,
        });
        const sent = decided.filter(
          (each) => each.state === 'sent' && each.at > now && REMINDERS.includes(each.decision.kind),
        );
        told += 1;
        expect(sent.map((each) => isoInstant(each.at - (each.at % 60_000)))).toEqual(
          sent.map(() => isoInstant(at)),
        );
        expect(new Set(sent.map((each) => each.decision.person))).toEqual(new Set(coming.what.to));
      });
    }),
    { ...runs, examples: [[wholeGoodLife]] },
  );
  expect(told).toBeGreaterThan(100);
});
