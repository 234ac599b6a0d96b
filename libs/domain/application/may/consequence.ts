import { type CallDefinition, type InterruptDefinition, stageOf } from '#domain/call/definition.js';
import { theBody } from '#domain/italian/article.js';
import { momentInWords } from '#domain/calendar/words.js';
import { euroInWords } from '#domain/money/money.js';
import { type Case, nextEnd } from '../case/case.js';

/**
 * What follows from an outcome, said before somebody chooses it: what is lost in euro, whether one can come back and
 * until when, who is told.
 */
export function consequenceOf(
  definition: CallDefinition,
  theCase: Case,
  milestone: string,
  outcome: { code: string; settles: boolean },
): string | undefined {
  if (theCase.debts.some(({ requirement }) => requirement.id === milestone)) {
    return 'L’atto ufficiale è già in atti: la risposta resta nella storia, e non cambia né il percorso né i promemoria.';
  }
  const stage = definition.stages.find((each) => each.requirements.some(({ id }) => id === milestone));
  if (stage === undefined) return undefined;
  if (!outcome.settles) {
    return 'La risposta resta aperta: l’ufficio ICT dell’Unione telefona per parlarne.';
  }
  const exit = stage.exits.find((each) => each.when === outcome.code);
  if (exit === undefined) return undefined;
  const target = stageOf(definition, exit.to);
  if (target.exits.length > 0) return `Il prossimo passo è «${target.label}».`;
  if (stage.wait !== 'answer') return `La candidatura finisce qui: «${target.label}».`;
  const { amountCents } = theCase.application;
  return [
    `Il Comune lascia ${euroInWords(amountCents)}.`,
    `Si può cambiare idea${untilInWords(definition, theCase)}: serve una nuova candidatura.`,
    'Lo legge l’ufficio ICT dell’Unione in questa pagina; i promemoria si fermano e nessun altro riceve messaggi.',
  ].join(' ');
}

/** What follows from asking for something over the stage: a withdrawal, a re-admission. */
export function consequenceOfOpening(
  definition: CallDefinition,
  theCase: Case,
  { closes, suspends, party, opens }: InterruptDefinition,
): string | undefined {
  if (party !== 'funder' || !opens.from.includes('legalRepresentative')) return undefined;
  const decides = `Decide ${theBody(theCase.funder)}.`;
  const ends = closes.every(({ to }) => to !== undefined && stageOf(definition, to).exits.length === 0);
  if (!ends) return decides;
  const { amountCents } = theCase.application;
  return [
    `Il Comune rinuncia a ${euroInWords(amountCents)}.`,
    ...(suspends ? ['I termini del passo si fermano.'] : []),
    decides,
    `Dopo il suo atto ci si può ripresentare${untilInWords(definition, theCase)}.`,
    'L’ufficio ICT dell’Unione lo trova nel suo riepilogo.',
  ].join(' ');
}

/** " fino a venerdì 20 settembre, ore 23:59": when the call closes, where that is known and still runs. */
function untilInWords(definition: CallDefinition, theCase: Case): string {
  const fixed = definition.terms.filter((each) => 'fixed' in each.start && each.official);
  const term =
    nextEnd(theCase.terms.filter((each) => fixed.some(({ id }) => id === each.id))) ??
    theCase.terms.findLast((each) => fixed.some(({ id }) => id === each.id));
  if (term === undefined) return '';
  return ` fino a ${momentInWords({ date: term.term.end, time: term.term.cutOff }, { year: true })}`;
}
