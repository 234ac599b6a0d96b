import type { Outcome } from '../ports/case-record.js';
import { Refusal, type RefusalKind } from '../refusal.js';

/** Codes whose refusal is not about what was sent but about where things stand. */
const CONFLICTS = [
  'CASO-01',
  'CASO-02',
  'DOC-102',
  'DOC-103',
  'FATTO-04',
  'FATTO-10',
  'FATTO-11',
  'FATTO-14',
  'APPR-01',
  'APPR-02',
  'AVV-04',
  'AVV-08',
  'AVV-09',
  'AVV-10',
  'AVV-11',
  'AVV-12',
  'AVV-14',
  'AVV-15',
  'API-02',
];

/** The value of an outcome; a refused one is thrown as the API says it. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, detail } = outcome.refused;
  const kind: RefusalKind = code.endsWith('-404')
    ? 'notFound'
    : CONFLICTS.includes(code)
      ? 'conflict'
      : 'invalid';
  throw new Refusal(kind, code, detail);
}
