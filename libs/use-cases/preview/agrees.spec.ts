import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { StandingClock } from '../../../apps/cli/story/standing-clock.js';
import { StoryEngine } from '../../../apps/cli/story/story-engine.js';
import { MemoryFiles } from '../../../test/support/memory-files.js';
import { Memory, MemoryCaseStore, MemoryMailStore } from '../../../test/support/memory-store.js';
import type { Closures } from '#domain/calendar/closures.js';
import {
  addDays,
  epochMs,
  instantAt,
  isoInstant,
  type LocalDate,
  localAt,
} from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { openFindings } from '#domain/application/case/findings.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { Absence, Membership } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';
import { nothingHappens } from '#domain/simulation/assumption.js';
import { DeliverMail } from '../post/deliver-mail.js';
import { PostBox } from '../post/post-box.js';
import { LetterWriter } from '../ports/letter-writer.js';
import { type Mail, Mailer, type SendOutcome } from '../ports/mailer.js';
import { CaseRecord } from '../record/case-record.js';
import { futureOf } from './future.js';

// What a preview says of the e-mails to come is what the record decides and the post sends, mail by mail and hour by
// hour: the same functions, driven once by a simulation and once through the record and the post.
const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

/** The papers of the preparation need a go-ahead too: of the secretary, then of the mayor, a substitute after silence. */
const approved: CallDefinition = {
  ...send,
  stages: send.stages.map((stage) =>
    stage.id === 'preparation' ? { ...stage, requirements: [...stage.requirements, goAhead()] } : stage,
  ),
};

function goAhead(): ApprovalRequirement {
  return {
    kind: 'approval',
    id: 'goAhead',
    label: 'via libera',
    order: 'sequence',
    rule: 'all',
    approvers: ['secretary', 'legalRepresentative'],
    substitute: 'accounts',
  };
}

/** A search for more: `CAPOFILA_HISTORIES=500`. */
const RUNS = Number(process.env['CAPOFILA_HISTORIES'] ?? 15);
const FROM: LocalDate = '2024-05-08';
/** Within ten working days of the call's end, where what changes whose turn it is goes alone. */
const LAST_WEEKS: LocalDate = '2024-09-06';
/** The call is over, and may be opened again. */
const OVER: LocalDate = '2024-09-24';
const ROLES: [string, Role, string][] = [
  ['antonio', 'legalRepresentative', 'rivello'],
  ['silvia', 'secretary', 'rivello'],
  ['silvia', 'secretary', 'trecchina'],
  ['giulia', 'referent', 'rivello'],
  ['giulia', 'rup', 'rivello'],
  ['carlo', 'accounts', 'rivello'],
  ['marta', 'deskOfficer', 'union'],
  ['rocco', 'headOfOffice', 'union'],
  ['vito', 'legalRepresentative', 'trecchina'],
  ['vito', 'referent', 'rivello'],
];
const PEOPLE = ['antonio', 'silvia', 'giulia', 'carlo', 'marta', 'rocco', 'vito', 'nadia'];

const day = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => addDays(FROM, n));
const closures: fc.Arbitrary<Closures> = fc.record({
  patronDay: day(0, 120).map((date) => date.slice(5)),
  periods: fc.array(
    fc.tuple(day(0, 120), fc.nat({ max: 12 })).map(([date, days]) => ({
      from: date.slice(5),
      to: addDays(date, days).slice(5),
    })),
    { maxLength: 2 },
  ),
});
const absence: fc.Arbitrary<Absence> = fc
  .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE), day(0, 100), fc.nat({ max: 30 }))
  .filter(([person, substitute]) => person !== substitute)
  .map(([person, substitute, from, days]) => ({ person, substitute, from, to: addDays(from, days) }));

interface Act {
  after: number;
  fact: (on: {
    date: LocalDate;
    time: string;
    facts: readonly Fact[];
  }) => Omit<NewFact, 'legalDate' | 'legalTime' | 'legalSource' | 'channel'> & { inCall?: true };
}

const filed =
  (requirement: string): Act['fact'] =>
  () => ({
    type: 'document.filed',
    actor: 'giulia',
    body: { requirement, document: requirement, sha256: 'a', bytes: 1, mediaType: 'application/pdf' },
  });
const happened =
  (milestone: string, outcome?: string, data: Record<string, string | number> = {}): Act['fact'] =>
  () => ({
    type: 'milestone.recorded',
    actor: 'marta',
    body: { milestone, data, proof: 'proof', ...(outcome === undefined ? {} : { outcome }) },
  });
const reviewed =
  (requirement: string, verdict: 'accepted' | 'returned'): Act['fact'] =>
  () => ({
    type: 'document.reviewed',
    actor: 'marta',
    body: { requirement, document: requirement, verdict, reason: 'firma' },
  });
const promised: Act['fact'] = ({ date }) => ({
  type: 'promise.made',
  actor: 'giulia',
  body: { person: 'giulia', until: addDays(date, 3) },
});
/** An act about the call's end: within it, or after it with days between; for all, or for this one. */
const moved =
  (kind: 'extension' | 'reopening', days: number, inCall: boolean): Act['fact'] =>
  ({ date }) => ({
    type: 'term.amended',
    actor: 'marta',
    body: {
      term: 'callEnd',
      kind,
      act: `Decreto ${days}`,
      actDate: date,
      knownOn: date,
      newEnd: addDays(date < '2024-09-20' ? '2024-09-20' : date, days),
      ...(kind === 'reopening' ? { from: date } : {}),
    },
    ...(inCall ? { inCall: true as const } : {}),
  });
const answered =
  (role: Role, person: string, verdict: 'given' | 'returned'): Act['fact'] =>
  () => ({
    type: 'approval.answered',
    actor: person,
    body: {
      approval: `goAhead/${role}`,
      person,
      verdict,
      ...(verdict === 'returned' ? { reason: 'x' } : {}),
    },
  });
/** The last thing that was found is kept with a reason. */
const cleared: Act['fact'] = ({ facts }) => ({
  type: 'finding.resolved',
  actor: 'marta',
  body: { finding: openFindings(facts).at(-1)?.body.finding ?? 'none', reason: 'letto' },
});
/** Chance alone seldom gets as far as what is doubted, sent while the call is closed, or asked of a substitute. */
const LIVES: Act['fact'][][] = [
  [],
  [
    happened('participation', 'yes'),
    happened('submission'),
    happened('admission', 'admitted'),
    happened('cup', undefined, { cup: 'Z81F22003840006' }),
    cleared,
    happened('decree', undefined, { decreeNumber: '1', decreedCents: 1 }),
    cleared,
  ],
  [
    happened('participation', 'yes'),
    happened('submission'),
    moved('reopening', 30, true),
    happened('submission'),
    happened('admission', 'admitted'),
  ],
  [
    happened('participation', 'yes'),
    answered('secretary', 'silvia', 'returned'),
    answered('secretary', 'carlo', 'given'),
    answered('legalRepresentative', 'antonio', 'given'),
  ],
];
/** Each of them to its end, at its own season. */
function wholly(
  life: Act['fact'][],
): [[Closures, Closures, Closures], Absence[], Act[], number, boolean, LocalDate | undefined] {
  const open: Closures = { periods: [] };
  const steps = life.map((fact): Act => ({ after: 2 * 86_400_000, fact }));
  return [[open, open, open], [], steps, 60, false, life === LIVES[2] ? OVER : undefined];
}
const chance = fc.constantFrom<Act['fact']>(
  happened('participation', 'yes'),
  happened('participation', 'yes'),
  happened('participation', 'no'),
  filed('participationAct'),
  reviewed('participationAct', 'accepted'),
  reviewed('participationAct', 'returned'),
  filed('serviceList'),
  filed('signedApplication'),
  happened('submission'),
  happened('submission'),
  happened('admission', 'admitted'),
  happened('cup', undefined, { cup: 'Z81F22003840006' }),
  happened('decree', undefined, { decreeNumber: '1', decreedCents: 1 }),
  cleared,
  moved('extension', 15, true),
  moved('extension', 10, false),
  moved('reopening', 30, true),
  moved('reopening', 20, false),
  answered('secretary', 'silvia', 'given'),
  answered('secretary', 'silvia', 'returned'),
  answered('secretary', 'carlo', 'given'),
  answered('legalRepresentative', 'antonio', 'given'),
  promised,
);
const after = fc.integer({ min: 1, max: 5 * 24 * 60 }).map((minutes) => minutes * 60_000);
/** A life up to somewhere, and then anything. */
const acts: fc.Arbitrary<Act[]> = fc
  .tuple(fc.constantFrom(...LIVES), fc.nat({ max: 7 }), fc.array(chance, { maxLength: 4 }))
  .map(([life, length, anything]) => [...life.slice(0, length), ...anything])
  .chain((facts) =>
    fc.tuple(...facts.map((fact) => after.map((minutes): Act => ({ after: minutes, fact })))),
  );

class Catcher extends Mailer {
  readonly caught: { person: string; at: string }[] = [];
  constructor(private readonly clock: StandingClock) {
    super();
  }
  override async send(mail: Mail): Promise<SendOutcome> {
    this.caught.push({ person: mail.to.name, at: isoInstant(this.clock.moment) });
    return { kind: 'accepted', response: '' };
  }
}

class NoWords extends LetterWriter {
  override write() {
    return { subject: '', text: '', html: '' };
  }
}

const REMINDERS = new Set<string>(['invitation', 'reminder', 'escalation', 'approvalAsked', 'stillOwed']);
const OFFICE = { unionName: '', officeName: '', phone: '', email: 'ict@union.example', signature: '' };

test.each([
  ['papers alone', send, ['finding.raised', 'finding.resolved', 'term.amended']],
  ['a go-ahead', approved, ['approval.answered', 'approvalAsked', 'documentReturned']],
])(
  'what is foreseen is what is caught, over random cases, closures and substitutes: %s',
  async (_of, definition, seen) => {
    let mails = 0;
    let told = 0;
    const played = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(closures, closures, closures),
        fc.array(absence, { maxLength: 4 }),
        acts,
        fc.integer({ min: 0, max: 6 * 24 * 60 }),
        fc.boolean(),
        fc.constantFrom(undefined, undefined, LAST_WEEKS, OVER),
        async ([rivello, trecchina, union], absences, steps, waited, brake, later) => {
          const memberships = ROLES.map(([person, role, body]): Membership => ({
            person,
            role,
            body,
            from: '2020-01-01',
          }));
          const post = {
            memberships,
            absences,
            closures: new Map(Object.entries({ rivello, trecchina, union })),
            reachable: new Set(PEOPLE),
            wishes: new Map([['carlo', { confirmations: false }]]),
          };
          const people = { unionBody: 'union', applicant: 'rivello', memberships, absences };
          const clock = new StandingClock(epochMs(instantAt(FROM, '10:00')));
          const memory = new Memory({
            union: 'u',
            definition,
            bodies: new Map([['rivello', 'Rivello']]),
            people: () => ({ ...people, closures: rivello }),
            post: { ...post, used: new Map() },
          });
          const cases = new CaseRecord(new MemoryCaseStore(memory), clock);
          const catcher = new Catcher(clock);
          const box = new PostBox(new MemoryMailStore(memory), clock, new NoWords(), {
            from: { name: 'U', address: 'ict@union.example' },
            office: OFFICE,
          });
          const engine = new StoryEngine({
            clock,
            wakes: async () => memory.takeWakes(),
            cases,
            box,
            mail: new DeliverMail(box, catcher),
          });
          const marta = { as: 'person' as const, person: 'marta' };
          const launched = await cases.launch(marta, {
            unionId: 'u',
            definition: { id: send.id, version: send.version },
            confirmed: [],
            brake,
            applicants: [{ body: 'rivello', amountCents: 2_314_700, participants: [] }],
            actor: 'marta',
          });
          if (!launched.ok) throw new Error(launched.refused.code);
          const id = launched.value.applications[0]?.id ?? '';
          for (const { after, fact } of steps) {
            await engine.until(clock.moment + after);
            const { date, time } = localAt(clock.moment);
            const when = { legalDate: date, legalTime: time, legalSource: 'received', channel: 'web' };
            // What cannot be true is refused, and changes nothing.
            const { inCall, ...body } = fact({ date, time, facts: effectiveFacts(memory.facts(id)) });
            const proposed = () => [{ fact: { ...body, ...when } as NewFact }];
            if (inCall === true) await cases.recordInCall(marta, launched.value.call.id, proposed);
            else await cases.record(marta, id, proposed);
            if (later !== undefined) {
              await engine.until(Math.max(clock.moment, epochMs(instantAt(later, '07:00'))));
            }
          }
          await engine.until(clock.moment + waited * 60_000);
          await engine.until(clock.moment + 1);

          // Here somebody asks what is to come; then nobody does anything.
          const from = clock.moment;
          const until = from + 60 * 86_400_000;
          const file = await new MemoryFiles(memory).read('marta', id);
          if (file === undefined) throw new Error('it was launched');
          const { decided } = await futureOf(file, file.streams, nothingHappens, from, until);
          const foreseen = decided
            .filter((each) => each.state === 'sent')
            .map(({ decision, at }) => `${isoInstant(at)} ${decision.person} ${decision.key}`);

          // What the page says of the reminder that comes next, as long as nothing else waits that could change its hour.
          const waits = memory.messages.some(({ state, digest }) => state === 'pending' && digest);
          const coming = memory.applications.get(id)?.wait.coming ?? [];
          const next = coming.find(({ what }) => what.kind === 'reminder' && what.decided !== true);
          const known = new Set(memory.messages.map(({ key }) => key));

          catcher.caught.length = 0;
          await engine.until(until);
          const caught = memory.messages.flatMap(({ mail, person, key }) => {
            const sent = memory.mails.find((each) => each.id === mail)?.sentAt;
            return sent == null || sent.getTime() < from
              ? []
              : [`${isoInstant(sent.getTime())} ${person} ${key}`];
          });
          const at = next === undefined ? from : epochMs(instantAt(next.on, next.at ?? ''));
          const came: [number, number][] = [];
          if (!waits && at > from && at < until) {
            const sent = memory.messages.flatMap(({ key, kind, mail }) =>
              known.has(key) || !REMINDERS.has(kind)
                ? []
                : [memory.mails.find((each) => each.id === mail)?.sentAt],
            );
            const first = Math.min(...sent.flatMap((each) => each?.getTime() ?? []));
            told += 1;
            came.push([at, first - (first % 60_000)]);
          }
          expect(came.filter(([said, seen]) => said !== seen)).toEqual([]);
          for (const { type } of memory.facts(id)) played.add(type);
          for (const { kind } of memory.messages) played.add(kind);
          mails += catcher.caught.length;
          expect(foreseen.toSorted()).toEqual(caught.toSorted());
          expect(new Set(foreseen.map((each) => each.split(' ').slice(0, 2).join(' ')))).toEqual(
            new Set(catcher.caught.map(({ person, at }) => `${at} ${person}`)),
          );
        },
      ),
      { numRuns: RUNS, examples: LIVES.map(wholly) },
    );
    expect(mails).toBeGreaterThan(20);
    expect(told).toBeGreaterThan(0);
    expect([...played]).toEqual(expect.arrayContaining(seen));
  },
  120_000 + RUNS * 4_000,
);
