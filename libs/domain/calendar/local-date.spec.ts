import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  epochMs,
  instantAt,
  instantOf,
  isLocalDate,
  isLocalTime,
} from './local-date.js';
import { isoInstant, type LocalDate, localAt, localOf, weekday } from './local-date.js';

describe('instants of Europe/Rome', () => {
  test.each([
    ['2026-03-28', '2026-03-28T22:59:00Z'],
    ['2026-03-29', '2026-03-29T21:59:00Z'],
    ['2026-10-24', '2026-10-24T21:59:00Z'],
    ['2026-10-25', '2026-10-25T22:59:00Z'],
    ['2027-03-28', '2027-03-28T21:59:00Z'],
  ])('23:59 of %s is %s', (date, instant) => {
    expect(instantOf(date, '23:59')).toEqual({ ok: true, instant, doubled: false });
  });

  test.each(['02:00', '02:30', '02:59:59'])(
    'refuses %s of the Sunday on which daylight saving begins',
    (time) => {
      expect(instantOf('2027-03-28', time)).toMatchObject({ ok: false, code: 'TIME-02' });
    },
  );

  test('takes the hours beside the skipped one as they are', () => {
    expect(instantOf('2027-03-28', '01:59:59')).toMatchObject({
      instant: '2027-03-28T00:59:59Z',
      doubled: false,
    });
    expect(instantOf('2027-03-28', '03:00')).toMatchObject({
      instant: '2027-03-28T01:00:00Z',
      doubled: false,
    });
  });

  test('takes the earlier of two instants where the hour happens twice, and says so', () => {
    expect(instantOf('2026-10-25', '02:30')).toEqual({
      ok: true,
      instant: '2026-10-25T00:30:00Z',
      doubled: true,
    });
    expect(instantOf('2026-10-25', '01:59')).toMatchObject({
      instant: '2026-10-24T23:59:00Z',
      doubled: false,
    });
    expect(instantOf('2026-10-25', '03:00')).toMatchObject({
      instant: '2026-10-25T02:00:00Z',
      doubled: false,
    });
  });

  test('never loses a planned hour: a skipped one lands after the change', () => {
    expect(instantAt('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00Z');
    expect(instantAt('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00Z');
  });

  test.each([
    ['2026-02-30', '12:00'],
    ['2026-13-01', '12:00'],
    ['2027-02-29', '12:00'],
    ['26-02-03', '12:00'],
    ['2026-02-03', '24:00'],
    ['2026-02-03', '12:60'],
    ['2026-02-03', '9:00'],
    ['', ''],
  ])('refuses %s %s, which does not exist', (date, time) => {
    expect(instantOf(date, time)).toMatchObject({ ok: false, code: 'TIME-01' });
  });

  test('tells both hours of a doubled night by their instant', () => {
    expect(localOf('2026-10-25T00:30:00Z')).toEqual({ date: '2026-10-25', time: '02:30:00' });
    expect(localOf('2026-10-25T01:30:00Z')).toEqual({ date: '2026-10-25', time: '02:30:00' });
  });

  test('drops parts of a second', () => {
    expect(localAt(epochMs('2026-10-05T21:59:00Z') + 999)).toEqual({ date: '2026-10-05', time: '23:59:00' });
    expect(isoInstant(epochMs('2026-10-05T21:59:00Z') + 999)).toBe('2026-10-05T21:59:00Z');
  });

  // Intl reads the time-zone rules by another way than the calendar library's arithmetic.
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'medium',
  });

  test('agrees with Intl on every instant from 2000 to 2099', () => {
    fc.assert(
      fc.property(seconds('2000-01-01T00:00:00Z', '2099-12-31T00:00:00Z'), (at) => {
        const { date, time } = localAt(at);
        expect(`${date} ${time}`).toBe(clock.format(at));
      }),
      { numRuns: 2000 },
    );
  });

  test('gives the one instant, or the earlier of two, at which Intl shows that date and hour, and none otherwise', () => {
    fc.assert(
      fc.property(civilMinutes(), ([date, time]) => {
        const noon = epochMs(instantAt(date, '12:00'));
        const sought = `${date} ${time}:00`;
        // On a night of the change, midnight lies up to an hour beside "twelve hours before noon".
        const midnight = noon - 12 * 3_600_000;
        const shown = [-2, -1, 0, 1, 2]
          .map((hours) => midnight + hours * 3_600_000 + minuteOf(time) * 60_000)
          .filter((at) => clock.format(at) === sought);
        const result = instantOf(date, time);
        const given = result.ok ? [epochMs(result.instant), result.doubled] : [undefined, false];
        expect(given).toEqual([shown[0], shown.length > 1]);
      }),
      { numRuns: 2000 },
    );
  });

  test('finds the skipped and the doubled hour of every year from 2000 to 2099, and no other', () => {
    for (let year = 2000; year <= 2099; year += 1) {
      const march = lastSunday(`${year}-03-31` as LocalDate);
      const october = lastSunday(`${year}-10-31` as LocalDate);
      expect(instantOf(march, '02:30')).toMatchObject({ ok: false, code: 'TIME-02' });
      expect(instantOf(october, '02:30')).toMatchObject({ ok: true, doubled: true });
      expect(instantOf(addDays(march, -7), '02:30')).toMatchObject({ ok: true, doubled: false });
      expect(instantOf(addDays(october, -7), '02:30')).toMatchObject({ ok: true, doubled: false });
    }
  });
});

describe('civil dates', () => {
  test('counts days over the change of hour and over the leap day', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-03-10', '2026-03-01')).toBe(-9);
  });

  test('takes the last day of a month that lacks the day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-02-28', 1)).toBe('2026-03-28');
  });

  test('numbers the days of the week from Monday', () => {
    expect(weekday('2026-10-05')).toBe(1);
    expect(weekday('2026-10-04')).toBe(7);
  });

  test('knows dates and hours from other text', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(isLocalDate('2100-02-29')).toBe(false);
    expect(isLocalDate('2026-1-1')).toBe(false);
    expect(isLocalDate('2026-00-10')).toBe(false);
    expect(isLocalTime('23:59:59')).toBe(true);
    expect(isLocalTime('24:00')).toBe(false);
  });
});

function seconds(from: string, to: string): fc.Arbitrary<number> {
  return fc.integer({ min: epochMs(from) / 1000, max: epochMs(to) / 1000 }).map((second) => second * 1000);
}

function civilMinutes(): fc.Arbitrary<[LocalDate, string]> {
  const day = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days));
  // Nights of a change of hour are rare, so they get half of the runs.
  const night = fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom('03-31', '10-31'))
    .map(([year, end]) => lastSunday(`${year}-${end}` as LocalDate));
  const minute = fc.integer({ min: 0, max: 1439 });
  const early = fc.integer({ min: 0, max: 299 });
  return fc.oneof(fc.tuple(day, minute), fc.tuple(night, early)).map(([date, at]) => [date, hourOf(at)]);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function hourOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function lastSunday(end: LocalDate): LocalDate {
  return addDays(end, -(weekday(end) % 7));
}
