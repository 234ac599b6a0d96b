import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Amendment, Term, TermRule } from './rule.js';

export type * from './rule.js';
export { rollOverByDefault } from './rule.js';

export function computeTerm(
  rule: TermRule,
  startDate: LocalDate,
  amendments: readonly Amendment[] = [],
): Term {
  throw new Error(`${rule.unit} ${startDate} ${amendments.length}`);
}

export function isWithin(term: Term, legalDate: LocalDate, legalTime?: string): boolean {
  throw new Error(`${term.end} ${legalDate} ${legalTime}`);
}
