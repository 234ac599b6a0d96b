import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays } from '#domain/calendar/local-date.js';
import { checkDefinition } from './check-definition.js';
import type { CallDefinition, InterruptDefinition, TermDefinition } from './definition.js';
import type { Source } from './source.js';
import { apart, resolve } from './kind-and-edition.js';

const SHIPPED = [
  'data/calls/send-comuni-2024.v1.json',
  'data/demo/calls/pdnd-demo-2027.v1.json',
  'data/demo/calls/send-demo-2027.v1.json',
];

function shipped(file: string): CallDefinition {
  return JSON.parse(readFileSync(file, 'utf8')) as CallDefinition;
}

const send = shipped('data/calls/send-comuni-2024.v1.json');

const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2024-01-01', days));
const hour = fc.constantFrom('12:00', '16:00', '23:59');
const words = fc.string({ minLength: 1, maxLength: 20 });
const source: fc.Arbitrary<Source> = fc.record({
  act: words,
  quote: words,
  readOn: day,
  confirmed: fc.boolean(),
});
const readings = fc.array(
  fc.oneof(fc.record({ date: day }), fc.record({ amount: fc.integer({ min: 1, max: 9 }) })),
  {
    minLength: 1,
    maxLength: 2,
  },
);

function ruleOf({ unit, date: _date, ...rule }: TermDefinition['rule']) {
  return fc
    .record({ cutOff: hour, date: day, cap: day, readings }, { requiredKeys: ['cutOff', 'date'] })
    .map(({ date, ...other }) => ({
      ...rule,
      ...other,
      unit,
      // A day without an hour is the act's, as the hour is.
      ...(unit === 'fixed' ? { date, ...(other.cutOff === '23:59' ? { wholeDay: true as const } : {}) } : {}),
    }));
}

const terms = fc.tuple(
  ...send.terms.map((term) =>
    fc.record({ rule: ruleOf(term.rule), source }).map((other): TermDefinition => ({ ...term, ...other })),
  ),
);

const interrupts = fc.tuple(
  ...send.interrupts.map(({ source: _source, term, ...interrupt }) =>
    fc
      .record(
        { source, ...(term === undefined ? {} : { term: fc.record({ rule: ruleOf(term.rule), source }) }) },
        { requiredKeys: [] },
      )
      .map((other): InterruptDefinition => ({
        ...interrupt,
        ...(other.source === undefined ? {} : { source: other.source }),
        ...(term === undefined || other.term === undefined ? {} : { term: { ...term, ...other.term } }),
      })),
  ),
);

const limits = fc.record(
  { minResidents: fc.nat(5_000), maxResidents: fc.integer({ min: 5_001, max: 90_000 }) },
  { requiredKeys: [] },
);

/** SEND with another title, other days, amounts and sources, with and without what may be absent. */
const definitions = fc
  .record(
    {
      title: words,
      opening: day,
      cents: fc.nat(9_000_000),
      amountsSource: source,
      limits,
      invitation: fc.record({ hours: fc.integer({ min: 1, max: 99 }), source }),
      cupTemplate: fc.record({ number: fc.constant('2105001'), source }),
      terms,
      interrupts,
    },
    { requiredKeys: ['title', 'opening', 'cents', 'amountsSource', 'limits', 'terms', 'interrupts'] },
  )
  .map(({ cents, amountsSource, limits: residents, ...other }): CallDefinition => {
    const { invitation: _invitation, ...base } = send;
    return {
      ...base,
      ...other,
      eligibility: { ...send.eligibility, ...residents },
      amounts: { ...send.amounts, classes: [{ upTo: null, cents }], source: amountsSource },
      terms: [...other.terms],
      interrupts: [...other.interrupts],
    };
  })
  .filter((definition) => checkDefinition(definition).length === 0);

test.each(SHIPPED)('%s taken apart and put together again is the same', (file) => {
  const definition = shipped(file);
  const { kind, edition } = apart(definition);
  expect(resolve(kind, edition)).toEqual(definition);
});

test('any definition that passes the check, taken apart and put together again, is the same', () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const { kind, edition } = apart(definition);
      const whole = resolve(kind, edition);
      expect(whole).toStrictEqual(definition);
      expect(apart(whole)).toStrictEqual({ kind, edition });
    }),
    { numRuns: 200 },
  );
});

test('another edition of a kind gives other days and amounts, and the same stages and papers', () => {
  const { kind, edition } = apart(send);
  const { amounts, terms: said } = edition;
  const next = resolve(kind, {
    ...edition,
    title: 'SEND 2027',
    opening: '2027-01-11',
    amounts: { ...amounts, classes: [{ upTo: null, cents: 100 }] },
    terms: { ...said, callEnd: { ...(said['callEnd'] ?? fail()), date: '2027-06-30', cutOff: '16:00' } },
  });
  expect(next.opening).toBe('2027-01-11');
  expect(next.terms.find(({ id }) => id === 'callEnd')?.rule).toMatchObject({
    unit: 'fixed',
    date: '2027-06-30',
    cutOff: '16:00',
  });
  expect([next.stages, next.id, next.version]).toEqual([send.stages, send.id, send.version]);
});

test('a kind holds no title, no euro and none of the days that an act names', () => {
  const { kind } = apart(send);
  const text = JSON.stringify({ ...kind, stages: [] });
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  expect(text).not.toMatch(/"(?:title|cents|act|quote)"/);
});

test('an edition of another kind fills none', () => {
  const { kind, edition } = apart(send);
  expect(() => resolve(kind, { ...edition, terms: {} })).toThrow(
    `edition "${send.title}" of send-comuni-2024 does not say when term answer ends`,
  );
});

function fail(): never {
  throw new Error('SEND has an end');
}
