import { count, day, dayOfMonth, nearDay, onHoliday } from './italian.js';

test.each([
  ['2027-03-26', 'oggi, venerdì 26 marzo'],
  ['2027-03-27', 'domani, sabato 27 marzo'],
  ['2027-03-28', 'domenica 28 marzo'],
  ['2028-01-03', 'lunedì 3 gennaio 2028'],
] as const)('says %s as %s', (date, words) => {
  expect(nearDay(date, '2027-03-26')).toBe(words);
});

test('says the first of a month with an ordinal', () => {
  expect(dayOfMonth('2027-04-01', '2027-03-26')).toBe('1° aprile');
  expect(day('2027-04-01', '2027-03-26')).toBe('giovedì 1° aprile');
});

test.each([
  ['2027-03-28', ', a Pasqua'],
  ['2027-12-25', ', a Natale'],
  ['2027-08-15', ' (Assunzione)'],
  ['2027-03-21', ''],
  ['2027-03-24', ''],
] as const)('names the holiday of %s', (date, words) => {
  expect(onHoliday(date)).toBe(words);
});

test('counts in words up to ten', () => {
  expect([1, 2, 10, 11].map(count)).toEqual(['una', 'due', 'dieci', '11']);
});
