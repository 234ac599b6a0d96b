import fc from 'fast-check';
import { addDays, isLocalDate, type LocalDate } from '#domain/calendar/local-date.js';
import { addWorkingDays, isWorkingDay, previousWorkingDay } from '#domain/calendar/working-day.js';
import { reminderSchedule } from './schedule.js';
import type { ReminderStep, ReminderType, ScheduleInput } from './reminder-step.js';

describe('for any term, starting and known on any day', () => {
  type Term = ScheduleInput & { cutOff: string };
  const TYPES: ReminderType[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'I'];
  const day = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays('2026-06-01', n));
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const term = fc
    .record({
      type: fc.constantFrom(...TYPES),
      start: day,
      knownAfter: fc.integer({ min: 0, max: 40 }),
      time: clock,
      length: fc.integer({ min: 1, max: 400 }),
      extra: fc.integer({ min: 0, max: 4 }),
      patron: fc.constantFrom('12-06', '02-25', '08-16'),
      cutOff: fc.constantFrom('23:59', '14:00', '12:00'),
    })
    .map(({ type, start, knownAfter, time, length, extra, patron, cutOff }) => {
      const end = addDays(start, length + extra);
      const isClosed = (date: LocalDate) => date.endsWith(`-${patron}`);
      const safeEnd = previousWorkingDay(addDays(start, length));
      const known = addDays(start, knownAfter);
      return {
        type,
        term: { start: { date: start }, safeEnd, end, knownSince: { date: known, time }, isClosed, cutOff },
      };
    });
  /** The first term found whose plan has steps that break a rule; null when none has. */
  const broken = (offending: (steps: ReminderStep[], type: ReminderType, term: Term) => ReminderStep[]) =>
    fc.check(
      fc.property(term, ({ type, term: t }) => offending(reminderSchedule(type, t), type, t).length === 0),
      { numRuns: 200 },
    ).counterexample;
  const at = (s: ReminderStep) => `${s.at.date}T${s.at.time}`;
  const toOffice = (s: ReminderStep) => s.to.includes('deskOfficer');

  test('nobody is written to on a closed day or outside 8-18, but for what is urgent in a peremptory term', () => {
    expect(
      broken((steps, type, t) =>
        steps.filter((s) => {
          if (type === 'A' && (s.immediate === true || s.kind === 'escalation')) {
            return s.at.time < '07:00' || s.at.time >= '21:00';
          }
          const from = toOffice(s) ? '07:45' : '08:00';
          const closed = !isWorkingDay(s.at.date) || t.isClosed(s.at.date);
          return !isLocalDate(s.at.date) || closed || s.at.time < from || s.at.time >= '18:00';
        }),
      ),
    ).toBeNull();
  });

  test('nothing goes before it is known, nor at or after the official end unless counted after it', () => {
    expect(
      broken((steps, _type, t) =>
        steps.filter(
          (s) =>
            at(s) < `${t.knownSince.date}T${t.knownSince.time}` ||
            (!s.step.startsWith('+') && at(s) >= `${t.end}T${t.cutOff}`),
        ),
      ),
    ).toBeNull();
  });

  test('steps are in order, each with a name of its own, no two of a kind at one hour for the same people', () => {
    expect(
      broken((steps) =>
        steps.filter((s, n) => {
          const before = steps.slice(0, n);
          const key = (each: ReminderStep) => `${each.kind} ${each.to.join()} ${at(each)}`;
          return before.some((b) => at(b) > at(s) || b.step === s.step || key(b) === key(s));
        }),
      ),
    ).toBeNull();
  });

  test('every type with a working day left before its safe end writes at least once', () => {
    fc.assert(
      fc.property(term, ({ type, term: t }) => {
        let next = addWorkingDays(t.knownSince.date, 1);
        while (t.isClosed(next)) next = addWorkingDays(next, 1);
        fc.pre(next < t.safeEnd);
        expect(reminderSchedule(type, t).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test('who is told next was named in the e-mail before, when there was one', () => {
    expect(
      broken((steps) =>
        steps.filter((s) => {
          if (s.kind !== 'escalation') return false;
          const before = steps.findLast((p) => at(p) < at(s) && p.kind !== 'escalation' && !toOffice(p));
          const named = before?.announces?.some((a) => a.on === s.at.date && a.to.join() === s.to.join());
          return before !== undefined && (named !== true || before.tone !== 4);
        }),
      ),
    ).toBeNull();
  });
});
