import { daysInWords } from '#domain/term/gap.js';
import { dayOfMonthInWords, inWords, momentInWords } from '#domain/calendar/words.js';
import { type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { theBody, theDay } from '#domain/italian/article.js';
import type { WaitKind } from '#domain/call/definition.js';
import { awaitedFrom, debtsInWords } from './awaited-words.js';
import { type Case, funderDecides, nextEnd } from '../case/case.js';
import { FINDING } from '../case/findings.js';
import type { Decisions, NextWhat } from '../decide/decision.js';
import { endInWords, lapsedInWords } from './end-words.js';
import { type Coming, comingIn, comingInWords } from './next-words.js';
import { meanwhile } from './meanwhile.js';
import { proofOf } from './proof-words.js';
import type { RunningTerm } from '../case/running-term.js';
import { stageSentence } from './stage-sentence.js';
import { usualInWords, usualTimeOf } from '../case/usual-time.js';
import { turnOf, upToInWords, waitedFor } from '../case/whose-turn.js';

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
  /** The same without what comes next, whose day is "oggi" for who reads it on that day. */
  why: string;
  /** When the engine looks again, in Rome, and what for. */
  next?: { at: string; what: NextWhat };
  /** What people will notice next, in order. */
  coming: Coming[];
}

/** The kind of wait that runs now: the last open interrupt's, or the stage's. */
function waitKind(theCase: Case): WaitKind {
  if (theCase.ended) return 'end';
  const interrupt = theCase.open.at(-1);
  return interrupt === undefined ? theCase.stage.wait : interrupt.definition.wait;
}

/**
 * Says what a case waits for, from whom, since when and by which proof, until when and what comes next.
 *
 * @param applicant name of the body for pages ("Rivello"); without it "il Comune", for places that carry no names.
 */
export function explain(theCase: Case, ahead: Ahead = {}, applicant = 'il Comune'): Wait {
  const { since } = turnOf(theCase);
  const term = ownTerm(theCase);
  const coming = theCase.ended ? [] : (ahead.coming?.() ?? []).map((each) => comingIn(theCase, each));
  const [first] = coming;
  const why = sentences(theCase, first, applicant).join(' ');
  return {
    kind: waitKind(theCase),
    stage: theCase.stage.id,
    round: theCase.round,
    label: theCase.stage.label,
    upTo: upToInWords(theCase),
    since: `${since.date}${since.time === undefined ? '' : `T${since.time}`}`,
    missing: theCase.missing.map((each) => each.requirement.id),
    ...(term === undefined ? {} : { end: term.term.end, safeEnd: term.term.safeEnd }),
    state: stageSentence(theCase),
    why,
    sentence: withNext(why, first, { since: since.date }),
    coming,
    ...(ahead.next === undefined ? {} : { next: nextLook(ahead.next) }),
  };
}

/** What lies ahead of a case, as `decide` found it. */
export type Ahead = Partial<Pick<Decisions, 'next' | 'coming'>>;

function nextLook({ at, what }: NonNullable<Decisions['next']>): Wait['next'] {
  const { date, time } = localAt(at);
  return { at: `${date}T${time}`, what };
}

/** "Perché aspetta?" with what comes next, on the day on which it is read. */
export function withNext(
  why: string,
  next: Pick<Coming, 'on' | 'at' | 'words'> | undefined,
  days: { since: LocalDate; today?: LocalDate },
): string {
  return next === undefined ? why : `${why} Prossimo: ${comingInWords(next, days)}.`;
}

/** The term of what the case waits for: the latest interrupt's own, if it has one, and the earliest otherwise. */
function ownTerm({ open, terms }: Case): RunningTerm | undefined {
  const interrupt = open.at(-1)?.definition;
  return nextEnd(interrupt === undefined ? terms : terms.filter((each) => each.id === interrupt.term?.id));
}

function sentences(theCase: Case, next: Coming | undefined, applicant: string): string[] {
  if (theCase.ended) return [closedSentence(theCase)];
  const { since, by } = turnOf(theCase);
  const from = `${momentInWords(since, next === undefined ? {} : { beside: next.on })}${proofOf(by)}`;
  const elapsing = elapsingTerm(theCase);
  const lapsed = theCase.terms.filter((each) => each.status === 'lapsed');
  if (elapsing !== undefined) {
    return [
      `${theCase.stage.label} da ${from}, fino a ${inWords(elapsing.term.end, { beside: since.date })}.`,
      ...findingsInWords(theCase),
      ...resendInWords(theCase, lapsed),
      ...debtsInWords(theCase.debts),
    ];
  }
  const who = waitedFor(theCase, applicant);
  const { awaited, rest } = awaitedFrom(theCase, who === applicant ? who : theBody(who));
  const over = theCase.open.at(-1)?.definition.label ?? theCase.talk?.label;
  const term = ownTerm(theCase);
  return [
    `${over === undefined ? 'Aspetta' : `${over}: aspetta`} ${awaited} da ${from}.`,
    ...rest,
    ...(funderDecides(theCase) ? [`Decide ${theBody(theCase.funder)}.`] : []),
    ...usualTime(theCase),
    ...lapsed.map((each) => lapsedInWords(each, since)),
    ...findingsInWords(theCase),
    ...resendInWords(theCase, lapsed),
    ...fundsInWords(theCase),
    ...(term === undefined ? [] : [endInWords(term, since)]),
    ...meanwhile(theCase, since),
    ...debtsInWords(theCase.debts),
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

function usualTime(theCase: Case): string[] {
  if (waitKind(theCase) !== 'outsideBody') return [];
  const usual = theCase.open.length > 0 ? undefined : usualTimeOf(theCase);
  return [usual === undefined ? 'Quanto ci vorrà non si sa.' : usualInWords(usual)];
}

/** Without numbers: the other application may be of a body that the reader does not see. */
function findingsInWords({ findings }: Case): string[] {
  return [...new Set(findings.map((each) => each.code))].map((code) => `Da chiarire: ${FINDING[code]}.`);
}

/** Whoever acts while a term is over acts in vain, unless the act that opened it again says otherwise. */
function resendInWords({ resend }: Case, lapsed: readonly RunningTerm[]): string[] {
  if (resend === undefined) return [];
  const { done, closed, act, unsure, term, round } = resend;
  const unread = unsure ? '; la data dell’atto è da confermare' : '';
  const sent = `Inviata ${theDay(dayOfMonthInWords(done.date))}, quando era chiuso (${daysInWords(closed)}${unread})`;
  return lapsed.some((each) => each.id === term && each.round === round)
    ? [`${sent}, e non risulta inviata di nuovo: se l’atto (${act}) la tenga valida è da confermare.`]
    : [`${sent}: va inviata di nuovo, salvo che l’atto (${act}) la tenga valida.`];
}

/** The term stays as it is: whether it is worth going on is a matter between office and comune. */
function fundsInWords({ fundsExhausted: spent }: Case): string[] {
  if (spent === undefined) return [];
  const next = spent.halts
    ? 'prima di lavorarci ancora decidete con l’ufficio'
    : 'ne avete parlato con l’ufficio e si va avanti';
  return [`I fondi dell’avviso risultano esauriti (${spent.act}): ${next}.`];
}

function closedSentence({ closed, stage, since }: Case): string {
  if (closed?.because !== undefined) {
    return [`Chiusa: ${closed.because.replace(/[.\s]+$/, '')}.`, ...declaredInWords(closed)].join(' ');
  }
  if (closed !== undefined) return 'Chiusa dall’ufficio: il motivo è nella storia.';
  return `${stage.label} da ${inWords(since.date, { year: true })}: non aspetta più nulla.`;
}

function declaredInWords({ neverAnswered }: NonNullable<Case['closed']>): string[] {
  if (neverAnswered?.declared === undefined) return [];
  const on = theDay(dayOfMonthInWords(neverAnswered.declared.on, { year: true }));
  return [`L’invio è dichiarato ${on}: registralo con la prova, e si riapre.`];
}
