import { approvalId } from '#domain/approval/approval-id.js';
import type { Case } from '#domain/application/case/case.js';
import type { Missing } from '#domain/application/case/requirement-state.js';
import { usualTimeOf } from '#domain/application/case/usual-time.js';
import { addDays, epochMs, instantAt, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { isWorkingDay, nextWorkingDay } from '#domain/calendar/working-day.js';
import type { MilestoneRequirement } from '#domain/call/requirement.js';
import { type AskedOf, isSameThing, onlyOf } from '#domain/fact/asked-of.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { Role } from '#domain/people/role.js';
import { rolesOf } from '#domain/people/seat.js';

/** What somebody is assumed to do next: one fact and when it happens and is recorded, in epoch milliseconds. */
export interface AssumedAct {
  at: number;
  fact: NewFact;
}

/** Says what happens next to a case that nothing else moves; nothing when only time moves it. */
export type Assumption = (theCase: Case, facts: readonly Fact[], now: number) => AssumedAct | undefined;

/** Days that an outside body takes when the definition does not say how long it usually takes. */
const UNKNOWN_DAYS = 30;
const HOUR = '10:00';

/** Nobody does anything: what the engine does by itself. */
export const nothingHappens: Assumption = () => undefined;

/**
 * Everybody works by the work-by date, at ten: a paper is filed and accepted on that day, an act has its first listed
 * outcome, an outside body takes its usual time. What is already past is done with the next office hour.
 */
export const worksByDates: Assumption = (theCase, facts, now) => {
  const [missing] = theCase.missing;
  if (missing === undefined) return undefined;
  const elapses = theCase.terms.some(
    (term) =>
      term.onLapse === 'elapses' && term.meets === missing.requirement.id && term.status === 'running',
  );
  if (elapses) return undefined;
  const at = missing.status === 'inReview' ? officeHour(now) : whenDone(theCase, missing, now);
  return { at, fact: factFor(theCase, missing, facts, at) };
};

function whenDone(theCase: Case, missing: Missing, now: number): number {
  const at = epochMs(instantAt(dayDone(theCase, missing), HOUR));
  return at >= now ? at : officeHour(now);
}

function dayDone(theCase: Case, missing: Missing): LocalDate {
  const interrupt = theCase.open.at(-1);
  const since = interrupt?.opened.legalDate ?? theCase.since.date;
  const outside =
    interrupt === undefined
      ? theCase.stage.wait === 'outsideBody'
      : interrupt.definition.wait === 'outsideBody';
  if (!outside) {
    const term = theCase.terms
      .filter((each) => each.status === 'running' || each.status === 'lapsed')
      .filter((each) => interrupt === undefined || each.id === interrupt.definition.term?.id)
      .toSorted((a, b) => rank(a.meets, missing) - rank(b.meets, missing) || order(a.term, b.term))[0];
    if (term !== undefined) return term.term.safeEnd;
  }
  const usual = interrupt === undefined ? usualTimeOf(theCase) : undefined;
  const day =
    usual?.until === missing.requirement.id
      ? addDays(usual.counted, usual.median)
      : addDays(since, UNKNOWN_DAYS);
  return isWorkingDay(day) ? day : nextWorkingDay(day);
}

/** A term that this very thing meets counts before one that it only helps to meet. */
function rank(meets: string, missing: Missing): number {
  return meets === missing.requirement.id ? 0 : 1;
}

function order(a: { safeEnd: string }, b: { safeEnd: string }): number {
  return a.safeEnd.localeCompare(b.safeEnd);
}

/** Now, when offices are open; else the next working day at ten. */
function officeHour(now: number): number {
  const { date, time } = localAt(now);
  if (isWorkingDay(date) && time >= '08:00:00' && time < '18:00:00') return now;
  const early = isWorkingDay(date) && time < '08:00:00';
  return epochMs(instantAt(early ? date : nextWorkingDay(date), HOUR));
}

function factFor(theCase: Case, missing: Missing, facts: readonly Fact[], at: number): NewFact {
  const { date, time } = localAt(at);
  const base = { legalDate: date, legalTime: time, legalSource: 'received', channel: 'web' } as const;
  const by = (roles: readonly Role[]) => (roles[0] === undefined ? {} : { actor: roles[0] });
  const { requirement } = missing;
  const thing = { requirement: requirement.id, ...onlyOf(missing) };
  switch (requirement.kind) {
    case 'document': {
      const versions = facts.filter((f) => f.type === 'document.filed' && isSameThing(f.body, thing));
      const document = (version: number) =>
        [requirement.id, ...(missing.of === undefined ? [] : [missing.of]), version].join('-');
      if (missing.status === 'inReview') {
        const last = versions.at(-1);
        return {
          ...base,
          ...by(rolesOf(missing.upTo)),
          type: 'document.reviewed',
          body: {
            ...thing,
            document: last?.type === 'document.filed' ? last.body.document : document(versions.length),
            verdict: 'accepted',
          },
        };
      }
      const body = { document: document(versions.length + 1), sha256: '0'.repeat(64), bytes: 1 };
      return {
        ...base,
        ...by(requirement.from),
        type: 'document.filed',
        body: { ...thing, ...body, mediaType: 'application/pdf' },
      };
    }
    case 'approval': {
      const role = missing.upTo[0]?.role ?? requirement.substitute;
      const approval = approvalId({ requirement: requirement.id, role });
      return {
        ...base,
        actor: role,
        type: 'approval.answered',
        body: { approval, ...onlyOf(missing), person: role, verdict: 'given' },
      };
    }
    case 'milestone':
      return { ...base, ...by(requirement.from), ...milestone(theCase, requirement, missing) };
    default:
      return requirement satisfies never;
  }
}

/** An interrupt closes in the way that lets the case go on, where there is one. */
function milestone(
  theCase: Case,
  asked: MilestoneRequirement,
  of: AskedOf,
): {
  type: 'milestone.recorded';
  body: AskedOf & { milestone: string; outcome?: string; data: Record<string, string> };
} {
  const closes = theCase.open.at(-1)?.definition.closes;
  const closing = closes?.find((each) => each.to === undefined) ?? closes?.[0];
  const requirement = closing?.milestone ?? asked;
  const outcome = requirement.outcomes?.find((each) => each.settles)?.code;
  return {
    type: 'milestone.recorded',
    body: {
      milestone: requirement.id,
      ...onlyOf(of),
      ...(outcome === undefined ? {} : { outcome }),
      data: {},
    },
  };
}
