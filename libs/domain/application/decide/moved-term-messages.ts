import { roundName } from '#domain/term/round-name.js';
import { messageKey } from '#domain/reminder/message-key.js';
import { epochMs, type LocalDate, localAt, isoInstant } from '#domain/calendar/local-date.js';
import type { Case } from '../case/case.js';
import type { RunningTerm } from '../case/running-term.js';
import { toldTerm } from './told-term.js';
import { type DecideInput, type Decisions, type Planned, type ToldMessage } from './decision.js';

/**
 * Whoever was told a date that no longer holds gets one message with the old and the new one: `termMoved` when an
 * act moved the term, `dateCorrected` when we had it wrong; without a new date when the term does not run at all
 * (the fact that started it was put on record by mistake).
 */
export function movedTermMessages(
  theCase: Case,
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  return { messages: [...moved(theCase, input), ...vanished(theCase, input)], planned: [] };
}

function moved(theCase: Case, input: DecideInput): Decisions['messages'] {
  const messages: Decisions['messages'] = [];
  for (const term of theCase.terms.filter((each) => each.status === 'running')) {
    const sent = input.told.filter(
      (message) =>
        message.state === 'sent' && message.term?.id === term.id && message.term.round === term.round,
    );
    for (const [person, last] of lastByPerson(sent)) {
      const old = last.term;
      if (old === undefined || sameDates(old, term.term)) continue;
      if (readsToSendAgain(person, term, input)) continue;
      const oldEnd = old.end;
      const move = term.term.history.findIndex((each) => each.end === oldEnd);
      const act = term.term.history.at(-1)?.act;
      const byAct = move >= 0 ? act : undefined;
      const dates = { ...whatMoved(old, term.term, byAct !== undefined), toldOn: dayOf(last) };
      messages.push({
        key: messageKey(
          { ...input, person },
          `${roundName(term.id, term.round)}/${datesIn(old)}-${datesIn(term.term)}/moved`,
        ),
        ...(byAct === undefined
          ? { kind: 'dateCorrected', body: dates }
          : { kind: 'termMoved', body: { ...dates, act: byAct } }),
        person,
        application: input.application,
        deliverAt: isoInstant(input.now),
        digest: true,
        term: toldTerm(term),
      });
    }
  }
  return messages;
}

/** The news that it must be sent again tells the new date too. */
function readsToSendAgain(person: string, { id, round, term }: RunningTerm, { told }: DecideInput): boolean {
  return told.some(
    (each) =>
      each.person === person &&
      each.kind === 'callNews' &&
      each.state !== 'skipped' &&
      each.term?.id === id &&
      each.term.round === round &&
      sameDates(each.term, term),
  );
}

/** The two dates that people are told: the end and the day to work by. */
export function datesIn(term: { end: LocalDate; safeEnd: LocalDate }): string {
  return `${term.end}~${term.safeEnd}`;
}

function sameDates(
  a: { end: LocalDate; safeEnd: LocalDate },
  b: { end: LocalDate; safeEnd: LocalDate },
): boolean {
  return datesIn(a) === datesIn(b);
}

/**
 * Of two dates told the one that people must unlearn: an act moves the official end, while a wrong date was the day
 * they worked by, which is told first. The other one where that did not change.
 */
function whatMoved(
  old: { end: LocalDate; safeEnd: LocalDate },
  now: { end: LocalDate; safeEnd: LocalDate },
  byAct: boolean,
): { oldEnd: LocalDate; newEnd: LocalDate } {
  const ends = { oldEnd: old.end, newEnd: now.end };
  const daysOfWork = { oldEnd: old.safeEnd, newEnd: now.safeEnd };
  if (byAct) return old.end === now.end ? daysOfWork : ends;
  return old.safeEnd === now.safeEnd ? ends : daysOfWork;
}

/** Terms people were told of that the facts no longer know: a voided PEC, a milestone taken back. */
function vanished(theCase: Case, input: DecideInput): Decisions['messages'] {
  const runs = new Set(theCase.terms.map((term) => roundName(term.id, term.round)));
  const byTerm = new Map<string, ToldMessage[]>();
  for (const message of input.told) {
    if (message.state !== 'sent' || message.term === undefined) continue;
    const name = roundName(message.term.id, message.term.round);
    if (!runs.has(name)) byTerm.set(name, [...(byTerm.get(name) ?? []), message]);
  }
  return [...byTerm].flatMap(([name, sent]) =>
    [...lastByPerson(sent)].flatMap(([person, last]): Decisions['messages'] => {
      if (last.term === undefined) return [];
      const { id, round, end, safeEnd } = last.term;
      return [
        {
          key: messageKey({ ...input, person }, `${name}/${end}-none/moved`),
          kind: 'dateCorrected',
          person,
          application: input.application,
          deliverAt: isoInstant(input.now),
          digest: true,
          body: { oldEnd: safeEnd, gone: id, round, toldOn: dayOf(last) },
        },
      ];
    }),
  );
}

function dayOf(message: ToldMessage): LocalDate {
  return localAt(epochMs(message.deliverAt)).date;
}

function lastByPerson(sent: readonly ToldMessage[]): Map<string, ToldMessage> {
  const ordered = sent.toSorted((a, b) => a.deliverAt.localeCompare(b.deliverAt));
  return new Map(ordered.map((message) => [message.person, message]));
}
