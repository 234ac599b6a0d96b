import type { CallDefinition } from '#domain/call/definition.js';
import { inWords } from '#domain/calendar/words.js';
import { type FactNames, factSentence, termLabelIt } from '#domain/application/explain/history-words.js';
import type { MessageContent, MessageHead, MessageKind } from '#domain/reminder/message.js';
import { roleInWords, toRole } from '#domain/people/role-words.js';
import { toPerson } from '#domain/people/to-person.js';
import { isRole } from '#domain/people/role.js';
import { requirementIn, requirementLabel } from './event-words.js';
import type { EventWords } from './timeline.js';

/** Who is told, "al segretario" or "ad Antonio Conte", in a sentence that can be read aloud. */
const SAID: Readonly<Record<MessageKind, (to: string) => string>> = {
  invitation: (to) => `Invito ${to}`,
  reminder: (to) => `Promemoria ${to}`,
  escalation: (to) => `Richiesta di aiuto ${to}`,
  termMoved: (to) => `Avviso ${to} della nuova data`,
  callNews: (to) => `Notizia ${to} sull’avviso`,
  dateCorrected: (to) => `Avviso ${to} della data giusta`,
  documentFiled: (to) => `Conferma ${to}`,
  documentReturned: (to) => `Richiesta ${to} di correggere un documento`,
  approvalAsked: (to) => `Richiesta di via libera ${to}`,
  question: (to) => `Domanda ${to}, se è arrivato qualcosa via PEC`,
  officeCall: (to) => `Avviso ${to} di telefonare`,
  officeRound: (to) => `Promemoria ${to} del giro settimanale sulla piattaforma`,
  officeNews: (to) => `Notizia ${to}`,
  officeReview: (to) => `Richiesta ${to} di controllare un documento`,
};

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
  return `${SAID[kind](to)}${about}`;
}

/** A simulation told in Italian. */
export function italianWords(definition: CallDefinition, names: FactNames): EventWords {
  const nameOf = (person: string) => (isRole(person) ? roleInWords(person) : names.person(person));
  const to = (person: string) => (isRole(person) ? toRole(person) : toPerson(names.person(person)));
  return {
    fact: (fact) => factSentence(definition, fact, { ...names, person: nameOf }),
    message: (message) => `${messageSentence(definition, message, to(message.person))}.`,
    stage: (label) => `Comincia «${label}».`,
    end: ({ label, term }) =>
      `Fine del termine «${label}», ore ${term.cutOff} (lavora entro ${inWords(term.safeEnd, { year: true })}).`,
  };
}
