import type { FactType } from '#domain/fact/fact.js';

/** What an auditor looks for in a history; a correction and a decision of the engine are known by other signs. */
export const HISTORY_KINDS = ['papers', 'acts', 'terms', 'talks', 'corrections', 'engine'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

const KIND_OF = {
  'document.filed': 'papers',
  'document.reviewed': 'papers',
  'milestone.recorded': 'acts',
  'approval.answered': 'acts',
  'application.opened': 'acts',
  'application.closed': 'acts',
  'call.launched': 'acts',
  'call.withdrawn': 'acts',
  'call.fundsExhausted': 'acts',
  'scenario.chosen': 'acts',
  'term.amended': 'terms',
  'term.lapsed': 'terms',
  'term.reinstated': 'terms',
  'silence.recorded': 'terms',
  'talk.logged': 'talks',
  'promise.made': 'talks',
  'reminder.answered': 'talks',
  'outside.checked': 'talks',
  'finding.resolved': 'talks',
  'fact.voided': 'corrections',
} as const satisfies Record<FactType, HistoryKind>;

/** Types of facts of a kind. */
export function typesOf(kind: HistoryKind): FactType[] {
  return (Object.keys(KIND_OF) as FactType[]).filter((type) => KIND_OF[type] === kind);
}
