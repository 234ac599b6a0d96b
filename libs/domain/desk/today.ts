import { addDays, daysBetween, type LocalDate, mondayOf } from '#domain/calendar/local-date.js';
import { type AskedOf, isOfSame, onlyOf, type Thing } from '#domain/fact/asked-of.js';
import { nextWorkingDay } from '#domain/calendar/working-day.js';
import { roundDay } from '#domain/reminder/counted-day.js';
import type { Glance, Phoned, Outside, QuickAnswer } from './glance.js';
import { isToClear, risksExclusion } from './attention.js';
import { urgentTerm } from './sign.js';

/** How far "coming" looks ahead. */
const SOON_DAYS = 14;

/** What the first page of the office needs to know of an application. */
export interface AtDesk {
  number: string;
  glance: Glance;
}

/**
 * Which applications must be dealt with now, which are coming, and which comes first after them; none stands twice.
 * `now`: the day to work by is today, the next working day (on a Friday that is Monday, since nobody is there before) or
 * past, what cannot be undone first, then what was sent and may be excluded, and what is to be cleared up. `soon`: it comes within 14 days. Then by the day to work by, the official end, the
 * larger amount, the number.
 */
export function sectionsOf<T extends AtDesk>(
  list: readonly T[],
  today: LocalDate,
): { now: T[]; soon: T[]; next: T | undefined } {
  const dated = list
    .flatMap((each) => {
      const term = each.glance.outcome === 'running' ? urgentTerm(each.glance) : undefined;
      return term === undefined ? [] : [{ each, term }];
    })
    .toSorted(
      (a, b) =>
        a.term.safeEnd.localeCompare(b.term.safeEnd) ||
        a.term.end.localeCompare(b.term.end) ||
        b.each.glance.amount.cents - a.each.glance.amount.cents ||
        a.each.number.localeCompare(b.each.number),
    );
  const tomorrow = nextWorkingDay(today);
  const until = addDays(today, SOON_DAYS);
  const near = dated.filter(({ term }) => term.safeEnd <= tomorrow);
  const excluded = list.filter(({ glance }) => risksExclusion(glance));
  const isUrgent = (each: T) => near.some((other) => other.each === each && other.term.peremptory);
  const toClear = list.filter(
    (each) => isToClear(each.glance) && !excluded.includes(each) && !isUrgent(each),
  );
  const besides = [...excluded, ...toClear];
  const due = near.filter(({ each }) => !besides.includes(each));
  const soon = dated.filter(
    ({ term, each }) => term.safeEnd > tomorrow && term.safeEnd <= until && !besides.includes(each),
  );
  return {
    now: [
      ...due.filter(({ term }) => term.peremptory).map(({ each }) => each),
      ...besides,
      ...due.filter(({ term }) => !term.peremptory).map(({ each }) => each),
    ],
    soon: soon.map(({ each }) => each),
    next: dated.find(({ term, each }) => term.safeEnd > until && !besides.includes(each))?.each,
  };
}

/**
 * The day of the latest weekly round that this wait has seen begin: each Monday, or the working day before it, never
 * after; undefined while none has come since the wait began.
 */
export function lastRound(since: LocalDate, today: LocalDate): LocalDate | undefined {
  const monday = mondayOf(today);
  return [addDays(monday, 7), monday].map(roundDay).find((on) => on <= today && on > since);
}

/** Whether this week's look at the platform is missing. */
export function roundIsDue({ since, checked }: Outside, today: LocalDate): boolean {
  const on = lastRound(since, today);
  return on !== undefined && (checked === undefined || checked < on);
}

/** Whether the platform was looked at since the week began: a second tick would say nothing more. */
export function checkedThisWeek({ since, checked }: Outside, today: LocalDate): boolean {
  if (checked === undefined) return false;
  const monday = mondayOf(today);
  return checked >= (lastRound(since, today) ?? monday) || checked >= monday;
}

/** "invio ufficiale 74 giorni fa; di solito 66-156", or since when where no usual time is known. */
export function outsideInWords({ since, usual }: Outside, today: LocalDate): string {
  if (usual === undefined) return `aspetta da ${daysInWords(daysBetween(since, today))}`;
  const days = daysBetween(usual.counted, today);
  const ago = days === 0 ? 'oggi' : `${daysInWords(days)} fa`;
  // The act itself is what people speak of, not the proof of it.
  const act = usual.milestone.replace(/^prova (?:dell'|del |della )/, '');
  return `${act} ${ago}; di solito ${usual.from}-${usual.to}`;
}

function daysInWords(days: number): string {
  return days === 1 ? '1 giorno' : `${days} giorni`;
}

/** Quick answers that ask for a call, and the wish to talk, as they stand today. */
export function askToPhone(
  { outcome, answers, talk, phoned, fundsExhausted: spent }: Glance,
  today: LocalDate,
): PhoneReason[] {
  if (outcome !== 'running') return [];
  const asked = answers.flatMap((each): PhoneReason[] =>
    each.answer === 'done' ? [] : [{ because: each.answer, about: each }],
  );
  if (spent?.halts === true) asked.push({ because: 'funds', act: spent.act, on: spent.on });
  if (talk === undefined) return asked;
  // After a call a week goes by, or until the day promised, before the office calls again.
  const last = phoned
    .map((each) => each.on)
    .filter((on) => on >= talk.on)
    .map((on) => addDays(on, 7))
    .toSorted()
    .at(-1);
  const promised = talk.promisedUntil === undefined ? undefined : addDays(talk.promisedUntil, 1);
  const again = [last, promised]
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  if (again !== undefined && today < again) return asked;
  return [
    ...asked,
    { because: 'talk', requirement: talk.requirement, ...onlyOf(talk), on: talk.on, label: talk.label },
  ];
}

export type PhoneReason =
  | { because: 'funds'; act: string; on: LocalDate }
  | { because: 'cannot' | 'notMine'; about: QuickAnswer }
  | (Thing & { because: 'talk'; on: LocalDate; label: string });

/** Reminders without answer, as the engine decided that the office calls: about a term or a go-ahead. */
export interface Silence extends AskedOf {
  application: string;
  /** Instant from which the office was told. */
  at: string;
  term?: { id: string; round: number; end: LocalDate };
  requirement?: string;
}

/** Whether the silence still is one: the thing is still asked by the same date, and nobody was reached since. */
export function isStillSilent(
  silence: Silence,
  { outcome, terms, asked, phoned, fundsExhausted }: Glance,
): boolean {
  if (outcome !== 'running' || fundsExhausted?.halts === true) return false;
  const { term, requirement } = silence;
  const holds =
    term === undefined
      ? asked.some(
          (each) => each.requirement === requirement && isOfSame(each, silence) && each.status !== 'inReview',
        )
      : terms.some(
          (each) =>
            each.id === term.id &&
            each.round === term.round &&
            each.end === term.end &&
            each.status !== 'suspended',
        );
  return holds && !phoned.some((each) => each.at > silence.at && isAbout(each, silence));
}

function isAbout(phoned: Phoned, { term, requirement, ...silence }: Silence): boolean {
  if (phoned.term === undefined && phoned.requirement === undefined) return true;
  if (!isOfSame(phoned, silence)) return false;
  return phoned.term === undefined ? phoned.requirement === requirement : phoned.term === term?.id;
}
