import { type LocalDate, weekday } from '#domain/calendar/local-date.js';
import { hourOf, inWords } from '#domain/calendar/words.js';
import { toRoles } from '#domain/people/role-words.js';
import type { Case } from '../case/case.js';
import type { NextWhat } from '../decide/decision.js';

/** What comes next by itself: its day and hour in Rome, and what it is. */
export interface Coming {
  on: LocalDate;
  /** HH:MM; absent for what fills a day. */
  at?: string;
  what: NextWhat;
  /** "promemoria al segretario" */
  words: string;
}

/** With the name of its term, as people read it. */
export function comingIn(theCase: Case, what: NextWhat): Coming {
  const { on, time } = what;
  const hour = what.kind === 'round' || time === undefined ? {} : { at: time };
  return { on, ...hour, what, words: whatInWords(theCase, what) };
}

/**
 * "mercoledì 24 marzo ore 8 promemoria al RUP"; "oggi ore 16 ..." for who knows which day it is.
 * @param since day against which the year is told.
 */
export function comingInWords(
  { on, at, words }: Pick<Coming, 'on' | 'at' | 'words'>,
  { since, today }: { since: LocalDate; today?: LocalDate },
): string {
  const day = on === today ? 'oggi' : inWords(on, { beside: since });
  return `${day}${at === undefined ? '' : ` ore ${hourOf(at).replace(/:00$/, '')}`} ${words}`;
}

function whatInWords(theCase: Case, what: NextWhat): string {
  switch (what.kind) {
    case 'end':
      return `fine del termine «${theCase.terms.find((each) => each.id === what.term)?.label ?? 'termine'}»`;
    case 'reminder':
      if (what.to === undefined) return 'promemoria';
      return what.to.length === 0
        ? "promemoria, ma nessuno ha ancora l'incarico di riceverlo"
        : `promemoria ${toRoles(what.to)}`;
    case 'round':
      return weekday(what.on) === 1 ? 'giro del lunedì' : 'giro settimanale';
    case 'question':
      return 'domanda al Comune';
    case 'phone':
      return "avviso all'ufficio di telefonare";
    default:
      return what.kind satisfies never;
  }
}

/** Whether it still lies ahead at a moment of Rome's clock: what is told stays as it was until the case is looked at. */
export function isAhead(
  { on, at }: Pick<Coming, 'on' | 'at'>,
  now: { date: LocalDate; time: string },
): boolean {
  return on > now.date || (on === now.date && (at === undefined || at > now.time.slice(0, 5)));
}
