import type { Refused } from '#domain/application/refused.js';
import { epochMs } from '#domain/calendar/local-date.js';
import { type Fact, ofType } from '#domain/fact/fact.js';

/** A launch with a brake lets the office think again for this long, before anybody is told. */
export const BRAKE_MS = 10 * 60_000;

/** When the first e-mails of a call may leave, in epoch milliseconds; undefined for a launch without a brake. */
export function brakeUntil(callFacts: readonly Fact[]): number | undefined {
  const until = ofType(callFacts, 'call.launched')[0]?.body.brakeUntil;
  return until === undefined ? undefined : epochMs(until);
}

export function isWithdrawn(callFacts: readonly Fact[]): boolean {
  return ofType(callFacts, 'call.withdrawn').length > 0;
}

/** Nothing more happens in a call that was withdrawn. */
export function refusedAsWithdrawn(callFacts: readonly Fact[]): Refused | undefined {
  if (!isWithdrawn(callFacts)) return undefined;
  return { code: 'AVV-09', detail: 'Questo avviso è stato ritirato: se serve, avvialo di nuovo.' };
}

/** A launch is annulled only while nobody has been told. @param now epoch milliseconds */
export function refusedWithdrawal(callFacts: readonly Fact[], now: number): Refused | undefined {
  const until = brakeUntil(callFacts);
  const withdrawn = refusedAsWithdrawn(callFacts);
  if (withdrawn !== undefined) return withdrawn;
  if (until !== undefined && now < until) return undefined;
  return {
    code: 'AVV-10',
    detail:
      'Le prime e-mail possono essere già partite: telefona ai Comuni e chiudi le loro candidature, una per una.',
  };
}
