import { isYearDay, toTyped, toYearDay } from './year-day.js';

test.each(['10/08', '1/1', '29/2', ' 31/12 '])('%j is a day of some year', (typed) => {
  expect(isYearDay(typed)).toBe(true);
});

test.each(['', '31/02', '30/2', '0/5', '1/13', '10-08', 'agosto'])('%j is none', (typed) => {
  expect(isYearDay(typed)).toBe(false);
});

test('a day goes to the API and comes back', () => {
  expect(toYearDay(' 3/2')).toBe('02-03');
  expect(toTyped('02-03')).toBe('03/02');
});
