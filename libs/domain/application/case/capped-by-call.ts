import type { TermDefinition } from '#domain/call/definition.js';
import { termRule } from '#domain/call/term-rule.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Amendment, computeTerm, type Term, type TermRule } from '#domain/term/term.js';
import { amendmentsOf } from './term-amendments.js';
import type { TermInput } from './term-start.js';

/** A term, and when the engine learned of its last move by the call's end. */
export interface Capped {
  term: Term;
  knownSince: string;
}

/**
 * A date of the office's own never ends after the end of the call that it leads to: nobody is asked for an answer that
 * comes too late. The acts that move the call's end move it too, up to where it is counted. Undefined where the call's
 * end does not matter: it comes later, it had passed when the term started, or no official end covers these stages.
 */
export function cappedByCall(
  definition: TermDefinition,
  rule: TermRule,
  start: LocalDate,
  input: TermInput,
): Capped | undefined {
  if (definition.official || rule.unit === 'fixed' || rule.direction === 'backward') return undefined;
  const counted = computeTerm(rule, start).end;
  const [end] = input.definition.terms
    .filter((each) => each.official && 'fixed' in each.start)
    .filter(({ during }) => definition.during.every((stage) => during.includes(stage)))
    .map((each) => {
      const { list, knownSince } = amendmentsOf(each.id, 1, input);
      const of = computeTerm(termRule(each), input.definition.opening, list);
      return { label: each.label, history: of.history.filter(({ end }) => end >= start), knownSince };
    })
    .filter(({ history }) => history.length > 0)
    .toSorted((a, b) => lastOf(a).localeCompare(lastOf(b)));
  const [first, ...moves] = end?.history ?? [];
  if (end === undefined || first === undefined || first.end >= counted) return undefined;
  const cutOff = first.cutOff < rule.cutOff ? first.cutOff : rule.cutOff;
  const acts = moves.map(({ end: to, cutOff: at, act = '', actDate = to, knownOn = to }): Amendment => {
    const newEnd = to < counted ? to : counted;
    const newCutOff = newEnd === to && at < rule.cutOff ? at : rule.cutOff;
    return { kind: 'extension', act, actDate, knownOn, newEnd, newCutOff, newCap: to };
  });
  return {
    term: computeTerm({ ...rule, cutOff, cap: first.end, capOf: end.label }, start, acts),
    knownSince: end.knownSince,
  };
}

function lastOf({ history }: { history: Term['history'] }): string {
  return history.at(-1)?.end ?? '';
}
