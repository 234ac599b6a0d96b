import { localAt } from '#domain/calendar/local-date.js';
import { isOfSame } from '#domain/fact/asked-of.js';
import { ROLES } from '#domain/people/role.js';
import { LAPSE_GRACE_MS, type NextWhat, type Planned } from './decision.js';

/** So many things are told ahead: when the first has happened, the next still stands beside it. */
const TOLD = 2;

/**
 * What people will notice next, in the order of its hours: the first things of all, and the first e-mails still to be decided. Reminders of
 * one hour are said as one, to all who get one.
 */
export function comingOf(planned: readonly Planned[], now: number): NextWhat[] {
  const { date, time } = localAt(now);
  const from = `${date}T${time.slice(0, 5)}`;
  let told: NextWhat[] = [];
  for (const each of planned.toSorted((a, b) => a.at - b.at)) {
    // Nothing is noticed before the engine has looked, but for the end of a term, which it sees a minute later.
    const { date: day, time: hour } = localAt(each.at - LAPSE_GRACE_MS);
    const before = told.filter((other) => hourOf(other) < `${day}T${hour.slice(0, 5)}`);
    if (before.length >= TOLD && before.filter(isPlanned).length >= TOLD) break;
    const what = each.told === undefined ? each.what : each.told();
    if (what !== undefined && hourOf(what) > from) told = together(told, what);
  }
  const inOrder = told.toSorted((a, b) => hourOf(a).localeCompare(hourOf(b)));
  const first = new Set([...inOrder.slice(0, TOLD), ...inOrder.filter(isPlanned).slice(0, TOLD)]);
  return inOrder.filter((each) => first.has(each));
}

/** An e-mail about one thing that is still to be decided; the weekly round is made on a day. */
export function isPlanned({ kind, decided }: Pick<NextWhat, 'kind' | 'decided'>): boolean {
  return decided !== true && (kind === 'reminder' || kind === 'question' || kind === 'phone');
}

function together(told: readonly NextWhat[], what: NextWhat): NextWhat[] {
  const same = told.find(
    (each) =>
      each.kind === what.kind &&
      isOfSame(each, what) &&
      each.decided === what.decided &&
      hourOf(each) === hourOf(what),
  );
  if (same === undefined) return [...told, what];
  const to = new Set([...(same.to ?? []), ...(what.to ?? [])]);
  const both = what.to === undefined ? same : { ...same, to: ROLES.filter((role) => to.has(role)) };
  return told.map((each) => (each === same ? both : each));
}

/** Local moments of one zone compare as text. */
function hourOf({ on, time = '00:00' }: NextWhat): string {
  return `${on}T${time}`;
}
