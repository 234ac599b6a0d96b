import { checkCup } from '#domain/cup/cup.js';
import { cupConflicts, type CupUse } from '#domain/cup/cup-conflict.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import type { Case, CupFinding } from './case.js';

/** Another application of the union that carries a CUP, with its human number. */
export interface OtherCupUse extends CupUse {
  number: string;
}

/** The CUP that a case carries, without what people put between its characters. */
export function cupOf(facts: readonly Fact[]): string | undefined {
  const cup = ofType(effectiveFacts(facts), 'milestone.recorded').findLast(
    ({ body }) => body.of === undefined && body.data['cup'] !== undefined,
  )?.body.data['cup'];
  return typeof cup === 'string' && cup !== '' ? checkCup(cup).normalized : undefined;
}

/** What `finding.resolved` names: a finding has no id of its own. */
function findingId(code: CupFinding['code'], number: string): string {
  return `${code}:${number}`;
}

/** The code in a `findingId`. */
export function findingCode(id: string): string {
  const [code = id] = id.split(':');
  return code;
}

/**
 * Conflicts of the case's CUP with other applications, but for those resolved with a reason. Reuse by the same body
 * after a withdrawal is right and gives none.
 */
export function cupFindings(
  theCase: Case,
  uses: readonly OtherCupUse[],
  facts: readonly Fact[],
): CupFinding[] {
  const cup = theCase.ended ? undefined : cupOf(facts);
  if (cup === undefined) return [];
  const conflict = cupConflicts(cup, theCase.application.applicant, uses);
  if (conflict.kind === 'none' || conflict.kind === 'reuseAfterWithdrawal') return [];
  const { code, message } = conflict;
  const resolved = new Set(
    ofType(effectiveFacts(facts), 'finding.resolved').map((each) => each.body.finding),
  );
  return uses
    .filter((use) => conflict.uses.includes(use))
    .map(({ number }) => ({
      id: findingId(code, number),
      code,
      cup,
      number,
      sentence: `${message} L’altra candidatura è la ${number}.`,
    }))
    .filter((finding) => !resolved.has(finding.id));
}
