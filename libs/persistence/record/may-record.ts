import { admit } from '#domain/application/admit/admit.js';
import type { Refused } from '#domain/fact/refused.js';
import type { OtherCupUse } from '#domain/application/case/cup-findings.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Proposed } from '#use-cases/ports/case-record.js';
import type { LoadedCase } from './load-case.js';

/** Why the first of these that cannot be taken is refused. */
export function firstRefused(
  proposed: readonly Proposed[],
  { callFacts, facts }: LoadedCase,
  definition: CallDefinition,
  now: number,
  uses: readonly OtherCupUse[],
): Refused | undefined {
  for (const { fact } of proposed) {
    const streams = { call: callFacts, application: facts };
    const refused = fact === undefined ? undefined : admit(fact, definition, streams, now, uses);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
