import { v7 as uuid } from 'uuid';
import { type LocalMoment, localAt } from '#domain/calendar/local-date.js';
import { UNKNOWN_GLANCE } from '#domain/desk/glance.js';
import { applicationSlug } from '#domain/desk/slug.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { ClockReading } from '../clock.js';
import type {
  ApplicationRow,
  Changes,
  LoadedCall,
  NewApplication,
  OpeningBody,
  StreamHead,
} from '../ports/case-store.js';
import { chainFacts } from './chain-facts.js';
import type { ApplicantToOpen, OpenedApplication } from './recorded.js';
import { settleCase } from './settle-case.js';

/** An application that is to be opened, under its address. */
export interface Opening {
  applicant: ApplicantToOpen;
  body: OpeningBody;
  attempt: number;
  number: string;
  slug: string;
}

/** Which attempt each is, and the address that it would like; where a body opens several they follow each other. */
export function wishes(
  applicants: readonly ApplicantToOpen[],
  bodies: ReadonlyMap<string, OpeningBody>,
  numbers: readonly string[],
  callSlug: string,
): Opening[] {
  const opened = new Map<string, number>();
  return applicants.map((applicant, n) => {
    const body = bodies.get(applicant.body);
    if (body === undefined) throw new Error(`body ${applicant.body} is not in sight`);
    const attempt = (opened.get(applicant.body) ?? body.earlier) + 1;
    opened.set(applicant.body, attempt);
    const slug = applicationSlug(body.name, callSlug, attempt);
    return { applicant, body, attempt, number: numbers[n] ?? '', slug };
  });
}

/** Where two bodies have one name, the number of the application tells their addresses apart. */
export function withFreeSlugs(openings: readonly Opening[], taken: ReadonlySet<string>): Opening[] {
  const all = new Set(taken);
  return openings.map((opening) => {
    const slug = all.has(opening.slug) ? `${opening.slug}-${opening.number.split('-').at(-1)}` : opening.slug;
    all.add(slug);
    return { ...opening, slug };
  });
}

/** Opens applications: of each its stream, its first fact and its first decisions. */
export function openApplications(
  call: LoadedCall,
  openings: readonly Opening[],
  actor: string | undefined,
  clock: ClockReading,
): {
  opened: OpenedApplication[];
  changes: Pick<Changes, 'facts' | 'details' | 'messages'> & { opened: NewApplication[] };
} {
  const settled = openings.map((opening) => open(call, opening, actor, clock));
  return {
    opened: settled.map(({ row, applicant }) => ({
      id: row.id,
      number: row.number,
      slug: row.slug,
      applicant,
    })),
    changes: {
      opened: settled.map(({ stream, row, bodies }) => ({ stream, row, bodies })),
      facts: settled.flatMap((each) => each.facts),
      details: settled.flatMap((each) => each.details),
      messages: settled.flatMap((each) => each.messages),
    },
  };
}

function open(call: LoadedCall, opening: Opening, actor: string | undefined, clock: ClockReading) {
  const { applicant, body } = opening;
  const at = localAt(clock.now);
  const { unionId } = call.stream;
  const empty: StreamHead = { id: uuid(), unionId, kind: 'application', seq: 0, head: '' };
  const first = chainFacts(empty, [{ fact: openedFact(call, opening, actor, at) }], clock.now);
  const settled = settleCase(
    {
      stream: first.stream,
      callStream: call.stream,
      application: newRow(call, empty, opening, at),
      applicantName: body.name,
      definition: call.definition,
      callFacts: call.facts,
      facts: first.facts,
      besides: [],
      told: [],
      people: { ...body.people, application: empty.id },
      post: body.post,
    },
    [],
    clock,
  );
  return {
    applicant: applicant.body,
    stream: settled.decided.stream,
    row: settled.application,
    bodies: [...new Set([applicant.body, ...applicant.participants])],
    facts: [...first.rows, ...settled.decided.rows],
    details: [...first.details, ...settled.decided.details],
    messages: settled.messages,
  };
}

/** The row before anything was decided; it goes on record as `settleCase` leaves it. */
function newRow(
  { stream: callStream, definition }: LoadedCall,
  stream: StreamHead,
  { applicant, attempt, number, slug }: Opening,
  at: LocalMoment,
): ApplicationRow {
  const first = definition.stages[0];
  if (first === undefined) throw new Error('a definition has stages');
  return {
    id: stream.id,
    unionId: stream.unionId,
    callId: callStream.id,
    number,
    slug,
    applicantId: applicant.body,
    attempt,
    amountCents: applicant.amountCents,
    stage: first.id,
    round: 1,
    ended: false,
    overlays: [],
    wait: {
      kind: first.wait,
      stage: first.id,
      round: 1,
      label: first.label,
      upTo: '',
      since: at.date,
      missing: [],
      state: '',
      sentence: '',
      why: '',
      coming: [],
    },
    glance: UNKNOWN_GLANCE,
    endOn: null,
    safeEnd: null,
    cup: null,
    nextMoment: null,
    seq: 0,
    callSeq: 0,
  };
}

function openedFact(
  { stream }: LoadedCall,
  { applicant: { body, participants, amountCents }, attempt }: Opening,
  actor: string | undefined,
  at: LocalMoment,
): NewFact {
  return {
    type: 'application.opened',
    legalDate: at.date,
    legalTime: at.time,
    legalSource: 'received',
    channel: 'web',
    ...(actor === undefined ? {} : { actor }),
    body: { call: stream.id, applicant: body, participants, attempt, amountCents },
  };
}
