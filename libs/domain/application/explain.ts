import { inWords } from '#domain/calendar/words.js';
import { type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { RequirementDefinition, WaitKind } from '#domain/call/definition.js';
import { roleInWords } from '#domain/people/role-words.js';
import { type Case, nextEnd } from './case.js';
import type { Decisions, NextWhat } from './decision.js';

/** Where a case stands, in words and in codes: the answer to "Perché aspetta?". */
export interface Wait {
  kind: WaitKind;
  stage: string;
  round: number;
  label: string;
  /** Who must act, as people say it ("Tocca a"). */
  upTo: string;
  since: string;
  missing: string[];
  end?: string;
  safeEnd?: string;
  /** The whole sentence, in Italian; the applicant is "il Comune" where no name is given. */
  sentence: string;
  next?: { at: string; what: NextWhat };
}

const PARTY = { comune: 'Comune', union: 'Unione', funder: 'Dipartimento', none: '—' } as const;

/** The kind of wait that runs now: the last open interrupt's, or the stage's. */
export function waitKind(theCase: Case): WaitKind {
  if (theCase.ended) return 'end';
  const interrupt = theCase.open.at(-1);
  return interrupt === undefined ? theCase.stage.wait : interrupt.definition.wait;
}

/**
 * Says what a case waits for, from whom, since when, until when and what comes next.
 *
 * @param applicant name of the body for pages ("Rivello"); without it "il Comune", for places that carry no names.
 */
export function explain(theCase: Case, next: Decisions['next'], applicant = 'il Comune'): Wait {
  const kind = waitKind(theCase);
  const interrupt = theCase.open.at(-1);
  const term = nextEnd(theCase.terms);
  const since =
    interrupt === undefined
      ? theCase.since
      : { date: interrupt.opened.legalDate, time: interrupt.opened.legalTime };
  const party = interrupt?.definition.party ?? theCase.stage.party;
  const roles = interrupt?.definition.actors ?? theCase.stage.actors;
  const lapsed = theCase.terms.filter((each) => each.status === 'lapsed');
  const what = theCase.missing.map((each) => phrase(each.requirement, each.status));
  const who = party === 'comune' ? applicant : `${party === 'union' ? "l'" : 'il '}${PARTY[party]}`;
  const sentence = theCase.ended
    ? closedSentence(theCase)
    : [
        interrupt !== undefined ? `${interrupt.definition.label}: aspetta ${who}` : `Aspetta ${who}`,
        ` da ${inWords(since.date)}${since.time === undefined ? '' : `, ore ${since.time.slice(0, 5)}`}`,
        what.length > 0 ? `. ${kind === 'outsideBody' ? 'Atteso' : 'Manca'}: ${what.join('; ')}` : '',
        ...lapsed.map(
          (each) => `. Termine passato (${each.label}, ${inWords(each.term.end)}): rimedio possibile`,
        ),
        ...findingsInWords(theCase),
        term === undefined ? '' : `. Entro ${dayIn(term.term.safeEnd, theCase)}${officialEnd(term, theCase)}`,
        next === undefined ? '' : `. Prossimo: ${nextInWords(theCase, next.at, next.what)}`,
        '.',
      ].join('');
  return {
    kind,
    stage: theCase.stage.id,
    round: theCase.round,
    label: theCase.stage.label,
    upTo: party === 'comune' ? roles.map(roleInWords).join(', ') || PARTY.comune : PARTY[party],
    since: `${since.date}${since.time === undefined ? '' : `T${since.time}`}`,
    missing: theCase.missing.map((each) => each.requirement.id),
    ...(term === undefined ? {} : { end: term.term.end, safeEnd: term.term.safeEnd }),
    sentence,
    ...(next === undefined
      ? {}
      : { next: { at: `${localAt(next.at).date}T${localAt(next.at).time}`, what: next.what } }),
  };
}

const FINDING = {
  'CUP-11': "il CUP è anche su un'altra candidatura attiva del Comune",
  'CUP-12': 'il CUP risulta di un altro ente',
} as const;

/** Without numbers: the other application may be of a body that the reader does not see. */
function findingsInWords({ findings }: Case): string[] {
  return [...new Set(findings.map((each) => each.code))].map((code) => `. Da chiarire: ${FINDING[code]}`);
}

function officialEnd(
  term: { official: boolean; term: { end: LocalDate; cutOff: string } },
  theCase: Case,
): string {
  if (!term.official) return '';
  return ` (termine ufficiale: ${dayIn(term.term.end, theCase)}, ore ${term.term.cutOff})`;
}

/** A day with its year, where that is not the year in which the wait began. */
function dayIn(day: LocalDate, theCase: Case): string {
  return inWords(day, { year: day.slice(0, 4) !== theCase.since.date.slice(0, 4) });
}

function closedSentence(theCase: Case): string {
  if (theCase.closedBecause !== undefined) return `Chiusa: ${theCase.closedBecause}.`;
  return `${theCase.stage.label}: non aspetta nulla, da ${inWords(theCase.since.date)}.`;
}

function phrase(requirement: RequirementDefinition, status: 'missing' | 'inReview' | 'returned'): string {
  if (status === 'inReview') return `${requirement.label} (da controllare)`;
  if (status === 'returned') return `${requirement.label} (da correggere)`;
  return requirement.label;
}

function nextInWords(theCase: Case, at: number, what: NextWhat): string {
  switch (what.kind) {
    case 'end': {
      const label = theCase.terms.find((each) => each.id === what.term)?.label ?? 'termine';
      return `fine del termine «${label}» ${dayIn(what.on, theCase)}`;
    }
    case 'reminder':
      return `promemoria ${dayIn(what.on, theCase)}`;
    case 'round':
      return `giro del lunedì, ${dayIn(what.on, theCase)}`;
    case 'question':
      return `domanda al Comune ${dayIn(what.on, theCase)}`;
    default:
      return inWords(localAt(at).date);
  }
}
