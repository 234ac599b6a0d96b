import { admit, admitAmendment, type Refused, unknownTerm } from '#domain/application/admit.js';
import type { OtherCupUse } from '#domain/application/cup-findings.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type NewFact, ofType } from '#domain/fact/fact.js';
import { computeTerm } from '#domain/term/term.js';
import type { Proposed } from '#use-cases/ports/case-record.js';
import type { LoadedCase } from './load-case.js';

/** Why the first of these that cannot be taken is refused. */
export function firstRefused(
  proposed: readonly Proposed[],
  { callFacts, facts }: LoadedCase,
  definition: CallDefinition,
  now: number,
  uses: readonly OtherCupUse[],
): Refused | undefined {
  for (const { fact } of proposed) {
    const streams = { call: callFacts, application: facts };
    const refused = fact === undefined ? undefined : admit(fact, definition, streams, now, uses);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** A call's stream takes amendments of its own terms; they must move an end later, as written in the act. */
export function admitInCall(
  fact: NewFact,
  definition: CallDefinition,
  facts: readonly Fact[],
  today: LocalDate,
): Refused | undefined {
  if (fact.legalDate > today) {
    return { code: 'FATTO-01', detail: 'La data è nel futuro: scrivi il giorno in cui è successo davvero.' };
  }
  if (fact.type !== 'term.amended') return undefined;
  const { body } = fact;
  const unknown = unknownTerm(body.term, definition);
  const term = definition.terms.find((each) => each.id === body.term);
  if (unknown !== undefined || term === undefined) return unknown;
  const amended = ofType(effectiveFacts(facts), 'term.amended').filter(
    (each) => each.body.term === body.term,
  );
  if (!('fixed' in term.start)) return admitAmendment(body, [], today);
  const now = computeTerm(
    { ...term.rule, starts: term.id },
    definition.opening,
    amended.map((each) => each.body),
  );
  return admitAmendment(body, [{ id: term.id, term: now }], today);
}
