import Holidays from 'date-holidays';
import { easterOf, HOLIDAYS, holidayName, isHoliday } from './holiday.js';
import { addDays, type LocalDate, weekday } from './local-date.js';

test.each([
  [2026, '2026-04-06'],
  [2027, '2027-03-29'],
  [2028, '2028-04-17'],
  [2029, '2029-04-02'],
  [2030, '2030-04-22'],
] as const)('Easter Monday of %d is %s', (year, monday) => {
  expect(addDays(easterOf(year), 1)).toBe(monday);
  expect(isHoliday(monday)).toBe(true);
  expect(holidayName(monday)).toBe("Lunedì dell'Angelo");
});

test.each([
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '10-04',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
] as const)('%s is a holiday by law in 2027', (day) => {
  expect(isHoliday(`2027-${day}`)).toBe(true);
});

test('4 October is a holiday from 2026, and first moves a term in 2027', () => {
  expect(weekday('2024-10-04')).toBe(5);
  expect(isHoliday('2024-10-04')).toBe(false);
  expect(isHoliday('2025-10-04')).toBe(false);
  expect(holidayName('2026-10-04')).toBe("San Francesco d'Assisi");
  expect(weekday('2027-10-04')).toBe(1);
  expect(isHoliday('2027-10-04')).toBe(true);
});

test('the patron days of Rivello, Lauria and Maratea are no holidays', () => {
  expect(isHoliday('2027-12-06')).toBe(false);
  expect(isHoliday('2027-02-25')).toBe(false);
  expect(isHoliday('2027-02-03')).toBe(false);
  expect(isHoliday('2027-06-29')).toBe(false);
});

test('every Sunday is a holiday and a Saturday is not', () => {
  expect(holidayName('2026-10-11')).toBe('domenica');
  expect(isHoliday('2026-10-10')).toBe(false);
  expect(holidayName('2026-10-10')).toBeUndefined();
});

test('every holiday names its source', () => {
  for (const holiday of HOLIDAYS) expect(holiday.source).toMatch(/^(L\.|D\.L\.|D\.P\.R\.) /);
});

/*
 * The oracle's public days for the whole of Italy; its observances (Mothers' Day) and patron days of provinces are no
 * holidays of the law. It does not know that 2 June was moved to a Sunday until L. 336/2000.
 */
test('agrees with date-holidays on every day from 2000 to 2099', () => {
  const italy = new Holidays('IT');
  for (let year = 2000; year <= 2099; year += 1) {
    const theirs = italy
      .getHolidays(year)
      .filter((day) => day.type === 'public')
      .map((day) => day.date.slice(0, 10))
      .filter((date) => date !== '2000-06-02');
    const ours: string[] = [];
    for (let date = `${year}-01-01` as LocalDate; date.startsWith(`${year}-`); date = addDays(date, 1)) {
      if (isHoliday(date) && holidayName(date) !== 'domenica') ours.push(date);
    }
    expect(ours).toEqual([...new Set(theirs)].toSorted());
  }
});
