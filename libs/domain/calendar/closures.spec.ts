import { isClosedOn } from './closures.js';

test.each([
  ['the day before the first', '2026-08-09', false],
  ['the first day', '2026-08-10', true],
  ['a day between, of another year', '2031-08-15', true],
  ['the last day', '2026-08-21', true],
  ['the day after the last', '2026-08-22', false],
] as const)('closed weeks hold both ends, every year: %s', (_what, date, closed) => {
  expect(isClosedOn({ periods: [{ from: '08-10', to: '08-21' }] })(date)).toBe(closed);
});

test.each([
  ['before', '2026-12-23', false],
  ['in the old year', '2026-12-31', true],
  ['in the new year', '2027-01-01', true],
  ['on the last day', '2027-01-06', true],
  ['after', '2027-01-07', false],
  ['in summer', '2027-07-01', false],
] as const)('a closure over the turn of the year: %s', (_what, date, closed) => {
  expect(isClosedOn({ periods: [{ from: '12-24', to: '01-06' }] })(date)).toBe(closed);
});

test('a closure of one day is that day alone', () => {
  const isClosed = isClosedOn({ periods: [{ from: '11-02', to: '11-02' }] });
  expect((['2026-11-01', '2026-11-02', '2026-11-03'] as const).map(isClosed)).toEqual([false, true, false]);
});

test('the patron day is closed every year, beside the weeks and without any', () => {
  const weeks = { from: '08-10', to: '08-21' };
  const isClosed = isClosedOn({ patronDay: '07-16', periods: [weeks] });
  expect((['2026-07-16', '2027-07-16', '2026-07-17', '2026-08-10'] as const).map(isClosed)).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(isClosedOn({ patronDay: '07-16', periods: [] })('2028-07-16')).toBe(true);
});

test('an office that says nothing is never closed by itself', () => {
  expect(isClosedOn({ periods: [] })('2026-08-15')).toBe(false);
});
