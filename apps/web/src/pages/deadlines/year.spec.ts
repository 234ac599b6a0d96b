import { place, yearFrom } from './year.js';

test('the year drawn begins with last month and has thirteen', () => {
  const year = yearFrom('2027-03-26');
  expect([year.from, year.to, year.months.length]).toEqual(['2027-02-01', '2028-02-29', 13]);
  expect(year.months.map((each) => each.label).slice(0, 2)).toEqual(['feb 2027', 'mar']);
  expect(year.months.at(-2)?.label).toBe('gen 2028');
  expect(yearFrom('2027-01-05').from).toBe('2026-12-01');
});

test('a day outside stays at the edge', () => {
  expect(place('2027-02-01', '2027-02-01', '2027-02-11')).toBe(0);
  expect(place('2027-02-06', '2027-02-01', '2027-02-11')).toBe(0.5);
  expect(place('2032-12-31', '2027-02-01', '2027-02-11')).toBe(1);
});
