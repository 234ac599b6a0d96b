import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Case } from './case.js';
import { type DecideInput, type Decisions, morningSlot, type Planned, type ToldMessage } from './decide.js';

/**
 * Whoever was told a date that no longer holds gets one message with the old and the new one: `termMoved` when an
 * act moved the term, `dateCorrected` when we had it wrong.
 */
export function movedTermMessages(
  theCase: Case,
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  const messages: Decisions['messages'] = [];
  for (const term of theCase.terms.filter((each) => each.status === 'running')) {
    const sent = input.told.filter(
      (message) =>
        message.state === 'sent' && message.term?.id === term.id && message.term.round === term.round,
    );
    for (const [person, last] of lastByPerson(sent)) {
      const oldEnd = last.term?.end;
      if (oldEnd === undefined || oldEnd === term.term.end) continue;
      const move = term.term.history.findIndex((each) => each.end === oldEnd);
      const act = term.term.history[move + 1]?.act;
      messages.push({
        key: `${input.application}/${term.id}#${term.round}/${oldEnd}-${term.term.end}/moved/${person}`,
        kind: move >= 0 && act !== undefined ? 'termMoved' : 'dateCorrected',
        person,
        application: input.application,
        deliverAt: morningSlot(input.now),
        digest: true,
        term: { id: term.id, round: term.round, end: term.term.end, safeEnd: term.term.safeEnd },
        params: { oldEnd, newEnd: term.term.end, ...(act === undefined ? {} : { act }) },
      });
    }
  }
  return { messages, planned: [] };
}

function lastByPerson(sent: readonly ToldMessage[]): Map<string, { term?: { end: LocalDate } }> {
  const ordered = sent.toSorted((a, b) => a.deliverAt.localeCompare(b.deliverAt));
  return new Map(ordered.map((message) => [message.person, message]));
}
