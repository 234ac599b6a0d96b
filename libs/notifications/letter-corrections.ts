import { phrases } from './content/phrases.js';
import { dayTold } from '#domain/application/case/term-start.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { ofType } from '#domain/fact/fact.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { inSentence } from '#domain/italian/sentence.js';
import { dayOfMonth } from './content/italian.js';

/**
 * What we had put on record wrongly, as far as the facts say it: "la PEC era del 25 marzo".
 * @param gone the term that was told by mistake, when there is none at all.
 */
export function reasonOf(item: LetterItem, gone: string | undefined, now: LocalDate): { reason?: string } {
  const { message, definition } = item;
  const started = startMilestone(definition, gone ?? message.term?.id ?? '');
  if (started === undefined) return {};
  const all = ofType(item.facts, 'milestone.recorded').filter((fact) => fact.body.milestone === started.id);
  const label = `«${inSentence(started.label)}»`;
  if (gone !== undefined) {
    const voided = ofType(item.facts, 'fact.voided').some((fact) =>
      all.some(({ id }) => id === fact.corrects),
    );
    return voided ? { reason: phrases.corrected.byMistake(label) } : {};
  }
  const right = all.findLast((fact) => fact.corrects !== undefined);
  const wrong = all.find((fact) => fact.id === right?.corrects);
  if (right === undefined || wrong === undefined) return {};
  const [day, before] = [dayTold(right, started).date, dayTold(wrong, started).date];
  if (day === before) return {};
  const said = dayOfMonth(day, now);
  return {
    reason:
      right.channel === 'pec' || startsByPec(item)
        ? phrases.corrected.pecOf(said)
        : phrases.corrected.dateOf(label, said),
  };
}

/** Terms of few days and of a sample check run from a PEC, however it was put on record. */
function startsByPec({ message, theCase }: LetterItem): boolean {
  const reminders = theCase.terms.find((each) => each.id === message.term?.id)?.reminders;
  return reminders === 'A' || reminders === 'B';
}

/** The milestone from which a term counts, with the field that holds the day when it is not the day of the act. */
function startMilestone(
  definition: CallDefinition,
  term: string,
): { id: string; label: string; field?: string } | undefined {
  const start = definition.terms.find((each) => each.id === term)?.start;
  const interrupt = definition.interrupts.find((each) => each.term?.id === term);
  if (interrupt !== undefined) return interrupt.opens;
  if (start === undefined || !('milestone' in start)) return undefined;
  const milestone = milestonesOf(definition).find((each) => each.id === start.milestone);
  if (milestone === undefined) return undefined;
  const { id, label } = milestone;
  return { id, label, ...(start.field === undefined ? {} : { field: start.field }) };
}
