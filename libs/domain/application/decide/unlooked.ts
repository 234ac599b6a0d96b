import type { LocalDate } from '#domain/calendar/local-date.js';
import { addWorkingDays } from '#domain/calendar/working-day.js';
import { isOfficeRole } from '#domain/people/role.js';
import { MORNING, OFFICE_MORNING } from '#domain/reminder/policy.js';
import type { ReminderStep } from '#domain/reminder/reminder-step.js';
import type { Case } from '../case/case.js';
import type { Missing } from '../case/requirement-state.js';
import { missingFor } from '../case/worked-on.js';
import type { RunningTerm } from '../case/running-term.js';

/**
 * Whether a term waits for the office alone: what meets it lies here and has not been looked at, or does not count until
 * somebody has cleared it up; where that is not asked yet, all that is asked on the way to it. Whose turn it is is judged by
 * the term, and not by the stage (issue 11 B).
 */
export function isUnlooked(term: Pick<RunningTerm, 'id'>, theCase: Case): boolean {
  const judged = judgedBy(term, theCase);
  return judged.length > 0 && judged.every(({ status }) => status === 'inReview');
}

/** What the applicant still lacks of what meets a term; before that is asked, all that it lacks on the way. */
export function judgedBy(term: Pick<RunningTerm, 'id'>, theCase: Case): Missing[] {
  const own = missingFor(theCase, term).filter(({ of }) => of === undefined);
  const meets = theCase.terms.findLast(({ id }) => id === term.id)?.meets;
  const meeting = own.filter(({ requirement }) => requirement.id === meets);
  return meeting.length > 0 ? meeting : own;
}

/** An act that is held by what it shows: the comune has done it, and there is nothing that it may do all the same. */
export function isHeld(term: Pick<RunningTerm, 'id'>, theCase: Case): boolean {
  return missingFor(theCase, term).some(
    ({ requirement, status }) => requirement.kind === 'milestone' && status === 'inReview',
  );
}

/** Working days before an official end from which a comune hears that it may send all the same. */
const LAST_DAYS = 3;

/**
 * The steps of such a term: the office is reminded in the comune's place, and nobody is called upon for help. In the last
 * three working days before an official end the comune hears that the office has not looked, and that it may send all the
 * same: no money is lost because the union did not press.
 */
export function unlookedSteps(
  steps: readonly ReminderStep[],
  term: RunningTerm,
  held: boolean,
): ReminderStep[] {
  const last: LocalDate = addWorkingDays(term.term.end, -LAST_DAYS);
  return steps.flatMap((step): ReminderStep[] => {
    if (step.kind !== 'reminder' && step.kind !== 'invitation') return [];
    const { announces: _announces, immediate: _immediate, ...plain } = step;
    const ours = step.to.some(isOfficeRole);
    if (ours) return [plain];
    const office: ReminderStep = {
      ...plain,
      kind: 'reminder',
      to: ['deskOfficer'],
      at: { ...step.at, time: OFFICE_MORNING },
    };
    const tells = !held && term.official && step.at.date >= last;
    return [...(step.at.time === MORNING ? [office] : []), ...(tells ? [plain] : [])];
  });
}
