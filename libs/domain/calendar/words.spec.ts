import fc from 'fast-check';
import { addDays, type LocalDate, weekday } from './local-date.js';
import {
  atHour,
  type DateWish,
  dayOfMonthInWords,
  hourOf,
  inWords,
  momentInWords,
  monthInWords,
  yearDayInWords,
} from './words.js';

test.each<[LocalDate, DateWish, string]>([
  ['2027-03-23', {}, 'martedì 23 marzo'],
  ['2024-08-01', { year: true }, 'giovedì 1° agosto 2024'],
  ['2027-04-01', { beside: '2027-03-26' }, 'giovedì 1° aprile'],
  ['2028-01-03', { beside: '2027-03-26' }, 'lunedì 3 gennaio 2028'],
  ['2027-08-01', { language: 'en', year: true }, 'Sunday 1 August 2027'],
])('%s is said in words', (date, wish, words) => {
  expect(inWords(date, wish)).toBe(words);
});

test('a day, a month and a moment are said alike', () => {
  expect(dayOfMonthInWords('2022-01-01', { year: true })).toBe('1° gennaio 2022');
  expect(yearDayInWords('12-06')).toBe('6 dicembre');
  expect(monthInWords('2027-05-17')).toBe('maggio 2027');
  expect(momentInWords({ date: '2027-03-23', time: '09:02:00' })).toBe('martedì 23 marzo, ore 9:02');
  expect(momentInWords({ date: '2027-03-23' })).toBe('martedì 23 marzo');
  expect(hourOf('10:30:00')).toBe('10:30');
});

test.each([
  ['23:59', 'alle 23:59'],
  ['14:00', 'alle 14'],
  ['09:41', 'alle 9:41'],
  ['01:30', "all'1:30"],
  ['01:00:00', "all'1"],
  ['10:00', 'alle 10'],
  ['00:05', 'alle 0:05'],
])('says %s as %s', (time, words) => {
  expect(atHour(time)).toBe(words);
});

test('the day of the week is the calendar’s', () => {
  const names = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      const date = addDays('2027-03-26', days);
      expect(inWords(date).split(' ')[0]).toBe(names[weekday(date) - 1]);
    }),
  );
});
