import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { type RecordedValue, recordedValues } from '#domain/fact/recorded-values.js';
import type { MoneyKind } from './money-kind.js';
import type { Cents } from './money.js';

/** An amount of an application, with the act that brought it. */
export interface LedgerEntry {
  kind: MoneyKind;
  cents: Cents;
  fact: string;
  /** Which time this act brought it. */
  round: number;
}

/**
 * All money of an application by legal moment: what the opening foresees, and each amount whose field the definition
 * marks with a kind. An amount without a mark is a number like others.
 * @param facts those that count
 */
export function ledgerOf(definition: CallDefinition, facts: readonly Fact[]): LedgerEntry[] {
  const opened = ofType(facts, 'application.opened').map(({ id, body }) => ({
    kind: 'estimated' as const,
    cents: body.amountCents,
    fact: id,
    round: 1,
  }));
  const kinds = new Map(
    milestonesOf(definition).flatMap(({ id, fields }) =>
      fields.flatMap(({ name, money }) => (money === undefined ? [] : [[`${id}.${name}`, money] as const])),
    ),
  );
  const acts = recordedValues(facts)
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)))
    .flatMap(({ milestone, name, value, fact, round }) => {
      const kind = kinds.get(`${milestone}.${name}`);
      return kind === undefined || typeof value !== 'number' ? [] : [{ kind, cents: value, fact, round }];
    });
  return [...opened, ...acts];
}

/** What there is of each kind, all entries together; a kind without an entry is absent. */
export function sumsByKind(ledger: readonly LedgerEntry[]): Partial<Record<MoneyKind, Cents>> {
  const sums: Partial<Record<MoneyKind, Cents>> = {};
  for (const { kind, cents } of ledger) sums[kind] = (sums[kind] ?? 0) + cents;
  return sums;
}

/** What the latest act of a kind says: a second decree takes the place of the first, its parts belong together. */
export function latestOf(ledger: readonly LedgerEntry[], kind: MoneyKind): Cents | undefined {
  const all = ledger.filter((each) => each.kind === kind);
  return sumsByKind(all.filter(({ fact }) => fact === all.at(-1)?.fact))[kind];
}

function placeOf({ at, fact }: RecordedValue): string {
  return `${at.date}T${at.time ?? '00:00:00'} ${fact}`;
}
