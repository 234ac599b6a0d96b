import fc from 'fast-check';
import { isHoliday } from './holiday.js';
import { addDays, type LocalDate, weekday } from './local-date.js';
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-day.js';
import { inWords } from './words.js';

test.each([
  ['2025-12-15', '2026-01-16'],
  ['2026-08-03', '2026-08-31'],
  ['2026-09-28', '2026-10-26'],
] as const)('20 working days from %s end on %s', (from, end) => {
  expect(addWorkingDays(from, 20)).toBe(end);
});

test('counts working days backward over a weekend', () => {
  expect(addWorkingDays('2027-03-30', -1)).toBe('2027-03-26');
  expect(addWorkingDays('2027-03-30', 0)).toBe('2027-03-30');
});

test('the last working day not later than a date is the date itself where it is one', () => {
  expect(previousWorkingDay('2026-10-02')).toBe('2026-10-02');
  expect(previousWorkingDay('2026-10-04')).toBe('2026-10-02');
  expect(previousWorkingDay('2026-12-27')).toBe('2026-12-24');
});

test('the next working day is never the date itself', () => {
  expect(nextWorkingDay('2026-10-01')).toBe('2026-10-02');
  expect(nextWorkingDay('2026-10-02')).toBe('2026-10-05');
});

test('working days are Monday to Friday without holidays', () => {
  expect(
    ['2026-10-02', '2026-10-03', '2026-10-04', '2026-12-08'].map((day) => isWorkingDay(day as LocalDate)),
  ).toEqual([true, false, false, false]);
});

test('adding working days and taking them back returns to the same working day', () => {
  const day = fc
    .integer({ min: 0, max: 36_000 })
    .map((days) => previousWorkingDay(addDays('2000-02-01', days)));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (date, count) => {
      const later = addWorkingDays(date, count);
      expect(weekday(later)).toBeLessThan(6);
      expect(isHoliday(later)).toBe(false);
      expect(addWorkingDays(later, -count)).toBe(date);
    }),
  );
});

test('says dates in Italian and in English', () => {
  expect(inWords('2027-03-23')).toBe('martedì 23 marzo');
  expect(inWords('2024-08-01')).toBe('giovedì 1° agosto');
  expect(inWords('2024-08-01', { language: 'en' })).toBe('Thursday 1 August');
  expect(inWords('2026-10-05', { year: true })).toBe('lunedì 5 ottobre 2026');
  expect(inWords('2026-10-05', { language: 'en', year: true })).toBe('Monday 5 October 2026');
});
