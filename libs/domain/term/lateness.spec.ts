import { checkRule, computeTerm, isLate, isWithin, judge, type TermRule } from './term.js';

const RULE: TermRule = {
  starts: 'call.opened',
  unit: 'fixed',
  date: '2026-10-05',
  direction: 'forward',
  rollOver: false,
  cutOff: '23:59',
  zone: 'Europe/Rome',
};
const term = computeTerm(RULE, '2026-09-01');

test('a filing at 23:59:00 is within and at 23:59:01 it is late', () => {
  expect(isWithin(term, '2026-10-05', '23:59:00')).toBe(true);
  expect(isLate(term, '2026-10-05', '23:59:01')).toBe(true);
});

test('where the source names no hour the last day counts to its end', () => {
  const whole = computeTerm({ ...RULE, wholeDay: true }, '2026-09-01');
  expect(whole).toMatchObject({ cutOff: '23:59', wholeDay: true });
  expect(isWithin(whole, '2026-10-05', '23:59:59')).toBe(true);
  expect(isLate(whole, '2026-10-06', '00:00:00')).toBe(true);
  expect(whole.reasons.map((each) => each.code)).toContain('wholeDay');
  expect(checkRule({ ...RULE, wholeDay: true, cutOff: '12:00' }).map((each) => each.code)).toEqual([
    'TERM-04',
  ]);
});

test('an act that names an hour sets it; one that names a day alone leaves the whole day', () => {
  const moved = {
    kind: 'extension',
    act: 'Decreto n. 2',
    actDate: '2026-10-01',
    knownOn: '2026-10-01',
  } as const;
  const whole = { ...RULE, wholeDay: true } as const;
  const byDay = computeTerm(whole, '2026-09-01', [{ ...moved, newEnd: '2026-10-20' }]);
  expect(isWithin(byDay, '2026-10-20', '23:59:30')).toBe(true);
  const byHour = computeTerm(whole, '2026-09-01', [{ ...moved, newEnd: '2026-10-20', newCutOff: '23:59' }]);
  expect(isLate(byHour, '2026-10-20', '23:59:30')).toBe(true);
});

test('33 seconds after noon are late for a term of noon', () => {
  const noon = computeTerm({ ...RULE, cutOff: '12:00' }, '2026-09-01');
  expect(isWithin(noon, '2026-10-05', '12:00:00')).toBe(true);
  expect(isLate(noon, '2026-10-05', '12:00:33')).toBe(true);
});

test('two minutes after midnight are late, whatever a platform may tolerate', () => {
  expect(isLate(computeTerm({ ...RULE, date: '2023-03-24' }, '2023-01-20'), '2023-03-25', '00:02:02')).toBe(
    true,
  );
});

test('an hour without seconds means the full minute', () => {
  expect(isWithin(term, '2026-10-05', '23:59')).toBe(true);
});

test('parts of a second are dropped', () => {
  expect(isWithin(term, '2026-10-05', '23:59:00.900')).toBe(true);
});

test('an act known only by its date is in time on the last day, with a doubt, and late on the day after', () => {
  expect(judge(term, '2026-10-05')).toEqual({ late: false, certain: false, why: 'dayOnly' });
  expect(judge(term, '2026-10-04')).toEqual({ late: false, certain: true, why: 'inTime' });
  expect(judge(term, '2026-10-06')).toEqual({ late: true, certain: true, why: 'afterEnd' });
});

test('hours of the night on which they come twice compare as written', () => {
  const night = computeTerm({ ...RULE, date: '2026-10-25', cutOff: '02:30' }, '2026-09-01');
  expect(isWithin(night, '2026-10-25', '02:30:00')).toBe(true);
  expect(isLate(night, '2026-10-25', '02:30:01')).toBe(true);
});
