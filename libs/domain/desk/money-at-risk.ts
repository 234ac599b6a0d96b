import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import type { Glance } from './glance.js';
import { risksExclusion } from './attention.js';

/** Days ahead within which money is at risk, on the office's first page and in its digest. */
export const RISK_DAYS = 7;

/**
 * Money at risk, the one definition of it: the sum of the amounts of applications with an official term within N days
 * and something still missing for it, each application once. Within counts from the official end and not from the day to
 * work by, as the page says it beside the number; the last of the N days counts. A term that passed and whose omission may
 * be put right counts as long as it is not put right, and so does what was sent and may be excluded: without a
 * paper that had to exist, or while the call was closed. Nothing counts that only elapses or that is the funder's to do.
 *
 * @returns cents, and the numbers of the applications that count, in the order in which they were given.
 */
export function moneyAtRisk(
  list: readonly { number: string; glance: Glance }[],
  today: LocalDate,
  days: number,
): { cents: number; applications: string[] } {
  const until = addDays(today, days);
  const counted = new Map<string, number>();
  for (const { number, glance } of list) {
    if (isAtRisk(glance, until)) counted.set(number, glance.amount.cents);
  }
  return {
    cents: [...counted.values()].reduce((sum, cents) => sum + cents, 0),
    applications: [...counted.keys()],
  };
}

function isAtRisk(glance: Glance, until: LocalDate): boolean {
  const { outcome, terms, asked, findings = [] } = glance;
  if (outcome !== 'running') return false;
  if (risksExclusion(glance) || findings.some(({ holds }) => holds === true)) return true;
  return terms.some(
    (term) =>
      term.official &&
      term.ours &&
      ((term.status === 'running' && term.end <= until) || (term.status === 'lapsed' && term.remediable)) &&
      asked.some((each) => each.owed !== true && each.interrupt === term.interrupt),
  );
}
