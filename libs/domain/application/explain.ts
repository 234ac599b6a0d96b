import { inWords } from '#domain/calendar/words.js';
import { type LocalDate, localAt, weekday } from '#domain/calendar/local-date.js';
import { withArticle } from '#domain/call/funder.js';
import type { Party, WaitKind } from '#domain/call/definition.js';
import { laterOf, type Moment, momentOf } from '#domain/fact/fact.js';
import { roleInWords, toRole } from '#domain/people/role-words.js';
import type { Role } from '#domain/people/role.js';
import { type Case, funderDecides, type Missing, nextEnd } from './case.js';
import type { Decisions, NextWhat } from './decision.js';
import type { RunningTerm } from './running-term.js';
import { stageSentence } from './stage-sentence.js';
import { usualInWords, usualTimeOf } from './usual-time.js';

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
  /** What the state means, as the definition says it for the page. */
  state: string;
  /** The whole sentence, in Italian; the applicant is "il Comune" where no name is given. */
  sentence: string;
  next?: { at: string; what: NextWhat };
}

const PARTY = { comune: 'Comune', union: 'Unione', none: '—' } as const;

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
  const { party, roles, since } = turnOf(theCase);
  const term = ownTerm(theCase);
  return {
    kind: waitKind(theCase),
    stage: theCase.stage.id,
    round: theCase.round,
    label: theCase.stage.label,
    upTo: upToInWords(theCase, party, roles),
    since: `${since.date}${since.time === undefined ? '' : `T${since.time}`}`,
    missing: theCase.missing.map((each) => each.requirement.id),
    ...(term === undefined ? {} : { end: term.term.end, safeEnd: term.term.safeEnd }),
    state: stageSentence(theCase),
    sentence: sentences(theCase, next, applicant).join(' '),
    ...(next === undefined
      ? {}
      : { next: { at: `${localAt(next.at).date}T${localAt(next.at).time}`, what: next.what } }),
  };
}

function upToInWords({ funder, stage, open }: Case, party: Party, roles: readonly Role[]): string {
  if (party === 'funder') return funder;
  // A supplier or the Giunta has no role here, and people say all the same that it is up to them.
  if (party === 'comune' && open.length === 0 && stage.upTo !== undefined) return stage.upTo;
  return party === 'comune' ? roles.map(roleInWords).join(', ') || PARTY.comune : PARTY[party];
}

/** The term of what the case waits for: the latest interrupt's own, if it has one, and the earliest otherwise. */
function ownTerm({ open, terms }: Case): RunningTerm | undefined {
  const interrupt = open.at(-1)?.definition;
  return nextEnd(interrupt === undefined ? terms : terms.filter((each) => each.id === interrupt.term?.id));
}

/** Whose turn it is and since when: an open interrupt comes before the stage, papers in review are the office's. */
export function turnOf(theCase: Case): { party: Party; roles: readonly Role[]; since: Moment } {
  const { stage, needs, talk, ended, since } = theCase;
  const interrupt = theCase.open.at(-1);
  if (ended) return { party: 'none', roles: [], since };
  if (interrupt !== undefined) {
    const { party, actors } = interrupt.definition;
    return { party, roles: actors, since: momentOf(interrupt.opened) };
  }
  if (talk !== undefined) return { party: 'union', roles: ['deskOfficer'], since: talk.at };
  if (needs.length > 0 && needs.every((each) => each.status === 'inReview')) {
    const filed = needs.map((each) => each.since ?? since).reduce(laterOf, since);
    return { party: 'union', roles: ['deskOfficer'], since: filed };
  }
  return { party: stage.party, roles: stage.actors, since };
}

function sentences(theCase: Case, next: Decisions['next'], applicant: string): string[] {
  const comes = next === undefined ? [] : [`Prossimo: ${nextInWords(theCase, next.at, next.what)}.`];
  if (theCase.ended) return [closedSentence(theCase)];
  const { party, since } = turnOf(theCase);
  const from = momentIn(since, next);
  const elapsing = elapsingTerm(theCase);
  if (elapsing !== undefined) {
    return [`${theCase.stage.label} da ${from}, fino a ${dayIn(elapsing.term.end, since)}.`, ...comes];
  }
  const interrupt = theCase.open.at(-1)?.definition;
  const who = party === 'comune' ? applicant : withArticle(upToInWords(theCase, party, []));
  const over = interrupt?.label ?? theCase.talk?.label;
  const aspetta = over === undefined ? 'Aspetta' : `${over}: aspetta`;
  const lapsed = theCase.terms.filter((each) => each.status === 'lapsed');
  const term = ownTerm(theCase);
  return [
    `${aspetta} ${who} da ${from}.`,
    ...missingInWords(theCase.missing.filter((each) => each.interrupt === interrupt?.id)),
    ...(funderDecides(theCase) ? [`Decide ${withArticle(theCase.funder)}.`] : []),
    ...usualTime(theCase),
    ...lapsed.map((each) => lapsedInWords(each, since)),
    ...findingsInWords(theCase),
    ...fundsInWords(theCase),
    ...(term === undefined ? [] : [endInWords(term, since)]),
    ...meanwhile(theCase, since),
    ...comes,
  ];
}

/** The term whose end is all that is waited for; nobody can hasten it. */
function elapsingTerm(theCase: Case): RunningTerm | undefined {
  if (theCase.open.length > 0) return undefined;
  return theCase.terms.find(
    (term) =>
      term.onLapse === 'elapses' &&
      term.status === 'running' &&
      theCase.missing.some((each) => each.requirement.id === term.meets),
  );
}

/** What goes on beside the latest interrupt: the other interrupts, and the stage while its clock runs. */
function meanwhile(theCase: Case, since: Moment): string[] {
  const { open, stage, terms } = theCase;
  if (open.length === 0) return [];
  const latest = open.at(-1)?.definition;
  const definitions = new Set(open.map((each) => each.definition).filter((each) => each !== latest));
  const others = [...definitions].map(({ id, label, term }) => ({
    label,
    missing: theCase.missing.filter((each) => each.interrupt === id),
    term: nextEnd(terms.filter((each) => each.id === term?.id)),
  }));
  const own = new Set(open.map((each) => each.definition.term?.id));
  // Nobody can hasten what only elapses.
  const elapsing = new Set(terms.filter((each) => each.onLapse === 'elapses').map((each) => each.meets));
  const inStage = theCase.missing.filter(
    (each) => each.interrupt === undefined && !elapsing.has(each.requirement.id),
  );
  const stageTerm = nextEnd(terms.filter((each) => !own.has(each.id) && each.onLapse !== 'elapses'));
  return [...others, { label: stage.label, missing: inStage, term: stageTerm }]
    .filter((each) => each.missing.length > 0)
    .flatMap((each) => {
      const words = missingInWords(each.missing).join(' ');
      return [
        `Intanto, per «${each.label}» ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
        ...(each.term === undefined ? [] : [endInWords(each.term, since)]),
      ];
    });
}

/** More things than these are counted and not all named: the list is on the page. */
const MOST_NAMED = 4;

/** What is missing, to be put right and to be looked at. Of the ways to close an interrupt one is enough. */
function missingInWords(missing: readonly Missing[]): string[] {
  const labels = (status: Missing['status']) =>
    missing.filter((each) => each.status === status).map((each) => each.requirement.label);
  const said = (words: string, list: string[]) =>
    list.length === 0 ? [] : [`${words}: ${list.join('; ')}.`];
  const absent = labels('missing');
  const closing = missing.filter(
    (each) => each.interrupt !== undefined && each.requirement.kind !== 'document',
  );
  const papers = missing.filter((each) => !closing.includes(each));
  if (papers.length > 0 && closing.length > 0) {
    return [
      ...missingInWords(papers),
      ...missingInWords(closing).map((each) => each.replace('Manca', 'Poi')),
    ];
  }
  if (closing.length > 0) return said('Manca', [absent.join(' oppure ')]);
  return [
    ...(absent.length > MOST_NAMED
      ? said(`Mancano ${absent.length} cose, le prime`, absent.slice(0, MOST_NAMED - 1))
      : said(absent.length === 1 ? 'Manca' : 'Mancano', absent)),
    ...said('Da correggere', labels('returned')),
    ...said('Da controllare', labels('inReview')),
  ];
}

/** Silence is said as silence; what an official term leaves is a remedy. */
function lapsedInWords({ label, onLapse, term }: RunningTerm, since: Moment): string {
  const day = dayIn(term.end, since);
  if (onLapse !== 'silence') return `Termine passato (${label}, ${day}): rimedio possibile.`;
  const none = label.startsWith('risposta') ? `Nessuna ${label}` : `Nessuna risposta (${label})`;
  return `${none} entro ${day}: è registrata come silenzio, non come un no.`;
}

function usualTime(theCase: Case): string[] {
  if (waitKind(theCase) !== 'outsideBody') return [];
  const usual = theCase.open.length > 0 ? undefined : usualTimeOf(theCase);
  return [usual === undefined ? 'Quanto ci vorrà non si sa.' : usualInWords(usual)];
}

const FINDING = {
  'CUP-11': "il CUP è anche su un'altra candidatura attiva del Comune",
  'CUP-12': 'il CUP risulta di un altro ente',
} as const;

/** Without numbers: the other application may be of a body that the reader does not see. */
function findingsInWords({ findings }: Case): string[] {
  return [...new Set(findings.map((each) => each.code))].map((code) => `Da chiarire: ${FINDING[code]}.`);
}

/** The term stays as it is: whether it is worth going on is a matter between office and comune. */
function fundsInWords({ fundsExhausted: spent }: Case): string[] {
  if (spent === undefined) return [];
  const next = spent.halts
    ? 'prima di lavorarci ancora decidete con l’ufficio'
    : 'ne avete parlato con l’ufficio e si va avanti';
  return [`I fondi dell’avviso risultano esauriti (${spent.act}): ${next}.`];
}

/** The day to work by comes first, the official one second (voice, rule 3). */
function endInWords({ term, official }: RunningTerm, since: Moment): string {
  const workBy = `Entro ${dayIn(term.safeEnd, since)}`;
  if (!official) return `${workBy}.`;
  const hour = `ore ${hourOf(term.cutOff)}`;
  return term.safeEnd === term.end
    ? `${workBy} (è anche il termine ufficiale, ${hour}).`
    : `${workBy} (termine ufficiale: ${dayIn(term.end, since)}, ${hour}).`;
}

/** Since when; with the year where what comes next is in another one. */
function momentIn({ date, time }: Moment, next: Decisions['next']): string {
  const year = next !== undefined && yearOf(localAt(next.at).date) !== yearOf(date);
  return `${inWords(date, { year })}${time === undefined ? '' : `, ore ${hourOf(time)}`}`;
}

/** A day with its year, where that is not the year in which the wait began. */
function dayIn(day: LocalDate, since: Moment): string {
  return inWords(day, { year: yearOf(day) !== yearOf(since.date) });
}

function yearOf(date: LocalDate): string {
  return date.slice(0, 4);
}

/** "9:30" and not "09:30": as people say it. */
function hourOf(time: string): string {
  return time.slice(0, 5).replace(/^0/, '');
}

function closedSentence({ closed, stage, since }: Case): string {
  if (closed?.because !== undefined) return `Chiusa: ${closed.because.replace(/[.\s]+$/, '')}.`;
  if (closed !== undefined) return 'Chiusa dall’ufficio: il motivo è nella storia.';
  return `${stage.label} da ${inWords(since.date, { year: true })}: non aspetta più nulla.`;
}

/** What comes next by itself, as a sentence begins it: "Promemoria al RUP, lunedì 12 aprile". */
export function nextSentence(theCase: Case, { at, what }: NonNullable<Decisions['next']>): string {
  const words = nextInWords(theCase, at, what);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function nextInWords(theCase: Case, at: number, what: NextWhat): string {
  const day = dayIn(what.on, turnOf(theCase).since);
  switch (what.kind) {
    case 'end': {
      const label = theCase.terms.find((each) => each.id === what.term)?.label ?? 'termine';
      return `fine del termine «${label}», ${day}`;
    }
    case 'reminder':
      return what.to === undefined ? `promemoria ${day}` : `promemoria ${everybody(what.to)}, ${day}`;
    case 'round':
      return weekday(what.on) === 1
        ? `giro del lunedì, ${day.replace(/^lunedì /, '')}`
        : `giro settimanale, ${day}`;
    case 'question':
      return `domanda al Comune ${day}`;
    case 'call':
      return `telefonata dell'ufficio ${day}`;
    default:
      return inWords(localAt(at).date);
  }
}

/** "al referente e al RUP" */
function everybody(roles: readonly Role[]): string {
  const words = roles.map(toRole);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} e ${last}`;
}
