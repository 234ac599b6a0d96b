import type { NewFact } from './fact.js';

/**
 * How surely we know that something happened then. `seen`: the product itself saw it, or decided it. `proven`: it came
 * by PEC, or a proof lies beside it. `declared`: somebody with the right to do so says so.
 */
export type Certainty = 'seen' | 'proven' | 'declared';

export function certaintyOf(fact: NewFact): Certainty {
  if (fact.channel === 'pec') return 'proven';
  if (fact.type === 'milestone.recorded' && fact.body.proof !== undefined) return 'proven';
  if (fact.channel === 'engine') return 'seen';
  return fact.legalSource === 'received' && fact.channel === 'web' ? 'seen' : 'declared';
}

/** "provato da PEC", "visto da Capofila", "dichiarato": how we know it, for the history. */
export function certaintyInWords(fact: NewFact): string {
  switch (certaintyOf(fact)) {
    case 'proven':
      return fact.channel === 'pec' ? 'provato da PEC' : 'provato da un documento';
    case 'seen':
      return fact.channel === 'engine' ? 'deciso da Capofila' : 'visto da Capofila';
    case 'declared':
      return 'dichiarato';
  }
}
