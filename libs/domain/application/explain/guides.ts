import type { Case } from '../case/case.js';
import { isFatal } from '../case/debts.js';

/** Pages of the help, by the names of their files, for what people meet rarely and would have to ask about. */
export const GUIDES = [
  'da-chiarire',
  'rischia-l-esclusione',
  'va-inviata-di-nuovo',
  'avviso-chiuso',
] as const;
export type Guide = (typeof GUIDES)[number];

/** Those that explain how a case stands. */
export function guidesFor({ findings, debts, resend, closed }: Case): Guide[] {
  const fits: Record<Guide, boolean> = {
    'da-chiarire': findings.length > 0,
    'rischia-l-esclusione': debts.some(isFatal),
    'va-inviata-di-nuovo': resend !== undefined,
    'avviso-chiuso': closed?.neverAnswered !== undefined,
  };
  return GUIDES.filter((guide) => fits[guide]);
}
