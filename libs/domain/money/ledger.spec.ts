import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays } from '#domain/calendar/local-date.js';
import type { CallDefinition, StageDefinition } from '#domain/call/definition.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { Fact } from '#domain/fact/fact.js';
import { latestOf, ledgerOf, sumsByKind } from './ledger.js';
import { MONEY_KINDS, type MoneyKind } from './money-kind.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

/** One act for each kind of money, and one whose amount has no kind. */
const kinds: (MoneyKind | undefined)[] = [...MONEY_KINDS, undefined];
const stage: StageDefinition = {
  id: 'money',
  label: 'Soldi',
  sentence: 'Soldi.',
  wait: 'officialAct',
  party: 'comune',
  actors: ['accounts'],
  requirements: kinds.map((money) => ({
    kind: 'milestone',
    id: money ?? 'unmarked',
    label: money ?? 'senza nome',
    place: 'platform',
    from: ['accounts'],
    proof: false,
    fields: [
      { name: 'cents', label: 'Importo', type: 'cents', required: true, ...(money && { money }) },
      { name: 'number', label: 'Numero', type: 'number', required: false },
    ],
  })),
  exits: [],
};
const definition: CallDefinition = { ...send, stages: [stage] };

interface Act {
  milestone: string;
  cents: number;
  /** Days after 1 January 2027. */
  day: number;
}

const act = fc.record({
  milestone: fc.constantFrom(...kinds.map((each) => each ?? 'unmarked')),
  cents: fc.integer({ min: 0, max: 1_000_000_000 }),
  day: fc.integer({ min: 0, max: 5 }),
});
const acts = fc.array(act, { maxLength: 12 });

/** Facts of acts, recorded in the order given; `id` says which act it is, whenever it was recorded. */
function recorded(list: readonly (Act & { id: string; corrects?: string; voids?: true })[]): Fact[] {
  return list.map(({ id, milestone, cents, day, corrects, voids }, n): Fact => ({
    id,
    seq: n + 1,
    recordedAt: '2027-06-01T08:00:00Z',
    legalDate: addDays('2027-01-01', day),
    legalSource: 'declared',
    channel: 'web',
    ...(corrects === undefined ? {} : { corrects }),
    ...(voids === true
      ? { type: 'fact.voided' as const, body: {} }
      : { type: 'milestone.recorded' as const, body: { milestone, data: { cents, number: 7 } } }),
  }));
}

const named = (list: readonly Act[]) => list.map((each, n) => ({ ...each, id: `act-${n}` }));
const ledger = (list: Parameters<typeof recorded>[0]) => ledgerOf(definition, effectiveFacts(recorded(list)));
/** Without the ids, which a correction changes. */
const amounts = (list: Parameters<typeof recorded>[0]) =>
  ledger(list).map(({ fact: _fact, ...rest }) => rest);

test('each amount with a kind is an entry, and the sum of a kind is the sum of its amounts', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const entries = ledger(named(list));
      const sums = sumsByKind(entries);
      for (const kind of MONEY_KINDS) {
        const cents = list.filter((each) => each.milestone === kind).map((each) => each.cents);
        expect(entries.filter((each) => each.kind === kind)).toHaveLength(cents.length);
        expect(sums[kind]).toBe(cents.length === 0 ? undefined : cents.reduce((a, b) => a + b));
      }
    }),
  );
});

test('rounds of one act stand beside each other, numbered by the days on which it happened', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const entries = ledger(named(list));
      for (const kind of MONEY_KINDS) {
        const own = entries.filter((each) => each.kind === kind);
        expect(own.map((each) => each.round)).toEqual(own.map((_, n) => n + 1));
      }
    }),
  );
});

test('the order in which acts became known plays no part', () => {
  fc.assert(
    fc.property(
      acts.chain((list) =>
        fc.tuple(fc.constant(named(list)), fc.shuffledSubarray(named(list), { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(ledger(shuffled)).toEqual(ledger(list));
      },
    ),
  );
});

test('what is voided leaves no trace, and what is corrected stands as corrected', () => {
  fc.assert(
    fc.property(acts, act, fc.nat(), (list, right, nth) => {
      fc.pre(list.length > 0);
      const all = named(list);
      const wrong = all[nth % all.length]!;
      const rest = all.filter((each) => each !== wrong);
      const voided = [...all, { ...wrong, id: 'void', corrects: wrong.id, voids: true as const }];
      expect(ledger(voided)).toEqual(ledger(rest));
      const correction = { ...right, id: wrong.id };
      expect(amounts([...all, { ...correction, id: `${wrong.id}b`, corrects: wrong.id }])).toEqual(
        amounts(all.map((each) => (each === wrong ? correction : each))),
      );
    }),
  );
});

test('what the opening foresees is the first entry', () => {
  const body = { call: 'c', applicant: 'a', participants: ['a'], attempt: 1, amountCents: 2_314_700 };
  const [act] = recorded(named([{ milestone: 'granted', cents: 2_300_000, day: 1 }]));
  const opened = { ...act!, id: 'opened', type: 'application.opened' as const, body };
  expect(ledgerOf(definition, [opened as Fact, act!])).toEqual([
    { kind: 'estimated', cents: 2_314_700, fact: 'opened', round: 1 },
    { kind: 'granted', cents: 2_300_000, fact: 'act-0', round: 1 },
  ]);
});

test('a second decree takes the place of the first; what came in adds up', () => {
  const entries = ledger(
    named([
      { milestone: 'granted', cents: 2_200_000, day: 3 },
      { milestone: 'granted', cents: 2_300_000, day: 1 },
      { milestone: 'advance', cents: 500_000, day: 4 },
      { milestone: 'balance', cents: 1_700_000, day: 5 },
    ]),
  );
  expect(latestOf(entries, 'granted')).toBe(2_200_000);
  expect(latestOf(entries, 'requested')).toBeUndefined();
  expect(sumsByKind(entries)).toMatchObject({ advance: 500_000, balance: 1_700_000 });
});
