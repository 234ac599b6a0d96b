import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fact, FactOf, Moment } from '#domain/fact/fact.js';
import { closedDays } from '#domain/term/gap.js';
import { isWithin, judge } from '#domain/term/term.js';
import type { PathStep } from './path-step.js';
import type { RunningTerm } from './running-term.js';

/**
 * An official act that was done while its term was over and not yet open again: it must be done once more in the new
 * window, unless the act that opened it says otherwise (issue 11 G).
 */
export interface Resend {
  milestone: string;
  term: string;
  round: number;
  /** When it was done. */
  done: Moment;
  /** Days on which the term was over. */
  closed: { from: LocalDate; to: LocalDate };
  /** Nobody knows the date of the act: whether there was a gap at all is to be confirmed. */
  unsure: boolean;
  /** Until when it can be done. */
  end: LocalDate;
  cutOff: string;
  act: string;
}

/** @param unused milestones that no stage has taken: what was done once more stands there. */
export function resendOf(
  path: readonly PathStep[],
  terms: readonly RunningTerm[],
  unused: readonly FactOf<'milestone.recorded'>[],
): Resend | undefined {
  for (const { id: term, round, official, met, meets, term: dates } of terms) {
    if (!official || met === undefined) continue;
    const { date, time } = met.at;
    if (judge(dates, date, time).why !== 'betweenWindows') continue;
    const gap = dates.gaps.find(({ after, before }) => date >= after && date < before);
    const closed = gap === undefined ? undefined : closedDays(gap);
    if (gap === undefined || closed === undefined) continue;
    const again = unused.some((fact) => fact.body.milestone === meets && isIn(fact, gap.before, dates));
    if (again) continue;
    if (wasTaken(path, meets)) continue;
    const { end, cutOff, history } = dates;
    const act = history.at(-1)?.act ?? '';
    const unsure = gap.unsure === true;
    return { milestone: meets, term, round, done: met.at, closed, unsure, end, cutOff, act };
  }
  return undefined;
}

/** The funder went on with it: what was sent was taken, whenever it was. */
function wasTaken(path: readonly PathStep[], sending: string): boolean {
  const sent = path.findIndex(({ stage }) => stage.requirements.some(({ id }) => id === sending));
  return path
    .slice(sent + 1)
    .some(
      ({ stage, left, by }) =>
        stage.party === 'funder' &&
        left !== undefined &&
        by.some((fact) => fact.type === 'milestone.recorded' && fact.body.proof !== undefined),
    );
}

/** In the new window. */
function isIn({ legalDate, legalTime }: Fact, opens: LocalDate, term: RunningTerm['term']): boolean {
  return legalDate >= opens && isWithin(term, legalDate, legalTime);
}
