import fc from 'fast-check';
import Holidays from 'date-holidays';
import { addDays, daysBetween, epochMs, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { computeTerm, isLate, isWithin, type TermRule } from './term.js';

const date = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('2000-01-01', days));
const hour = fc
  .tuple(fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const rule: fc.Arbitrary<TermRule> = fc.record({
  starts: fc.constant('event'),
  unit: fc.constantFrom('days' as const, 'workingDays' as const, 'months' as const),
  amount: fc.integer({ min: 1, max: 60 }),
  direction: fc.constantFrom('forward' as const, 'backward' as const),
  rollOver: fc.boolean(),
  cutOff: hour,
  zone: fc.constant('Europe/Rome' as const),
});

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const italy = new Holidays('IT');
// 2 June was an ordinary day from 1977 (L. 54/1977) to 2000 (until L. 336/2000), which the oracle does not know.
const publicDays = new Set(
  Array.from({ length: 106 }, (_, n) => italy.getHolidays(1995 + n))
    .flat()
    .filter((day) => day.type === 'public')
    .map((day) => day.date.slice(0, 10))
    .filter((day) => !(day.endsWith('-06-02') && day < '2001')),
);

/** Holidays by the oracle: public days of Italy and Sundays. */
function isHolidayByOracle(day: LocalDate): boolean {
  return new Date(`${day}T12:00:00Z`).getUTCDay() === 0 || publicDays.has(day);
}

test('the instant of every term is its end and hour on the clock of Intl', () => {
  fc.assert(
    fc.property(rule, date, (each, start) => {
      const term = computeTerm(each, start);
      expect(clock.format(epochMs(term.instant))).toBe(`${term.end} ${each.cutOff}:00`);
    }),
    { numRuns: 500 },
  );
});

test('with roll-over no end is a holiday for date-holidays, and every day passed over is one', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 60 }), rule, (start, amount, each) => {
      const counted = addDays(start, amount);
      const term = computeTerm(
        { ...each, unit: 'days', amount, direction: 'forward', rollOver: true },
        start,
      );
      const passed = Array.from({ length: daysBetween(counted, term.end) }, (_, n) => addDays(counted, n));
      expect(passed.every(isHolidayByOracle)).toBe(true);
      expect(isHolidayByOracle(term.end)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('the safe end is a working day for date-holidays and never later than the end or the cap', () => {
  fc.assert(
    fc.property(rule, date, fc.integer({ min: 0, max: 90 }), (each, start, room) => {
      const cap = addDays(start, room);
      const term = computeTerm({ ...each, cap }, start);
      expect(term.safeEnd <= term.end && term.end <= cap).toBe(true);
      expect(isHolidayByOracle(term.safeEnd)).toBe(false);
      expect(new Date(`${term.safeEnd}T12:00:00Z`).getUTCDay()).toBeLessThan(6);
    }),
    { numRuns: 300 },
  );
});

test('a backward term never ends after its unrolled end', () => {
  fc.assert(
    fc.property(rule, date, (each, start) => {
      const backward = { ...each, direction: 'backward' } as const;
      const plain = computeTerm({ ...backward, rollOver: false }, start);
      expect(computeTerm({ ...backward, rollOver: true }, start).end <= plain.end).toBe(true);
      expect(plain.end < start).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the last second within and the first second late meet at the instant', () => {
  fc.assert(
    fc.property(rule, date, (each, start) => {
      const term = computeTerm(each, start);
      const last = localAt(epochMs(term.instant));
      const next = localAt(epochMs(term.instant) + 1000);
      expect(isWithin(term, last.date, last.time)).toBe(true);
      expect(isLate(term, next.date, next.time)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a suspension gives back, uncounted, exactly as many days as it took', () => {
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: 1, max: 60 }),
      fc.nat(),
      fc.integer({ min: 1, max: 60 }),
      (start, amount, seed, days) => {
        const plain: TermRule = {
          starts: 'event',
          unit: 'days',
          amount,
          direction: 'forward',
          rollOver: false,
          cutOff: '23:59',
          zone: 'Europe/Rome',
        };
        const from = addDays(start, 1 + (seed % amount));
        const act = { kind: 'suspension', act: 'a', actDate: from, knownOn: from, from, days } as const;
        expect(computeTerm(plain, start, [act]).end).toBe(addDays(start, amount + days));
      },
    ),
    { numRuns: 300 },
  );
});
