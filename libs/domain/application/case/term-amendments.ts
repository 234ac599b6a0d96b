import { addDays } from '#domain/calendar/local-date.js';
import { type Fact, type FactOf, ofType } from '#domain/fact/fact.js';
import type { Amendment } from '#domain/term/term.js';
import { later, type TermInput } from './term-start.js';
import type { OpenInterrupt } from './walk.js';

/** An act that moves a term, with the moment at which it took its place on record. */
interface Act {
  at: string;
  amendment: Amendment;
}

/** Acts and suspensions in the order in which they were put on record: the fold goes through them in this order. */
export function amendmentsOf(
  id: string,
  round: number,
  input: TermInput,
  /** Acts put on record before this moment moved an earlier round. */
  after = '',
): { list: Amendment[]; knownSince: string } {
  const called = ofType(input.callFacts, 'term.amended').map((fact) => actOf(fact, input.recorded.call));
  const own = ofType(input.facts, 'term.amended')
    .filter((fact) => (fact.body.round ?? 1) === round)
    .map((fact) => actOf(fact, input.recorded.application));
  const acts = [...called, ...own].filter((act) => act.fact.body.term === id && act.at > after);
  const stops = input.interrupts
    .filter(({ definition }) => definition.suspends && definition.term?.id !== id)
    .flatMap((interrupt) => suspensionOf(interrupt, acts, input))
    .filter((act) => act.at > after);
  const list = [...acts, ...stops].toSorted((a, b) => a.at.localeCompare(b.at)).map((act) => act.amendment);
  return { list, knownSince: acts.map((act) => act.fact.recordedAt).reduce(later, '') };
}

function actOf(fact: FactOf<'term.amended'>, recorded: ReadonlyMap<string, string>) {
  const { term: _term, round: _round, ...amendment } = fact.body;
  return { fact, at: recorded.get(fact.id) ?? fact.recordedAt, amendment };
}

/**
 * The clock stands still from the opening to the closing, whose day says how long it did. An end that an act named in
 * the meantime stands, so that only the days after that act still move it.
 */
function suspensionOf(
  { definition, opened, closed }: OpenInterrupt,
  acts: readonly Act[],
  input: TermInput,
): Act[] {
  const placeOf = (fact: Fact) => input.recorded.application.get(fact.id) ?? fact.recordedAt;
  const since = placeOf(opened);
  const at = placeOf(closed ?? opened);
  const from = acts
    .filter((act) => act.at > since && act.at < at && act.amendment.newEnd !== undefined)
    .map((act) => addDays(act.amendment.actDate, 1))
    .reduce((a, b) => (b > a ? b : a), opened.legalDate);
  if (closed !== undefined && from > opened.legalDate && from > closed.legalDate) return [];
  const suspension: Amendment = {
    kind: 'suspension',
    act: definition.label,
    actDate: opened.legalDate,
    knownOn: opened.legalDate,
    from,
    ...(closed === undefined ? {} : { to: closed.legalDate }),
  };
  return [{ at, amendment: suspension }];
}
