import type { LocalDate } from '#domain/calendar/local-date.js';
import { isOfSame } from '#domain/fact/asked-of.js';
import { type Fact, type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import { closedDays } from '#domain/term/gap.js';
import { isWithin, judge } from '#domain/term/term.js';
import type { PathStep } from './path-step.js';
import type { RunningTerm } from './running-term.js';
import type { Walked } from './walk.js';

/**
 * An official act that was done while its term was over and not yet open again: it must be done once more in the new
 * window, unless the act that opened it says otherwise (issue 11 G).
 */
export interface Resend {
  milestone: string;
  /** The fact of what was done. */
  sent: string;
  term: string;
  round: number;
  /** When it was done. */
  done: Moment;
  /** Days on which the term was over. */
  closed: { from: LocalDate; to: LocalDate };
  /** From which day on it can be done again. */
  opens: LocalDate;
  /** Nobody knows the date of the act: whether there was a gap at all is to be confirmed. */
  unsure: boolean;
  /** The act that opened the term again. */
  act: string;
}

/** An act that was done in a gap, and whether it was done once more in the window that followed. */
interface InGap {
  again: boolean;
  resend: Resend;
}

/** The stages as far as the facts carry, with their terms and with what must be done once more. */
export interface Folded extends Walked {
  terms: RunningTerm[];
  resend?: Resend;
}

/**
 * Folds the stages until no act stands in them that was done in a gap. Such an act leads to the stage that asks for it,
 * and the stage is still open: what must be done again is asked, reminded and counted like what was never done. Once it
 * was done again the second act alone counts, and where something official was built on the first that one does.
 */
export function foldStages(
  facts: readonly Fact[],
  walked: (facts: readonly Fact[], vain: ReadonlySet<string>) => Walked,
  termsOf: (walked: Walked) => RunningTerm[],
): Folded {
  const vain = new Map<string, InGap>();
  const replaced = new Set<string>();
  for (;;) {
    const counted = replaced.size === 0 ? facts : facts.filter(({ id }) => !replaced.has(id));
    const now = walked(counted, new Set(vain.keys()));
    const terms = termsOf(now);
    const found = inGap(now, terms);
    if (found === undefined) {
      const resend = [...vain.values()].findLast((each) => isOpen(each, now))?.resend;
      return { ...now, terms, ...(resend === undefined ? {} : { resend }) };
    }
    if (found.again) replaced.add(found.resend.sent);
    else vain.set(found.resend.sent, found);
  }
}

function isOpen({ resend }: InGap, { path }: Walked): boolean {
  return path.at(-1)?.lacks.some((each) => each.requirement === resend.milestone) === true;
}

/** The first act that a stage has taken and that nobody can count upon. */
function inGap({ path, unused }: Walked, terms: readonly RunningTerm[]): InGap | undefined {
  for (const { id: term, round, official, met, meets: milestone, term: dates } of terms) {
    if (!official || met === undefined) continue;
    for (const [n, { by }] of path.entries()) {
      for (const act of ofType(by, 'milestone.recorded')) {
        const done = momentOf(act);
        if (act.body.milestone !== milestone) continue;
        if (judge(dates, done.date, done.time).why !== 'betweenWindows') continue;
        const gap = dates.gaps.find(({ after, before }) => done.date >= after && done.date < before);
        const closed = gap && closedDays(gap);
        if (gap === undefined || closed === undefined) continue;
        const again = unused.some(
          (each) =>
            each.body.milestone === milestone &&
            isOfSame(each.body, act.body) &&
            // What is only declared takes the place of nothing that is proven.
            (each.body.proof !== undefined || act.body.proof === undefined) &&
            each.legalDate >= gap.before &&
            isWithin(dates, each.legalDate, each.legalTime),
        );
        if (!again && wasTaken(path.slice(n + 1))) continue;
        const { before: opens, act: opener } = gap;
        const resend: Resend = {
          milestone,
          sent: act.id,
          term,
          round,
          done,
          closed,
          opens,
          unsure: gap.unsure === true,
          act: opener,
        };
        return { again, resend };
      }
    }
  }
  return undefined;
}

/** Somebody went on with it on the platform: what was done was taken, whenever it was. */
function wasTaken(after: readonly PathStep[]): boolean {
  return after.some(({ stage, left, by }) => {
    if (left === undefined) return false;
    const official = stage.requirements.flatMap((each) =>
      stage.party === 'funder' || (each.kind === 'milestone' && each.place === 'platform') ? each.id : [],
    );
    return ofType(by, 'milestone.recorded').some(
      ({ body }) => body.proof !== undefined && official.includes(body.milestone),
    );
  });
}
