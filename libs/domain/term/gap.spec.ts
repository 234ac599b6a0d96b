import type { LocalDate } from '#domain/calendar/local-date.js';
import { closedDays, daysInWords } from './gap.js';
import { type Amendment, computeTerm, judge, type TermRule } from './term.js';

/** A call that ended on 3 May 2026. */
const CALL: TermRule = {
  starts: 'call',
  unit: 'fixed',
  date: '2026-05-03',
  direction: 'forward',
  rollOver: false,
  cutOff: '23:59',
  zone: 'Europe/Rome',
};

const act = (actDate: LocalDate, more: Partial<Amendment> = {}): Amendment => ({
  kind: 'extension',
  act: 'Decreto n. 40/2026',
  actDate,
  knownOn: '2026-05-20',
  newEnd: '2026-06-30',
  ...more,
});

const termBy = (amendment: Amendment) => computeTerm(CALL, '2026-03-01', [amendment]);
const closed = (amendment: Amendment) => termBy(amendment).gaps.map(closedDays);
const moved = (amendment: Amendment) => termBy(amendment).history.at(-1)?.by;

test('an act of the last day extends, whenever it became known and whatever the office called it', () => {
  for (const kind of ['extension', 'reopening'] as const) {
    expect(moved(act('2026-05-03', { kind }))).toBe('extension');
    expect(closed(act('2026-05-03', { kind }))).toEqual([]);
  }
});

test('an act of a later day opens anew: the days between the old end and the new window are closed', () => {
  for (const kind of ['extension', 'reopening'] as const) {
    expect(moved(act('2026-05-18', { kind }))).toBe('reopening');
    expect(closed(act('2026-05-18', { kind }))).toEqual([{ from: '2026-05-04', to: '2026-05-17' }]);
  }
  expect(closed(act('2026-05-12', { from: '2026-05-18' }))).toEqual([
    { from: '2026-05-04', to: '2026-05-17' },
  ]);
  expect(closed(act('2026-05-04'))).toEqual([undefined]);
});

test('of an act whose date nobody knows the gap is shown, and is to be confirmed', () => {
  const unsure = act('2026-05-03', { unsure: true });
  expect(moved(unsure)).toBe('reopening');
  expect(termBy(unsure).gaps).toMatchObject([{ before: '2026-05-20', unsure: true }]);
  // What was seen within the old end cannot be younger.
  expect(moved(act('2026-04-20', { unsure: true, knownOn: '2026-04-20' }))).toBe('extension');
});

test('what was done in between wants a person, unless the act takes it as good', () => {
  expect(judge(termBy(act('2026-05-18')), '2026-05-10').why).toBe('betweenWindows');
  expect(judge(termBy(act('2026-05-18', { keepsSent: true })), '2026-05-10')).toEqual({
    late: false,
    certain: true,
    why: 'inTime',
  });
  expect(judge(termBy(act('2026-05-03')), '2026-05-10').why).toBe('inTime');
});

test('the days are told as people say them', () => {
  expect(daysInWords({ from: '2026-05-04', to: '2026-05-17' })).toBe('dal 4 al 17 maggio 2026');
  expect(daysInWords({ from: '2026-04-28', to: '2026-05-08' })).toBe("dal 28 aprile all'8 maggio 2026");
  expect(daysInWords({ from: '2026-05-04', to: '2026-05-04' })).toBe('il 4 maggio 2026');
});
