import { messageKey } from '#domain/reminder/message-key.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { onlyOf } from '#domain/fact/asked-of.js';
import { seatsIn } from '#domain/people/seat.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import { MESSAGE_KINDS, type MessageBodies } from '#domain/reminder/message-kinds.js';
import type { Case } from '../case/case.js';
import type { DecideInput } from './decision.js';
import type { Resend } from '../case/resend.js';
import { roundName } from '#domain/term/round-name.js';
import type { RunningTerm } from '../case/running-term.js';
import { isSent } from '../case/sent.js';
import { datesIn } from './moved-term-messages.js';
import { pressesFor } from './pressing.js';
import { toldTerm } from './told-term.js';

/**
 * What people of an application hear of the call itself, each once: that it was withdrawn, that its money is used up,
 * that there is money again. Keys come from the fact.
 */
export function callMessages(theCase: Case, input: DecideInput): MessageDecision[] {
  if (theCase.withdrawn !== undefined) {
    return say({ news: 'withdrawn', about: theCase.withdrawn.fact }, writtenTo(input), input);
  }
  const { fundsExhausted: spent } = theCase;
  if (spent !== undefined) {
    const people = [...writtenTo(input), ...workers(theCase, input)];
    return say({ news: 'fundsExhausted', about: spent.fact, act: spent.act, on: spent.on }, people, input);
  }
  if (theCase.resend !== undefined) return sendAgain(theCase.resend, theCase, input);
  if (theCase.ended || isSent(input.definition, theCase.path)) return [];
  return fundsAgain(input.streams.call).flatMap(({ voided, by }) =>
    say({ news: 'fundsAgain', about: by }, toldOf(voided, input), input),
  );
}

/**
 * What was sent while the call was closed must be sent again: once to each of whoever would send it, to the mayor, and to
 * the office; reminders of the term follow (`reminder-messages.ts`). Once the term has passed nothing is asked any more.
 */
function sendAgain(resend: Resend, theCase: Case, input: DecideInput): MessageDecision[] {
  const { act, closed, unsure, milestone } = resend;
  const running = termOf(resend, theCase);
  if (running === undefined) return [];
  const { end } = running.term;
  const asked = theCase.missing.filter(({ requirement }) => requirement.id === milestone);
  const seats = [
    ...seatsIn(theCase.application.applicant, ['legalRepresentative', 'referent', 'headOfOffice']),
    ...asked.flatMap(({ upTo }) => upTo),
  ];
  const gap = aboutGap(resend);
  // Whoever has read it hears of a later end as of any term that moves.
  const people = input
    .recipients(seats, localAt(input.now).date)
    .filter((person) => !hasRead(person, gap, input));
  const pressing = asked.map((each) =>
    pressesFor({ requirement: milestone, ...onlyOf(each) }, theCase, input.now),
  );
  const presses = pressing.find((each) => each.presses !== undefined);
  return say(
    { news: 'sendAgain', about: gap, act, ...closed, end, ...(unsure ? { unsure } : {}), ...presses },
    people,
    input,
    `/${datesIn(running.term)}`,
  ).map((message) => ({
    ...message,
    digest: presses === undefined,
    term: toldTerm(running),
  }));
}

/** The term by which it is done once more, while it runs. */
export function termOf({ term, round }: Resend, { terms }: Case): RunningTerm | undefined {
  return terms.find((each) => each.id === term && each.round === round && each.status === 'running');
}

function hasRead(person: string, gap: string, { application, told }: DecideInput): boolean {
  const about = keyOf(application, gap, '');
  // One of an earlier release does not name the dates, and may still wait.
  const undated = keyOf(application, gap, person);
  return told.some(
    (each) =>
      each.person === person &&
      each.key.startsWith(about) &&
      (each.state === 'sent' || (each.key === undated && each.state === 'pending')),
  );
}

/** By what a gap is named: one message for each. */
export function aboutGap({ term, round, closed }: Resend): string {
  return `${roundName(term, round)}/${closed.from}-${closed.to}`;
}

/** Whoever in the comune got an e-mail about the application; what the office is asked stays with the office. */
function writtenTo({ told }: DecideInput): string[] {
  return told
    .filter(({ state, kind }) => state === 'sent' && !MESSAGE_KINDS[kind].forOffice)
    .map((each) => each.person);
}

/** Whose work it would be, also before anybody was written to. */
function workers(
  { application: { applicant }, stage, missing }: Case,
  { recipients, now }: DecideInput,
): string[] {
  const seats = [...seatsIn(applicant, stage.actors), ...missing.flatMap((each) => each.upTo)];
  return recipients(
    seats.filter(({ body }) => body !== undefined),
    localAt(now).date,
  );
}

/** The money was said to be used up, and that was taken back: money was added, or it was a mistake. */
function fundsAgain(call: readonly Fact[]): { voided: string; by: string }[] {
  const spent = new Set(ofType(call, 'call.fundsExhausted').map((each) => each.id));
  return ofType(call, 'fact.voided').flatMap(({ id, corrects }) =>
    corrects !== undefined && spent.has(corrects) ? [{ voided: corrects, by: id }] : [],
  );
}

function toldOf(fact: string, { application, told }: DecideInput): string[] {
  return told
    .filter(({ key, person, state }) => state === 'sent' && key === keyOf(application, fact, person))
    .map((each) => each.person);
}

function keyOf(application: string, fact: string, person: string): string {
  return messageKey({ application, person }, `callNews/${fact}`);
}

function say(
  body: MessageBodies['callNews'],
  people: readonly string[],
  { application, now }: DecideInput,
  dates = '',
): MessageDecision[] {
  return [...new Set(people)].map((person) => ({
    key: keyOf(application, `${body.about}${dates}`, person),
    kind: 'callNews',
    person,
    application,
    deliverAt: isoInstant(now),
    digest: true,
    body,
  }));
}
