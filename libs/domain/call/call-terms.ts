import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { computeTerm, type Term } from '#domain/term/term.js';
import { type CallDefinition, milestonesOf, stageOf, type TermDefinition } from './definition.js';
import { termRule } from './term-rule.js';
import { lengthInWords } from '#domain/term/rule-words.js';

/** The days of a term that the call itself fixes, as its acts have moved it; undefined for one that counts from something. */
export function fixedTerm(
  { opening }: CallDefinition,
  term: TermDefinition,
  facts: readonly Fact[],
): Term | undefined {
  if (!('fixed' in term.start)) return undefined;
  const amended = ofType(effectiveFacts(facts), 'term.amended').filter(({ body }) => body.term === term.id);
  return computeTerm(
    termRule(term),
    opening,
    amended.map(({ body }) => body),
  );
}

/** When the call closes as its acts have moved it: the earliest official end that it fixes itself. */
export function callEndNow(definition: CallDefinition, facts: readonly Fact[]): Term | undefined {
  const [first] = definition.stages;
  return definition.terms
    .filter((each) => each.official && first !== undefined && each.during.includes(first.id))
    .flatMap((each) => fixedTerm(definition, each, facts) ?? [])
    .toSorted((a, b) => a.instant.localeCompare(b.instant))[0];
}

/** How a term is counted, in words: "5 giorni da: esito dell'ammissibilità (PEC)". */
export function ruleInWords(
  definition: CallDefinition,
  { rule, start }: Pick<TermDefinition, 'rule' | 'start'>,
): string {
  const length = lengthInWords(rule);
  if ('fixed' in start) return length;
  if ('stage' in start) return `${length} da quando comincia «${stageOf(definition, start.stage).label}»`;
  if ('term' in start) {
    const label = definition.terms.find((each) => each.id === start.term)?.label ?? start.term;
    return `${length} ${rule.direction === 'backward' ? 'prima di' : 'da'}: ${label}`;
  }
  const label = milestonesOf(definition).find((each) => each.id === start.milestone)?.label;
  const from = `${length} da: ${label ?? start.milestone}`;
  return start.at === 'yearEnd' ? `${from}, contati dal 31 dicembre di quell’anno` : from;
}
