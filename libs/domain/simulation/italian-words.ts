import type { CallDefinition } from '#domain/call/definition.js';
import { inWords } from '#domain/calendar/words.js';
import { type FactNames, factSentence, termLabelIt } from '#domain/application/history-words.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import { roleInWords } from '#domain/people/role-words.js';
import { isRole } from '#domain/people/role.js';
import { requirementLabel } from './event-words.js';
import type { EventWords } from './timeline.js';

const KINDS: Readonly<Record<MessageDecision['kind'], string>> = {
  invitation: 'Invito',
  reminder: 'Promemoria',
  escalation: 'Avviso a chi può aiutare',
  termMoved: 'La nuova data',
  callNews: 'Notizia sull’avviso',
  dateCorrected: 'La data giusta',
  documentFiled: 'Conferma',
  documentReturned: 'Documento da correggere',
  approvalAsked: 'Richiesta di via libera',
  question: 'Domanda: è arrivato qualcosa per PEC?',
  officeCall: 'Telefonata da fare',
  officeRound: 'Giro settimanale sulla piattaforma',
  officeNews: 'Novità per l’ufficio',
  officeReview: 'Documento da controllare',
};

/** "Promemoria a Giulia Riviello: inserimento del CUP, lavora entro venerdì 26 luglio". */
export function messageSentence(
  definition: CallDefinition,
  { kind, person, term, params }: Pick<MessageDecision, 'kind' | 'person' | 'term' | 'params'>,
  nameOf: (person: string) => string,
): string {
  const requirement = params['requirement'];
  const about =
    term !== undefined
      ? `: ${termLabelIt(definition, term.id)}, lavora entro ${inWords(term.safeEnd)}`
      : requirement === undefined
        ? ''
        : `: ${requirementLabel(definition, String(requirement))}`;
  return `${KINDS[kind]} a ${nameOf(person)}${about}`;
}

/** A simulation told in Italian. */
export function italianWords(definition: CallDefinition, names: FactNames): EventWords {
  const nameOf = (person: string) => (isRole(person) ? roleInWords(person) : names.person(person));
  return {
    fact: (fact) => factSentence(definition, fact, { ...names, person: nameOf }),
    message: (message) => `${messageSentence(definition, message, nameOf)}.`,
    stage: (label) => `Comincia «${label}».`,
    end: ({ label, term }) =>
      `Fine del termine «${label}», ore ${term.cutOff} (lavora entro ${inWords(term.safeEnd, { year: true })}).`,
  };
}
