import type { LocalDate } from '#domain/calendar/local-date.js';

/** Where a rule is written. `confirmed: false` is asked of the office at launch. */
export interface Source {
  act: string;
  quote: string;
  readOn: LocalDate;
  confirmed: boolean;
}
