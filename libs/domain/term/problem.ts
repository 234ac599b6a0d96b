import { instantOf, isLocalDate, isLocalTime, type LocalDate } from '#domain/calendar/local-date.js';
import type { Amendment, TermProblem, TermProblemCode, TermReading, TermRule } from './rule.js';

/** Longest count that is taken for meant: a hundred years of days. */
const LONGEST = 36_600;

/** What is wrong with a rule, before any date is known: a definition with such a term must not be loaded. */
export function checkRule(rule: TermRule): TermProblem[] {
  const problems = [rule, ...(rule.readings ?? []).map((reading) => ({ ...rule, ...reading }))].flatMap(
    checkReading,
  );
  if (rule.cap !== undefined && !isLocalDate(rule.cap)) problems.push(badDate(rule.cap));
  const whole = rule.wholeDay === true && rule.cutOff !== '23:59';
  if (!isCutOff(rule.cutOff) || whole) problems.push(badCutOff(rule.cutOff));
  return problems;
}

function checkReading(reading: TermReading & { unit: TermRule['unit'] }): TermProblem[] {
  if (reading.unit !== 'fixed') return isAmount(reading.amount) ? [] : [badAmount(reading.amount)];
  if (reading.date !== undefined) return isLocalDate(reading.date) ? [] : [badDate(reading.date)];
  return [
    problem(
      'TERM-03',
      'Il termine a data fissa non ha la data: scrivila.',
      'A fixed term has no date: give one.',
    ),
  ];
}

/** What keeps an act from moving a term that now ends at `end`, `cutOff`; nothing if it can be applied. */
export function checkAmendment(
  now: { end: LocalDate; cutOff: string },
  amendment: Amendment,
): TermProblem | undefined {
  const { newEnd, newCutOff, newCap, from, to, days } = amendment;
  const wrong = [newEnd, newCap, from, to].find((date) => date !== undefined && !isLocalDate(date));
  if (wrong !== undefined) return badDate(wrong);
  if (newCutOff !== undefined && !isCutOff(newCutOff)) return badCutOff(newCutOff);
  if (days !== undefined && !isAmount(days)) return badAmount(days);
  return amendment.kind === 'suspension'
    ? checkSuspension(from, to)
    : checkNewEnd(now, amendment, newEnd, newCutOff ?? now.cutOff);
}

/** How far from its act an end can be and still be meant: maintenance, the longest of our terms, takes under seven years. */
const FARTHEST_YEARS = 10;

/** What is wrong with the dates that an act tells of itself, whatever term it moves. */
export function checkActDates(
  amendment: Pick<Amendment, 'actDate' | 'knownOn' | 'newEnd' | 'from' | 'to'>,
  today: LocalDate,
): TermProblem | undefined {
  const { actDate, knownOn, newEnd, from, to } = amendment;
  if (knownOn > today) {
    return problem(
      'TERM-11',
      `Il giorno in cui l’atto è arrivato (${knownOn}) è nel futuro: scrivi quando l’hai letto davvero.`,
      `The day on which the act became known (${knownOn}) is in the future.`,
    );
  }
  if (actDate > knownOn) {
    return problem(
      'TERM-12',
      `L’atto (${actDate}) sarebbe successivo al giorno in cui è arrivato (${knownOn}): controlla le due date.`,
      `The act (${actDate}) would be later than the day on which it became known (${knownOn}).`,
    );
  }
  const farthest = `${Number(actDate.slice(0, 4)) + FARTHEST_YEARS}${actDate.slice(4)}`;
  const far = [newEnd, from, to].find((date) => date !== undefined && date > farthest);
  if (far === undefined) return undefined;
  return problem(
    'TERM-13',
    `La data ${far} è a più di ${FARTHEST_YEARS} anni dall’atto (${actDate}): controlla l’anno.`,
    `The date ${far} is more than ${FARTHEST_YEARS} years after the act (${actDate}): check the year.`,
  );
}

/** An act that names the end already in force: nothing would change, and somebody misread it. */
export function movesNothing(
  now: { end: LocalDate; cutOff: string },
  { kind, newEnd, newCutOff }: Amendment,
): TermProblem | undefined {
  if (kind === 'suspension' || newEnd !== now.end || (newCutOff ?? now.cutOff) !== now.cutOff)
    return undefined;
  return problem(
    'TERM-14',
    `Il termine finisce già il ${newEnd} alle ${now.cutOff}: controlla la data nell’atto, o se è già registrato.`,
    `The term ends on ${newEnd} at ${now.cutOff} already: check the date of the act.`,
  );
}

function checkSuspension(from: LocalDate | undefined, to: LocalDate | undefined): TermProblem | undefined {
  if (from !== undefined && (to === undefined || to >= from)) return undefined;
  return problem(
    'TERM-08',
    from === undefined
      ? 'Manca il primo giorno della sospensione: scrivilo.'
      : 'La sospensione finisce prima di cominciare: correggi le date.',
    from === undefined
      ? 'The first day of the suspension is missing: give it.'
      : 'The suspension ends before it begins: correct the dates.',
  );
}

function checkNewEnd(
  now: { end: LocalDate; cutOff: string },
  amendment: Amendment,
  newEnd: LocalDate | undefined,
  cutOff: string,
): TermProblem | undefined {
  if (newEnd === undefined) {
    if (amendment.kind === 'extension' && amendment.days !== undefined) return undefined;
    return problem(
      'TERM-06',
      "Manca la nuova fine del termine: scrivi la data dell'atto.",
      'The new end is missing.',
    );
  }
  const was = `${now.end} ${now.cutOff}`;
  const becomes = `${newEnd} ${cutOff}`;
  if (amendment.kind === 'reopening' ? becomes > was : becomes >= was) {
    return instantOf(newEnd, cutOff).ok ? undefined : skippedHour(newEnd, cutOff);
  }
  return problem(
    'TERM-07',
    `La nuova fine (${newEnd}, ore ${cutOff}) viene prima di quella in vigore (${now.end}, ore ${now.cutOff}): ricontrolla la data.`,
    `The new end (${newEnd} at ${cutOff}) is not after the end in force (${now.end} at ${now.cutOff}): check the date.`,
  );
}

/** A cut-off in an hour that daylight saving skips on that very day. */
export function skippedHour(end: LocalDate, cutOff: string): TermProblem {
  return problem(
    'TERM-05',
    `Le ${cutOff} del ${end} non esistono (quella notte inizia l'ora legale): scegli un'altra ora di scadenza.`,
    `${cutOff} of ${end} does not exist (daylight saving begins that night): choose another hour.`,
  );
}

/** A date that the calendar does not have. */
export function badDate(date: string): TermProblem {
  return problem(
    'TERM-01',
    `La data «${date}» non esiste: scrivila come 2026-09-29.`,
    `The date "${date}" does not exist: write it like 2026-09-29.`,
  );
}

function badAmount(amount: number | undefined): TermProblem {
  return problem(
    'TERM-02',
    `La durata «${amount ?? ''}» non va bene: serve un numero intero da 1 a ${LONGEST}.`,
    `The amount "${amount ?? ''}" is not a whole number from 1 to ${LONGEST}.`,
  );
}

function badCutOff(cutOff: string): TermProblem {
  return problem(
    'TERM-04',
    `L'ora «${cutOff}» non va bene: scrivila come 23:59.`,
    `The hour "${cutOff}" is wrong: write it like 23:59.`,
  );
}

function isAmount(amount: number | undefined): boolean {
  return amount !== undefined && Number.isInteger(amount) && amount >= 1 && amount <= LONGEST;
}

function isCutOff(cutOff: string): boolean {
  return cutOff.length === 5 && isLocalTime(cutOff);
}

function problem(code: TermProblemCode, message: string, english: string): TermProblem {
  return { code, message, english };
}
