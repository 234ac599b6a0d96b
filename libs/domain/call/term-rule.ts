import type { TermRule } from '#domain/term/rule.js';
import type { TermDefinition } from './definition.js';

/**
 * How a term of a call is counted. "Giorni lavorativi" of an act that does not say which: Monday to Friday judges
 * lateness, and people work by the count that has Saturdays in it, which ends earlier (issue 11 L). Days that the office
 * gives itself are its own, Monday to Friday.
 */
export function termRule({ id, rule, official }: Pick<TermDefinition, 'id' | 'rule' | 'official'>): TermRule {
  const doubtful =
    official && rule.unit === 'workingDays' && rule.direction === 'forward' && rule.week === undefined;
  const readings = [...(rule.readings ?? []), ...(doubtful ? [{ saturdays: true as const }] : [])];
  return { ...rule, starts: id, ...(readings.length === 0 ? {} : { readings }) };
}
