import type { LocalDate } from './local-date.js';

/** Days on which the office of a body is closed, as `MM-DD`: its patron day and its closed weeks, both ends included. */
export interface Closures {
  patronDay?: string;
  periods: readonly { from: string; to: string }[];
}

/** Whether a body's office is closed on a day, also over the turn of the year. */
export function isClosedOn(closures: Closures): (date: LocalDate) => boolean {
  return (date) => {
    const day = date.slice(5);
    if (day === closures.patronDay) return true;
    return closures.periods.some(({ from, to }) =>
      from <= to ? from <= day && day <= to : day >= from || day <= to,
    );
  };
}
