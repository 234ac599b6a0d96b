import type { FactType } from '#domain/fact/fact.js';

/** What an auditor looks for in a history. */
export type HistoryKind = 'papers' | 'acts' | 'terms' | 'talks' | 'corrections' | 'engine';

/** Types of facts of each kind; a correction and a decision of the engine are known by other signs too. */
export const TYPES_OF: Readonly<Record<HistoryKind, readonly FactType[]>> = {
  papers: ['document.filed', 'document.reviewed'],
  acts: [
    'milestone.recorded',
    'approval.answered',
    'application.opened',
    'application.closed',
    'call.launched',
    'call.withdrawn',
    'call.fundsExhausted',
  ],
  terms: ['term.amended', 'term.lapsed', 'term.reinstated', 'silence.recorded'],
  talks: ['talk.logged', 'promise.made', 'reminder.answered', 'outside.checked', 'finding.resolved'],
  corrections: [],
  engine: [],
};
