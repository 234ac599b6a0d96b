import { checkCig } from '#domain/cig/cig.js';
import { checkCup } from '#domain/cup/cup.js';
import type { RefusalCode } from '#domain/refusal/refusals.js';
import { checkTaxCode } from '#domain/tax-code/tax-code.js';
import type { FieldDefinition } from './requirement.js';

type Field = Pick<FieldDefinition, 'name' | 'type'>;

/** A code that has rules of its own: as it is kept, and what is wrong with it. Undefined of other fields. */
export function codeIn(
  { name, type }: Field,
  value: string,
): { normalized: string; problem?: { code: RefusalCode; message: string } } | undefined {
  if (type === 'cup') {
    const { normalized, problems } = checkCup(value);
    return problems[0] === undefined ? { normalized } : { normalized, problem: problems[0] };
  }
  // Definitions of before there was a type for it say it by the field's name.
  if (type === 'cig' || (type === 'text' && name === 'cig')) return checkCig(value);
  return type === 'taxCode' ? checkTaxCode(value) : undefined;
}
