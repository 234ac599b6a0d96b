import type { LocalDate } from '#domain/calendar/local-date.js';
import { previousWorkingDay } from '#domain/calendar/working-day.js';
import type { RunningTerm } from './running-term.js';

/**
 * The last working day on which an extension of it can still be asked for: one for a single body must be asked for before
 * the end that it wants to move (issue 11 G). Undefined for a term that is met, over, or not of the long ones.
 */
export function askExtensionBy({ official, reminders, status, term }: RunningTerm): LocalDate | undefined {
  if (!official || reminders !== 'D' || status !== 'running') return undefined;
  return previousWorkingDay(term.end);
}
