import { approvalState } from '#domain/approval/approval.js';
import type {
  DocumentRequirement,
  MilestoneRequirement,
  RequirementDefinition,
} from '#domain/call/requirement.js';
import { type AskedOf, isOfSame, isSameThing, onlyOf, type Thing } from '#domain/fact/asked-of.js';
import { type Fact, type FactOf, type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import { type Seat, seatsIn } from '#domain/people/seat.js';

/** Something that a case waits for: a requirement, of the applicant or of another body that takes part. */
export interface Missing extends AskedOf {
  requirement: RequirementDefinition;
  status: 'missing' | 'inReview' | 'returned';
  /** Whom it is up to: those who must act, or the office while it reviews. */
  upTo: Seat[];
  /** When it was filed (in review) or sent back; absent while nothing was done. */
  since?: Moment;
  /** The open interrupt that asks for it; absent for what the stage itself asks for. */
  interrupt?: string;
}

/** Whether it is this very thing that is missing. */
export function isThing({ requirement, ...missing }: Missing, thing: Thing): boolean {
  return isSameThing({ requirement: requirement.id, ...onlyOf(missing) }, thing);
}

/** From when what answers a requirement counts. */
interface Since {
  entered: Moment;
  /** In a further round: papers count from here on. */
  papersSince?: Moment;
}

export interface DocumentState {
  requirement: string;
  status: 'missing' | 'inReview' | 'returned' | 'accepted';
  versions: FactOf<'document.filed'>[];
  review?: FactOf<'document.reviewed'>;
}

/**
 * What the facts say of a document of one body: the last version and what the office said of it.
 *
 * @param since versions filed before it do not count.
 */
export function documentState(
  facts: readonly Fact[],
  requirement: { id: string; review: boolean },
  of: AskedOf,
  since?: Moment,
): DocumentState {
  const versions = ofType(facts, 'document.filed').filter(
    (f) =>
      f.body.requirement === requirement.id &&
      isOfSame(f.body, of) &&
      (since === undefined || !isBefore(momentOf(f), since)),
  );
  const last = versions.at(-1);
  if (last === undefined) return { requirement: requirement.id, status: 'missing', versions };
  const review = ofType(facts, 'document.reviewed').findLast((f) => f.body.document === last.body.document);
  if (review === undefined) {
    return { requirement: requirement.id, status: requirement.review ? 'inReview' : 'accepted', versions };
  }
  return { requirement: requirement.id, status: review.body.verdict, versions, review };
}

/** The facts that meet it; undefined while it is not met. */
export function satisfiedBy(
  requirement: RequirementDefinition,
  of: AskedOf,
  { entered, papersSince }: Since,
  facts: readonly Fact[],
  used: ReadonlySet<string>,
): Fact[] | undefined {
  switch (requirement.kind) {
    case 'document': {
      const state = documentState(facts, requirement, of, papersSince);
      if (state.status === 'accepted') return state.versions.slice(-1);
      return requirement.optional === true ? [] : undefined;
    }
    case 'milestone': {
      const next = nextOf(requirement, of, facts, used);
      return next === undefined ? undefined : [next];
    }
    case 'approval': {
      const state = approvalState(requirement, of, facts, entered);
      return state.complete ? state.answers : undefined;
    }
    default:
      return requirement satisfies never;
  }
}

/** The next occurrence of a milestone that no stage has taken yet, and that settles what it was asked for. */
export function nextOf(
  { id, outcomes }: MilestoneRequirement,
  of: AskedOf,
  facts: readonly Fact[],
  used: ReadonlySet<string>,
): FactOf<'milestone.recorded'> | undefined {
  const settles = (code?: string) => outcomes?.find((each) => each.code === code)?.settles ?? true;
  return ofType(facts, 'milestone.recorded').find(
    (fact) =>
      fact.body.milestone === id &&
      isOfSame(fact.body, of) &&
      !used.has(fact.id) &&
      settles(fact.body.outcome),
  );
}

/** What it lacks in the stage that runs; nothing once it is met. */
export function needed(
  requirement: RequirementDefinition,
  of: AskedOf,
  step: Since & { lacks: readonly Thing[] },
  facts: readonly Fact[],
  applicant: string,
): Missing[] {
  const body = of.of ?? applicant;
  switch (requirement.kind) {
    case 'document':
      return missingPaper(requirement, facts, applicant, of, step.papersSince);
    case 'milestone':
      return step.lacks.some((each) => isSameThing(each, { requirement: requirement.id, ...of }))
        ? [{ requirement, ...of, status: 'missing', upTo: seatsIn(body, requirement.from) }]
        : [];
    case 'approval': {
      const state = approvalState(requirement, of, facts, step.entered);
      return state.complete
        ? []
        : [{ requirement, ...of, status: 'missing', upTo: seatsIn(body, state.waitingFor) }];
    }
    default:
      return requirement satisfies never;
  }
}

export function missingPaper(
  requirement: DocumentRequirement,
  facts: readonly Fact[],
  applicant: string,
  of: AskedOf = {},
  from?: Moment,
): Missing[] {
  const { status, versions, review } = documentState(facts, requirement, of, from);
  if (status === 'accepted' || (status === 'missing' && requirement.optional === true)) return [];
  const upTo = seatsIn(of.of ?? applicant, status === 'inReview' ? ['deskOfficer'] : requirement.from);
  const last = review ?? versions.at(-1);
  return [{ requirement, ...of, status, upTo, ...(last === undefined ? {} : { since: momentOf(last) }) }];
}

/** Its word on the page, for the applicant; `done` says of an act that it was recorded. */
export function statusOf(
  requirement: RequirementDefinition,
  facts: readonly Fact[],
  { entered, papersSince }: Since,
  done: boolean,
): DocumentState['status'] | 'done' {
  switch (requirement.kind) {
    case 'document':
      return documentState(facts, requirement, {}, papersSince).status;
    case 'milestone':
      return done ? 'done' : 'missing';
    case 'approval': {
      const state = approvalState(requirement, {}, facts, entered);
      if (state.complete) return 'done';
      return state.returned !== undefined && state.answers.length === 0 ? 'returned' : 'missing';
    }
    default:
      return requirement satisfies never;
  }
}

/** Of a moment of which only the day is known, the day decides. */
function isBefore(a: Moment, b: Moment): boolean {
  if (a.date !== b.date) return a.date < b.date;
  return a.time !== undefined && b.time !== undefined && a.time < b.time;
}
