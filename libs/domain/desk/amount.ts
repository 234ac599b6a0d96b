import type { Case } from '#domain/application/case/case.js';
import { latestOf, sumsByKind } from '#domain/money/ledger.js';
import type { MoneyKind } from '#domain/money/money-kind.js';
import type { AmountWord } from './glance.js';

/** The word for each kind of money; own funds are none of the four. */
const WORD_OF = {
  estimated: 'estimated',
  requested: 'requested',
  granted: 'decreed',
  advance: 'collected',
  intermediate: 'collected',
  balance: 'collected',
  received: 'collected',
  ownFunds: undefined,
} as const satisfies Record<MoneyKind, AmountWord | undefined>;

/**
 * The amount of a case and its word: what came in, all parts together; else what the latest decree says; else what was
 * asked for. Where no act says that, it is the amount foreseen, asked for from the first time that an outside body is
 * waited for, since that is what a sending leads to.
 */
export function amountOf({ path, application, ledger }: Case): { word: AmountWord; cents: number } {
  const collected = ledger.filter(({ kind }) => WORD_OF[kind] === 'collected');
  if (collected.length > 0) {
    const cents = Object.values(sumsByKind(collected)).reduce((all, each) => all + each, 0);
    return { word: 'collected', cents };
  }
  const decreed = latestOf(ledger, 'granted');
  if (decreed !== undefined) return { word: 'decreed', cents: decreed };
  const foreseen = latestOf(ledger, 'estimated') ?? application.amountCents;
  const sent = path.some(({ stage }) => stage.party === 'funder' && stage.wait === 'outsideBody');
  const requested = latestOf(ledger, 'requested') ?? (sent ? foreseen : undefined);
  return requested === undefined
    ? { word: 'estimated', cents: foreseen }
    : { word: 'requested', cents: requested };
}
