import type { CallDefinition } from '#domain/call/definition.js';
import { momentInWords } from '#domain/calendar/words.js';
import { certaintyOf } from '#domain/fact/certainty.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { Refused } from '#domain/fact/refused.js';
import { isLate } from '#domain/term/term.js';
import type { Case } from '../case/case.js';
import { isOverUnanswered } from '../case/never-answered.js';

/**
 * After the end of a call nobody begins here: of an application without an answer what is still taken is that it was sent
 * in time, an answer in time that is proven, and what moves the end or puts right what was said (docs/adr/0020).
 */
export function refusedAfterEnd(
  fact: NewFact,
  { stages: [first] }: CallDefinition,
  theCase: Case,
  now: number,
): Refused | undefined {
  const { answerBy } = theCase;
  if (answerBy === undefined || !isOverUnanswered(theCase, now)) return undefined;
  const { term, meets } = answerBy;
  const end = momentInWords({ date: term.end, time: term.cutOff }, { year: true });
  if (fact.type === 'milestone.recorded') {
    const late = isLate(term, fact.legalDate, fact.legalTime);
    if (fact.body.milestone === meets) return late ? sentLate(end) : undefined;
    const answers = first?.requirements.some(({ id }) => id === fact.body.milestone) === true;
    if (answers && !late && certaintyOf(fact) === 'proven') return undefined;
    return over(end);
  }
  const saysSent = fact.type === 'reminder.answered' && fact.body.answer === 'done';
  return saysSent || TAKEN.has(fact.type) ? undefined : over(end);
}

const TAKEN = new Set<NewFact['type']>(['term.amended', 'fact.voided', 'talk.logged']);

function over(end: string): Refused {
  return {
    code: 'CASO-04',
    detail:
      `L’avviso è chiuso da ${end}, e qui nessuno aveva risposto: non si può più cominciare. Se il Comune ha inviato in ` +
      'tempo, registra l’invio con la sua prova; se l’avviso è prorogato o riaperto, registra prima l’atto.',
  };
}

function sentLate(end: string): Refused {
  return {
    code: 'CASO-05',
    detail:
      `L’invio risulta dopo la fine dell’avviso (${end}): controlla giorno e ora sulla ricevuta. Se l’avviso è prorogato o ` +
      'riaperto, registra prima l’atto.',
    field: 'legalDate',
  };
}
