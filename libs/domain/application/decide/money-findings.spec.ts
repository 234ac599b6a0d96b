import fc from 'fast-check';
import { addDays, epochMs, instantAt } from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { admitted, History } from '../case/made-up-facts.js';
import { openFindings } from '../case/findings.js';
import { decide } from './decide.js';
import { madeUpInput, recorded } from './made-up-input.js';

const GRANTED = 2_314_700;
/** SEND, whose money may also come in parts. */
const inParts: CallDefinition = (() => {
  const send = sendDefinition();
  for (const each of send.stages.flatMap(({ requirements }) => requirements)) {
    if (each.kind !== 'milestone' || each.id !== 'payment') continue;
    const [field] = each.fields;
    if (field === undefined) throw new Error('a payment has its amount');
    each.fields.push({ ...field, name: 'advanceCents', money: 'advance', required: false });
  }
  return send;
})();

interface Act {
  milestone: 'decree' | 'payment';
  data: Record<string, string | number>;
  /** Days after 30 September 2024 on which it happened: each on its own. */
  on: number;
}

const cents = fc.constantFrom(1, GRANTED / 2, GRANTED, GRANTED + 1);
const act: fc.Arbitrary<Act> = fc
  .record({
    field: fc.constantFrom('decreedCents', 'paidCents', 'advanceCents'),
    cents,
    on: fc.nat({ max: 300 }),
  })
  .map(({ field, cents: value, on }) => ({
    milestone: field === 'decreedCents' ? ('decree' as const) : ('payment' as const),
    data: { [field]: value, ...(field === 'decreedCents' ? { decreeNumber: '1' } : {}) },
    on,
  }));

/** Each act put on record on its own later day, with what is decided then; what is open in the end, by legal day. */
function openAfter(acts: readonly Act[]) {
  let facts: Fact[] = admitted().facts;
  acts.forEach(({ milestone, data, on }, n) => {
    const day = addDays('2026-01-01', n);
    const history = new History();
    history.facts.push(...facts);
    history.milestone(milestone, addDays('2024-09-30', on), { data, recorded: day });
    const now = epochMs(instantAt(day, '09:00:00'));
    const input = madeUpInput(inParts, history, now);
    facts = recorded(history.facts, decide(input), now);
  });
  const dayOf = (id: string) => ofType(facts, 'milestone.recorded').find((each) => each.id === id)?.legalDate;
  return openFindings(facts)
    .map(({ body: { finding: _finding, by, ...shown } }) => ({ ...shown, on: dayOf(by) }))
    .toSorted((a, b) => `${a.on}`.localeCompare(`${b.on}`));
}

test('in whatever order decrees and payments become known, the same is asked about and the same is held', () => {
  let asked = 0;
  fc.assert(
    fc.property(
      fc
        .uniqueArray(act, { maxLength: 4, selector: ({ on }) => on })
        .chain((acts) =>
          fc.tuple(
            fc.constant(acts),
            fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }),
          ),
        ),
      ([acts, shuffled]) => {
        const inOrder = openAfter(acts.toSorted((a, b) => a.on - b.on));
        asked += inOrder.filter(({ code }) => code === 'DENARO-02').length;
        expect(openAfter(shuffled)).toEqual(inOrder);
      },
    ),
    { numRuns: 80 },
  );
  expect(asked).toBeGreaterThan(10);
});
