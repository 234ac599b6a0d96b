import type { Outcome } from '../ports/once.js';
import { Refusal } from '../refusal.js';

/** The value of an outcome; a refused one is thrown as the API says it. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, detail, field } = outcome.refused;
  throw new Refusal(code, detail, field === undefined ? {} : { field });
}
