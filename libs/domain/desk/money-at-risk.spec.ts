import fc from 'fast-check';
import { addDays } from '#domain/calendar/local-date.js';
import type { Glance } from './glance.js';
import { madeUpAsked, madeUpGlance, madeUpTerm } from './made-up-glances.js';
import { moneyAtRisk } from './money-at-risk.js';

const TODAY = '2027-03-26';
const risk = (glance: Glance, days = 7) => moneyAtRisk([{ number: 'A', glance }], TODAY, days).cents;

test('an official term within the days and something missing is money at risk', () => {
  expect(moneyAtRisk([{ number: 'A', glance: madeUpGlance() }], TODAY, 7)).toEqual({
    cents: 2_314_700,
    applications: ['A'],
  });
});

test('within counts from the official end, the last day included', () => {
  const ending = (end: '2027-04-02' | '2027-04-03') =>
    madeUpGlance({ terms: [madeUpTerm({ safeEnd: '2027-04-01', end })] });
  expect(risk(ending('2027-04-02'))).toBe(2_314_700);
  expect(risk(ending('2027-04-03'))).toBe(0);
});

test('what passed and may be put right counts; what passed for good does not', () => {
  const passed = (remediable: boolean) =>
    madeUpGlance({ terms: [madeUpTerm({ status: 'lapsed', end: '2027-03-01', remediable })] });
  expect(risk(passed(true))).toBe(2_314_700);
  expect(risk(passed(false))).toBe(0);
});

test.each([
  ['an inner date', madeUpGlance({ terms: [madeUpTerm({ official: false })] })],
  ['what only elapses or is the funder’s', madeUpGlance({ terms: [madeUpTerm({ ours: false })] })],
  ['a clock that stands still', madeUpGlance({ terms: [madeUpTerm({ status: 'suspended' })] })],
  ['nothing missing', madeUpGlance({ asked: [] })],
  ['what is owed beside it', madeUpGlance({ asked: [madeUpAsked({ ours: false, owed: true })] })],
  [
    'what is missing for something else',
    madeUpGlance({ asked: [madeUpAsked({ interrupt: 'sampleCheck' })] }),
  ],
  ['an application that ended', madeUpGlance({ outcome: 'closed' })],
])('%s is no money at risk', (_name, glance) => {
  expect(risk(glance)).toBe(0);
});

const glances = fc
  .record({
    cents: fc.integer({ min: 0, max: 10_000_000 }),
    terms: fc.array(
      fc.record({
        official: fc.boolean(),
        ours: fc.boolean(),
        remediable: fc.boolean(),
        status: fc.constantFrom('running', 'suspended', 'lapsed'),
        end: fc.integer({ min: -30, max: 60 }).map((n) => addDays(TODAY, n)),
      }),
      { maxLength: 5 },
    ),
    things: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ cents, terms, things }) =>
    madeUpGlance({
      amount: { word: 'requested', cents },
      terms: terms.map((each) => madeUpTerm(each)),
      asked: Array.from({ length: things }, () => madeUpAsked()),
    }),
  );
const lists = fc
  .array(glances, { maxLength: 12 })
  .map((all) => all.map((glance, n) => ({ number: `ULL-${n}`, glance })));
const days = fc.integer({ min: 0, max: 90 });

test('an application counts once, however many terms and missing things it has', () => {
  fc.assert(
    fc.property(lists, days, (list, within) => {
      const { cents, applications } = moneyAtRisk(list, TODAY, within);
      const amounts = new Map(list.map((each) => [each.number, each.glance.amount.cents]));
      expect(new Set(applications).size).toBe(applications.length);
      expect(cents).toBe(applications.reduce((sum, each) => sum + (amounts.get(each) ?? 0), 0));
    }),
  );
});

test('nothing counts twice when a list names it twice, and more days never mean less money', () => {
  fc.assert(
    fc.property(lists, days, days, (list, a, b) => {
      expect(moneyAtRisk([...list, ...list], TODAY, a)).toEqual(moneyAtRisk(list, TODAY, a));
      const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
      expect(moneyAtRisk(list, TODAY, fewer).cents).toBeLessThanOrEqual(moneyAtRisk(list, TODAY, more).cents);
    }),
  );
});
