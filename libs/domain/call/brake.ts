import type { Refused } from '#domain/fact/refused.js';
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

/** Whether the brake of a launch still holds: nobody has been told anything. @param now epoch milliseconds */
export function brakeHolds(callFacts: readonly Fact[], now: number): boolean {
  const until = brakeUntil(callFacts);
  return until !== undefined && now < until;
}

/**
 * A call is withdrawn, with everybody told who was written to, while nothing of it was sent to the funder.
 * @param sent how many of its applications have been sent officially.
 */
export function refusedWithdrawal(callFacts: readonly Fact[], sent: number): Refused | undefined {
  const withdrawn = refusedAsWithdrawn(callFacts);
  if (withdrawn !== undefined || sent === 0) return withdrawn;
  return {
    code: 'AVV-10',
    detail: `${sent === 1 ? 'Una candidatura è già inviata' : `${sent} candidature sono già inviate`} sulla piattaforma: telefona ai Comuni e chiudi le candidature una per una.`,
  };
}
