import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { Refused } from '#domain/fact/refused.js';
import { admitAmendment, unknownTerm } from './admit-amendment.js';
import { refusedAsWithdrawn } from './brake.js';
import { fixedTerm } from './call-terms.js';
import type { CallDefinition } from './definition.js';
import { refusedFundsExhausted, refusedVoid } from './funds.js';

/**
 * A call's stream takes amendments of its own terms, which move an end as written in the act, and that its money is used
 * up. A withdrawal is looked at beside its applications.
 */
export function admitInCall(
  fact: NewFact,
  definition: CallDefinition,
  facts: readonly Fact[],
  today: LocalDate,
): Refused | undefined {
  if (fact.legalDate > today) {
    return { code: 'FATTO-01', detail: 'La data è nel futuro: scrivi il giorno in cui è successo davvero.' };
  }
  if (fact.type === 'call.fundsExhausted') return refusedFundsExhausted(fact, facts, today);
  if (fact.type === 'fact.voided') return refusedVoid(fact.corrects, facts);
  if (fact.type !== 'term.amended') return undefined;
  const withdrawn = refusedAsWithdrawn(facts);
  if (withdrawn !== undefined) return withdrawn;
  const { body } = fact;
  const unknown = unknownTerm(body.term, definition);
  const term = definition.terms.find((each) => each.id === body.term);
  if (unknown !== undefined || term === undefined) return unknown;
  const now = fixedTerm(definition, term, facts);
  return admitAmendment(body, now === undefined ? [] : [{ id: term.id, term: now }], today);
}
