import type { CallDefinition } from '#domain/call/definition.js';
import type { FactBodies } from '#domain/fact/fact-kinds.js';
import { type Fact, type FactOf, ofType } from '#domain/fact/fact.js';
import { type LedgerEntry, latestOf, ledgerOf, sumsByKind } from '#domain/money/ledger.js';
import type { MoneyKind } from '#domain/money/money-kind.js';

/** Amounts that do not fit, and the acts that say them: whichever of these became known last, they are compared then. */
export interface Mismatch {
  raised: Omit<FactBodies['finding.raised'], 'holds'>;
  of: FactOf<'milestone.recorded'>[];
}

const RECEIVED: readonly MoneyKind[] = ['advance', 'intermediate', 'balance', 'received'];

/**
 * What was granted against what was estimated, what came in against what was granted. All of it goes by legal moments and
 * nothing by the order in which acts became known: a payment may be on record before its decree.
 */
export function moneyMismatches(definition: CallDefinition, facts: readonly Fact[]): Mismatch[] {
  const ledger = ledgerOf(definition, facts);
  const acts = ofType(facts, 'milestone.recorded');
  const naming = (...entries: readonly LedgerEntry[]) =>
    acts.filter(({ id }) => entries.some(({ fact }) => fact === id));
  return acts.flatMap((act): Mismatch[] => {
    const own = ledger.filter(({ fact }) => fact === act.id);
    const sums = sumsByKind(own);
    const found = (
      code: 'DENARO-01' | 'DENARO-02',
      cents: number,
      against: number,
      by: LedgerEntry[],
    ): Mismatch => ({
      raised: { finding: `${code}:${act.id}`, code, by: act.id, cents, against },
      of: naming(...own, ...by),
    });
    const estimates = ledger.filter(({ kind, fact }) => kind === 'estimated' && fact !== act.id);
    const estimated = sumsByKind(estimates).estimated ?? 0;
    if (sums.granted !== undefined && estimated > 0 && sums.granted !== estimated) {
      return [found('DENARO-01', sums.granted, estimated, estimates)];
    }
    const last = own.findLast(({ kind }) => RECEIVED.includes(kind));
    const grants = last === undefined ? [] : grantsFor(ledger, last);
    const granted = latestOf(grants, 'granted');
    if (last === undefined || granted === undefined) return [];
    const received = ledger.filter(({ kind }) => RECEIVED.includes(kind));
    const until = received.slice(0, received.indexOf(last) + 1);
    const more = total(until);
    if (more > granted) return [found('DENARO-02', more, granted, [...grants, ...until])];
    // A call that pays costs pays less by rule; parts are less until the last of them.
    const whole = definition.amounts.paysCosts !== true && sums.received !== undefined;
    const isLast = received.at(-1) === last;
    const less = total(received);
    return whole && isLast && less < granted
      ? [found('DENARO-02', less, granted, [...grants, ...received])]
      : [];
  });
}

/** Grants by the moment of what came in; money that came before any is held against the first. */
function grantsFor(ledger: readonly LedgerEntry[], received: LedgerEntry): LedgerEntry[] {
  const grants = ledger.filter(({ kind, fact }) => kind === 'granted' && fact !== received.fact);
  const before = grants.filter((each) => ledger.indexOf(each) < ledger.indexOf(received));
  return before.length > 0 ? before : grants.filter(({ fact }) => fact === grants[0]?.fact);
}

function total(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { cents }) => sum + cents, 0);
}
