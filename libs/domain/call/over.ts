import type { Refused } from '#domain/fact/refused.js';
import { localAt } from '#domain/calendar/local-date.js';
import { momentInWords } from '#domain/calendar/words.js';
import { isLate } from '#domain/term/term.js';
import { callEnd } from './call-end.js';
import type { CallDefinition } from './definition.js';

/** Why a call is not launched: it is over. @param now epoch milliseconds */
export function refusedAsOver(definition: CallDefinition, now: number): Refused | undefined {
  const end = callEnd(definition);
  const { date, time } = localAt(now);
  if (end === undefined || !isLate(end, date, time)) return undefined;
  return {
    code: 'AVV-08',
    detail:
      `L’avviso è chiuso da ${momentInWords({ date: end.end, time: end.cutOff }, { year: true })}. Se è prorogato o riaperto, apri la ` +
      'candidatura nell’avviso già avviato, oppure carica il modello in una nuova versione con la nuova fine e avvia quella.',
  };
}
