import type { Outcome } from '../ports/once.js';
import { Refusal } from '../refusal.js';

/** The value of an outcome; a refused one is thrown as the API says it. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refusal(outcome.refused.code, outcome.refused.detail);
}
