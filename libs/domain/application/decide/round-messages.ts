import { roundName } from '#domain/term/round-name.js';
import { messageKey } from '#domain/reminder/message-key.js';
import {
  addDays,
  daysBetween,
  epochMs,
  instantAt,
  isoInstant,
  type LocalDate,
  localAt,
  mondayOf,
} from '#domain/calendar/local-date.js';
import { type AskedOf, isOfSame, onlyOf, type Thing } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { ofType } from '#domain/fact/fact.js';
import { DESK, rolesOf, type Seat, seatsIn } from '#domain/people/seat.js';
import { workingDayBefore } from '#domain/reminder/counted-day.js';
import type { MessageContentOf } from '#domain/reminder/message.js';
import { type Case, waitsOutsideSince } from '../case/case.js';
import { toBring } from '../case/worked-on.js';
import {
  DECISION_LEAD_MS,
  type DecideInput,
  type Decisions,
  type NextWhat,
  type Planned,
} from './decision.js';
import { talkBody } from './event-messages.js';
import type { Missing } from '../case/requirement-state.js';
import { usualTimeOf } from '../case/usual-time.js';

type Content = MessageContentOf<'officeRound' | 'question' | 'officeCall' | 'stillOwed'>;

const NEXT = {
  officeRound: 'round',
  question: 'question',
  officeCall: 'phone',
  stillOwed: 'reminder',
} as const satisfies Record<Content['kind'], NextWhat['kind']>;

/**
 * While a case waits for an outside body, the office looks at the platform each Monday (or the working day before it,
 * never after): the only way to learn what the platform knows until PEC is read by machine. After the usual time the
 * comune is asked once a month whether something arrived by PEC. In the same weekly rhythm the office calls a comune
 * that wants to talk, until there is a yes or a no, and who still owes a paper that an official act went on without is
 * told so.
 */
export function roundMessages(
  theCase: Case,
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  const messages: Decisions['messages'] = [];
  const planned: Planned[] = [];
  if (theCase.ended) return { messages, planned };
  const today = localAt(input.now).date;
  const clerks = seatsIn(theCase.application.applicant, ['referent', 'protocolClerk']);
  const add = (
    on: LocalDate,
    name: string,
    kind: Content['kind'],
    contentFor: (person: string) => Content,
    seats: readonly Seat[] = DESK,
  ) => {
    const time = seats === DESK ? '07:45' : '08:00';
    const at = epochMs(instantAt(on, time));
    const what = { kind: NEXT[kind], on, time, ...(kind === 'stillOwed' ? { to: rolesOf(seats) } : {}) };
    if (at - DECISION_LEAD_MS > input.now) {
      planned.push({ at: at - DECISION_LEAD_MS, what });
      return;
    }
    // Decided, and until its hour still to come.
    planned.push({ at: input.now, what: { ...what, decided: true } });
    for (const person of input.recipients(seats, today)) {
      messages.push({
        key: messageKey({ ...input, person }, `${kind}/${name}`),
        ...contentFor(person),
        person,
        application: input.application,
        deliverAt: isoInstant(Math.max(at, input.now)),
        digest: true,
      });
    }
  };

  const since = waitsOutsideSince(theCase);
  if (since !== undefined) {
    const body = { stage: theCase.stage.id, since };
    const round = () => ({ kind: 'officeRound' as const, body });
    const question = () => ({ kind: 'question' as const, body });
    for (const { monday, on } of mondaysAround(today)) {
      if (on > since) add(on, monday, 'officeRound', round);
    }
    for (const { n, on } of questionsAround(theCase, today, input.isClosed)) {
      add(on, `${roundName(theCase.stage.id, theCase.round)}/${n}`, 'question', question, clerks);
    }
  }
  const owed = toBring(theCase);
  if (owed.length > 0) {
    const learned = learnedOf(theCase);
    const owing = owed.flatMap(({ upTo }) => upTo);
    const own = (person: string) => owed.filter(({ upTo }) => input.recipients(upTo, today).includes(person));
    const said = (person: string) => ({
      kind: 'stillOwed' as const,
      body: { things: own(person).map(thingOf) },
    });
    for (const { monday, on } of mondaysAround(today, input.isClosed)) {
      if (on > learned) add(on, monday, 'stillOwed', said, owing);
    }
  }
  const { talk } = theCase;
  if (talk !== undefined) {
    const call = () => ({ kind: 'officeCall' as const, body: talkBody(talk, theCase) });
    // The first call is asked for with the next digest; a week goes by before it is asked for again.
    const quiet = promisedUntil(input, talk, talk.at.date, addDays(talk.at.date, 6));
    for (const { monday, on } of mondaysAround(quiet > today ? quiet : today)) {
      if (on > quiet) add(on, `talk/${monday}`, 'officeCall', call);
    }
  }
  return { messages, planned };
}

function thingOf({ requirement, ...of }: Missing): Thing {
  return { requirement: requirement.id, ...onlyOf(of) };
}

/** The day on which the engine learned of the latest act that overtook a step. */
function learnedOf({ path }: Case): LocalDate {
  const learned = path.flatMap(({ left }) => left?.act?.recordedAt ?? []).toSorted();
  return localAt(epochMs(learned.at(-1) ?? '')).date;
}

/** "They decide on Thursday": until the last day promised since then, and not before `least`, nobody calls again. */
function promisedUntil(input: DecideInput, of: AskedOf, since: LocalDate, least: LocalDate): LocalDate {
  return ofType(effectiveFacts(input.streams.application), 'promise.made')
    .filter((fact) => isOfSame(fact.body, of) && fact.legalDate >= since)
    .map((fact) => fact.body.until)
    .reduce((a, b) => (b > a ? b : a), least);
}

/** The Mondays of this week and of the two after it, each with the working day on which the week's things are told. */
function mondaysAround(
  today: LocalDate,
  isClosed: DecideInput['isClosed'] = () => false,
): { monday: LocalDate; on: LocalDate }[] {
  const thisMonday = mondayOf(today);
  return [0, 7, 14].map((days) => {
    const monday = addDays(thisMonday, days);
    return { monday, on: workingDayBefore(monday, isClosed) };
  });
}

/**
 * The latest monthly question after the usual time, and the two after it; never within a month of the stage's
 * beginning, for the usual time may be counted from long before it.
 */
function questionsAround(
  theCase: Case,
  today: LocalDate,
  isClosed: DecideInput['isClosed'],
): { n: number; on: LocalDate }[] {
  const usual = usualTimeOf(theCase);
  if (usual === undefined) return [];
  const first = addDays(usual.counted, usual.to);
  const past = Math.max(0, Math.floor(daysBetween(first, today) / 30));
  const quiet = addDays(theCase.since.date, 30);
  return [past, past + 1, past + 2].flatMap((n) => {
    const day = addDays(first, n * 30);
    return day < quiet ? [] : [{ n, on: workingDayBefore(day, isClosed) }];
  });
}
