import type { CallDefinition } from '#domain/call/definition.js';
import { hourOf, inWords } from '#domain/calendar/words.js';
import { type FactNames, factSentence, termLabelIt } from '#domain/application/explain/history-words.js';
import type { MessageContent, MessageHead } from '#domain/reminder/message.js';
import { kindToInWords } from '#domain/reminder/message-words.js';
import { to } from '#domain/italian/article.js';
import { requirementIn, requirementLabel } from './event-words.js';
import type { EventWords } from './timeline.js';

/**
 * "Promemoria a Giulia Riviello: inserimento del CUP, lavora entro venerdì 26 luglio"
 * @param to "a Giulia Riviello", "al segretario"
 */
export function messageSentence(
  definition: CallDefinition,
  message: Pick<MessageHead, 'term'> & MessageContent,
  to: string,
): string {
  const { kind, term } = message;
  const requirement = requirementIn(message);
  const about =
    term !== undefined
      ? `: ${termLabelIt(definition, term.id)}, lavora entro ${inWords(term.safeEnd)}`
      : requirement === undefined
        ? ''
        : `: ${requirementLabel(definition, requirement)}`;
  return `${kindToInWords(kind, to)}${about}`;
}

/** A simulation told in Italian. */
export function italianWords(definition: CallDefinition, names: FactNames): EventWords {
  return {
    fact: (fact) => factSentence(definition, fact, names),
    message: (message) => `${messageSentence(definition, message, to(names.person(message.person)))}.`,
    stage: (label) => `Comincia «${label}».`,
    end: ({ label, term }) =>
      `Fine del termine «${label}», ore ${hourOf(term.cutOff)} (lavora entro ${inWords(term.safeEnd, { year: true })}).`,
  };
}
