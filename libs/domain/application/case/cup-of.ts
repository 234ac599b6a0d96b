import { checkCup } from '#domain/cup/cup.js';
import type { CupUse } from '#domain/cup/cup-conflict.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { Fact } from '#domain/fact/fact.js';
import { cupAct } from './findings.js';

/** Another application of the union that carries a CUP, with its human number. */
export interface OtherCupUse extends CupUse {
  number: string;
}

/** The CUP that a case carries, without what people put between its characters. */
export function cupOf(facts: readonly Fact[]): string | undefined {
  const cup = cupAct(effectiveFacts(facts))?.body.data['cup'];
  return typeof cup === 'string' && cup !== '' ? checkCup(cup).normalized : undefined;
}
