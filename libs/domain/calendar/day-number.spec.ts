import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { dateOfDay, dayNumber } from './day-number.js';
import { addDays, daysBetween, isLocalDate, type LocalDate, weekday } from './local-date.js';

test('day 0 is 1 January 1970', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dateOfDay(-1)).toBe('1969-12-31');
});

test('every day from 1900 to 2100 is the one that the calendar library gives', () => {
  let date = Temporal.PlainDate.from('1900-01-01');
  for (let number = dayNumber('1900-01-01'); number <= dayNumber('2100-12-31'); number += 1) {
    const text = date.toString();
    if (
      dateOfDay(number) !== text ||
      dayNumber(text) !== number ||
      weekday(text as LocalDate) !== date.dayOfWeek
    ) {
      throw new Error(`${text} is not day ${number}`);
    }
    date = date.add({ days: 1 });
  }
  expect(date.toString()).toBe('2101-01-01');
});

test('adds and counts days as the calendar library does, in any year', () => {
  const day = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9000-01-01') });
  fc.assert(
    fc.property(day, fc.integer({ min: -300, max: 40_000 }), (number, days) => {
      const from = dateOfDay(number) as LocalDate;
      const to = Temporal.PlainDate.from(from).add({ days }).toString() as LocalDate;
      expect(addDays(from, days)).toBe(to);
      expect(daysBetween(from, to)).toBe(days);
      expect(isLocalDate(from)).toBe(true);
    }),
  );
});

test('a day beyond the year 9999 is no civil date', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => dateOfDay(Number.NaN)).toThrow(RangeError);
});
