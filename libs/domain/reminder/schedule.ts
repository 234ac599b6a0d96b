import { addDays } from '#domain/calendar/local-date.js';
import { addWorkingDays } from '#domain/calendar/working-day.js';
import type { Role } from '#domain/people/role.js';
import { countedDay, workingDayBefore } from './counted-day.js';
import { atOnce, nextHourAfter, type WallMoment, withinAnHourOf } from './hours.js';
import { MORNING, POLICY, type PolicyStep } from './policy.js';
import type { ReminderStep, ReminderType, ScheduleInput } from './reminder-step.js';

interface Laid extends ReminderStep {
  policy: PolicyStep;
}

/**
 * The whole plan of one term: when, to whom and in which tone. Steps are counted back from the safe end and moved to
 * the working day before, never after; what should have gone before the engine knew is dropped, except the first
 * information. Pure: the same input gives the same steps, with the same names.
 */
export function reminderSchedule(type: ReminderType, input: ScheduleInput): ReminderStep[] {
  const known = knownMoment(input);
  const first = firstStep(type, input, known);
  const counted = POLICY[type]
    .filter((policy) => policy !== first?.policy && policy.when.from !== 'known')
    .flatMap((policy) => lay(policy, input, known, first));
  const kept = counted.filter((step) => isInTime(step, input) && isNotTooSoon(step, type, input, first));
  const all = collapse([...(first !== undefined && isInTime(first, input) ? [first] : []), ...kept]);
  return announce(all.toSorted(inOrder)).map(({ policy: _policy, ...step }) => step);
}

/** The engine cannot act before it knows, nor before the term runs. */
function knownMoment(input: ScheduleInput): WallMoment {
  const known = { date: input.knownSince.date, time: input.knownSince.time.slice(0, 5) };
  const start = { date: input.start.date, time: (input.start.time ?? '00:00').slice(0, 5) };
  return key(start) > key(known) ? start : known;
}

/** The first information, at once when its hour has passed; not said again to people who were told by another e-mail. */
function firstStep(type: ReminderType, input: ScheduleInput, known: WallMoment): Laid | undefined {
  const policy = POLICY[type].find((each) => each.first);
  if (policy === undefined) return undefined;
  const counted = policy.when.from === 'known' ? undefined : countedDay(policy.when, input);
  if (policy.when.from !== 'known') {
    if (counted === undefined || key({ date: counted, time: policy.time }) >= key(known)) return undefined;
  }
  if (input.lastTold !== undefined) return undefined;
  const urgent = type === 'A' && addDays(known.date, 3) >= input.safeEnd;
  return laid(policy, input, atOnce(known, input.isClosed, urgent));
}

function lay(policy: PolicyStep, input: ScheduleInput, known: WallMoment, first: Laid | undefined): Laid[] {
  let date = countedDay(policy.when, input);
  if (date === undefined) return [];
  if (policy.past !== undefined && date > input.safeEnd) {
    if (policy.past === 'drop') return [];
    date = workingDayBefore(input.safeEnd, input.isClosed);
  }
  const at = { date, time: policy.time };
  if (key(at) >= key(known)) return [laid(policy, input, at)];
  if (policy.late !== true) return [];
  const late = lateMoment(input, known, first);
  if (policy.kind !== 'officeCall') return [laid(policy, input, late)];
  // The office telephones after people were written to: with its digest of that morning, alone at any other hour.
  return late.time === MORNING
    ? [laid(policy, input, { date: late.date, time: policy.time })]
    : [{ ...laid(policy, input, late), immediate: true }];
}

/** A peremptory term learned of when its escalation was already due: with the next hour, never with the first e-mail. */
function lateMoment(input: ScheduleInput, known: WallMoment, first: Laid | undefined): WallMoment {
  const base = first?.at ?? atOnce(known, input.isClosed, true);
  const next = nextHourAfter(base, input.isClosed, input.safeEnd);
  return next !== undefined && key(next) < officialEnd(input) ? next : base;
}

function laid(policy: PolicyStep, input: ScheduleInput, at: WallMoment): Laid {
  const { step, kind, tone, immediate } = policy;
  return { policy, step, at, kind, to: rolesOf(policy, input), tone, ...(immediate ? { immediate } : {}) };
}

function rolesOf(policy: PolicyStep, input: ScheduleInput): Role[] {
  const roles = policy.to.flatMap((to): Role[] => {
    if (to === 'asked') return input.asked ?? ['referent'];
    if (to === 'substitute') return [input.substitute ?? 'secretary'];
    if (to === 'signer')
      return input.asked?.includes('legalRepresentative') === true ? ['legalRepresentative'] : [];
    return [to];
  });
  return [...new Set(roles)];
}

function isInTime(step: Laid, input: ScheduleInput): boolean {
  return step.policy.afterEnd === true || key(step.at) < officialEnd(input);
}

/** The first reminder never goes less than two working days after an e-mail about the same thing. */
function isNotTooSoon(
  step: Laid,
  type: ReminderType,
  input: ScheduleInput,
  first: Laid | undefined,
): boolean {
  if (step.kind === 'escalation' || step.to.includes('deskOfficer')) return true;
  // A peremptory term writes every working day by design; only what follows its first e-mail at once is dropped.
  if (type === 'A') return first === undefined || !withinAnHourOf(first.at, step.at);
  const earliest = [input.lastTold, first?.at.date]
    .filter((date) => date !== undefined)
    .map((date) => addWorkingDays(date, 2));
  return earliest.every((date) => step.at.date >= date);
}

/** Two steps of one kind for the same people on one day become the later one; the hours of a last day stay apart. */
function collapse(steps: readonly Laid[]): Laid[] {
  const byDay = new Map<string, Laid>();
  for (const step of [...steps].sort(inOrder)) {
    const apart = (step.policy.first === true || step.policy.hour === true) && step.at.time !== MORNING;
    const hour = apart ? step.at.time : '';
    byDay.set([step.kind, step.to.join(), step.at.date, hour].join(' '), step);
  }
  return [...byDay.values()];
}

/** The reminder before an escalation says who will be told and when. */
function announce(steps: readonly Laid[]): Laid[] {
  const told = [...steps];
  for (const escalation of steps.filter((each) => each.kind === 'escalation')) {
    const before = told.findLastIndex(
      (each) =>
        each.kind !== 'escalation' && !each.to.includes('deskOfficer') && key(each.at) < key(escalation.at),
    );
    const previous = told[before];
    if (previous === undefined) continue;
    const announces = [...(previous.announces ?? []), { to: escalation.to, on: escalation.at.date }];
    told[before] = { ...previous, tone: 4, announces };
  }
  return told;
}

function officialEnd(input: ScheduleInput): string {
  return key({ date: input.end, time: (input.cutOff ?? '23:59').slice(0, 5) });
}

function inOrder(a: Laid, b: Laid): number {
  return key(a.at).localeCompare(key(b.at));
}

/** Local moments of one zone compare as text. */
function key(moment: WallMoment): string {
  return `${moment.date}T${moment.time}`;
}
