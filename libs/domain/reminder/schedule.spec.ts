import { reminderSchedule } from './schedule.js';
import type { ReminderStep, ScheduleInput } from './reminder-step.js';

const open = () => false;
const lines = (steps: ReminderStep[]) =>
  steps.map((s) => `${s.at.date} ${s.at.time} ${s.step} ${s.to.join('+')} ${s.tone}`);
const input = (part: Partial<ScheduleInput> & Pick<ScheduleInput, 'safeEnd'>): ScheduleInput => ({
  start: { date: '2027-01-04' },
  end: part.safeEnd,
  knownSince: { date: '2027-01-04', time: '09:00:00' },
  isClosed: open,
  ...part,
});

describe('the CUP of Rivello over Easter (type A)', () => {
  // PEC of Tuesday 23 March 2027, 11:02; five days end on Easter Sunday, so people work until Friday 26.
  const cup = {
    start: { date: '2027-03-23', time: '11:02:00' },
    safeEnd: '2027-03-26',
    end: '2027-03-28',
    isClosed: open,
  } as const;

  test('writes at once, every working day, three times on the last, and never behind the back of the referent', () => {
    const known = { date: '2027-03-23', time: '11:30:00' } as const;
    expect(lines(reminderSchedule('A', { ...cup, knownSince: known }))).toEqual([
      '2027-03-23 11:30 start referent+rup 4',
      '2027-03-24 08:00 half.secretary secretary 3',
      '2027-03-24 08:00 -2 referent+rup 4',
      '2027-03-25 07:45 -1.office deskOfficer 3',
      '2027-03-25 08:00 -1 referent+rup 3',
      '2027-03-25 08:00 -1.legalRepresentative legalRepresentative 3',
      '2027-03-26 08:00 0 referent+rup 3',
      '2027-03-26 12:00 0T12 referent+rup 3',
      '2027-03-26 16:00 0T16 referent+rup 3',
    ]);
  });

  test('registered on the last morning, still tells the secretary, the mayor and the office that day', () => {
    const known = { date: '2027-03-26', time: '08:05:00' } as const;
    expect(lines(reminderSchedule('A', { ...cup, knownSince: known }))).toEqual([
      '2027-03-26 08:05 start referent+rup 4',
      '2027-03-26 12:00 half.secretary secretary 3',
      '2027-03-26 12:00 -1.legalRepresentative legalRepresentative 3',
      '2027-03-26 12:00 -1.office deskOfficer 3',
      '2027-03-26 12:00 0T12 referent+rup 3',
      '2027-03-26 16:00 0T16 referent+rup 3',
    ]);
  });

  test('registered late on the day before the last, the office telephones the morning after the first e-mail', () => {
    const known = { date: '2027-03-25', time: '09:30:00' } as const;
    expect(lines(reminderSchedule('A', { ...cup, knownSince: known }))).toEqual([
      '2027-03-25 09:30 start referent+rup 4',
      '2027-03-26 07:45 -1.office deskOfficer 3',
      '2027-03-26 08:00 half.secretary secretary 3',
      '2027-03-26 08:00 -1.legalRepresentative legalRepresentative 3',
      '2027-03-26 08:00 0 referent+rup 3',
      '2027-03-26 12:00 0T12 referent+rup 3',
      '2027-03-26 16:00 0T16 referent+rup 3',
    ]);
  });

  test('names in the step before whom it tells next, and on which day', () => {
    const known = { date: '2027-03-23', time: '11:30:00' } as const;
    const steps = reminderSchedule('A', { ...cup, knownSince: known });
    expect(steps.find((s) => s.step === 'start')).toMatchObject({
      immediate: true,
      announces: [{ to: ['secretary'], on: '2027-03-24' }],
    });
    expect(steps.find((s) => s.step === '-2')?.announces).toEqual([
      { to: ['legalRepresentative'], on: '2027-03-25' },
    ]);
  });

  test.each([
    ['inside office hours', '2027-03-23', '17:59', '2027-03-23T17:59'],
    ['in the evening with three days left', '2027-03-23', '20:15', '2027-03-23T20:15'],
    ['at night with two days left', '2027-03-23', '22:00', '2027-03-24T07:00'],
    ['on Saturday, after the work-by date', '2027-03-27', '10:00', '2027-03-27T10:00'],
    ['on Easter before seven', '2027-03-28', '06:10', '2027-03-28T07:00'],
  ] as const)('sends its first e-mail %s', (_name, date, time, expected) => {
    const [first] = reminderSchedule('A', { ...cup, knownSince: { date, time } });
    expect(`${first?.at.date}T${first?.at.time}`).toBe(expected);
  });

  test('waits for Monday at eight when a weekend comes with more than three days left', () => {
    const [first] = reminderSchedule(
      'A',
      input({ safeEnd: '2027-01-13', knownSince: { date: '2027-01-09', time: '10:00' } }),
    );
    expect(first?.at).toEqual({ date: '2027-01-11', time: '08:00' });
  });
});

test('a sample check is told on days 0, 2, 5, 10, 15 and the last four of twenty (type B)', () => {
  // PEC of Monday 3 August 2026: twenty working days end on Monday 31.
  const steps = reminderSchedule(
    'B',
    input({
      start: { date: '2026-08-03' },
      safeEnd: '2026-08-31',
      knownSince: { date: '2026-08-03', time: '10:00' },
    }),
  );
  const people = steps.filter((s) => s.to.includes('rup'));
  expect(people.map((s) => `${s.step} ${s.at.date}`)).toEqual([
    'start 2026-08-03',
    '-18 2026-08-05',
    '-15 2026-08-10',
    '-10 2026-08-17',
    '-5 2026-08-24',
    '-3 2026-08-26',
    '-2 2026-08-27',
    '-1 2026-08-28',
    '0 2026-08-31',
  ]);
  expect(lines(steps.filter((s) => s.kind === 'escalation'))).toEqual([
    '2026-08-17 08:00 -10.secretary secretary 3',
    '2026-08-26 08:00 -3.legalRepresentative legalRepresentative 3',
  ]);
  expect(steps.filter((s) => s.to.includes('deskOfficer'))).toHaveLength(20);
});

test('the end of a call reminds by the inner date first, then by the official one (type C)', () => {
  const steps = reminderSchedule(
    'C',
    input({ safeEnd: '2027-03-31', start: { date: '2027-02-01' }, cutOff: '14:00' }),
  );
  expect(lines(steps)).toEqual([
    '2027-03-05 08:00 inner-10 referent 1',
    '2027-03-11 08:00 inner-5 referent 2',
    '2027-03-12 08:00 inner-2 referent 2',
    '2027-03-16 08:00 inner0 referent 4',
    '2027-03-19 08:00 inner+3.secretary secretary 3',
    '2027-03-26 08:00 -2 referent 3',
    '2027-03-30 08:00 -1 referent 3',
    '2027-03-31 08:00 0 referent 3',
    '2027-03-31 12:00 0T12 referent 3',
  ]);
});

test('a call that ends at noon gets no reminder at noon', () => {
  const steps = reminderSchedule('C', input({ safeEnd: '2027-03-31', cutOff: '12:00' }));
  expect(steps.map((s) => s.step)).not.toContain('0T12');
});

test('the mayor is written to about a call only when his signature is asked', () => {
  const to = reminderSchedule(
    'C',
    input({ safeEnd: '2027-03-31', asked: ['referent', 'legalRepresentative'] }),
  );
  expect(to[0]?.to).toEqual(['referent', 'legalRepresentative']);
});

test('a contract of ninety days tells secretary and mayor only near its end (type D)', () => {
  const steps = reminderSchedule('D', input({ safeEnd: '2027-04-02' }));
  expect(lines(steps)).toEqual([
    '2027-01-04 09:00 start rup+referent 1',
    '2027-02-01 08:00 -60 rup+referent 2',
    '2027-02-17 08:00 half rup+referent 2',
    '2027-03-03 08:00 -30 rup+referent 4',
    '2027-03-18 08:00 -15 rup+referent 4',
    '2027-03-18 08:00 -15.secretary secretary 3',
    '2027-03-26 08:00 -7 rup+referent 3',
    '2027-03-26 08:00 -7.legalRepresentative legalRepresentative 3',
    '2027-03-30 08:00 -3 rup+referent 3',
    '2027-04-01 08:00 -1 rup+referent 3',
    '2027-04-02 08:00 0 rup+referent 3',
  ]);
});

test('a paper is asked three times, then the office telephones (type E)', () => {
  const steps = reminderSchedule('E', input({ safeEnd: '2027-01-22', asked: ['accounts'] }));
  expect(lines(steps)).toEqual([
    '2027-01-19 08:00 -3 accounts 2',
    '2027-01-22 08:00 0 accounts 2',
    '2027-01-26 08:00 +2 accounts 3',
    '2027-01-28 07:45 +4.office deskOfficer 3',
  ]);
});

test('a yes or no is asked three times and then by telephone, within the day the answer is due (type F)', () => {
  expect(lines(reminderSchedule('F', input({ safeEnd: '2027-01-29' })))).toEqual([
    '2027-01-04 09:00 start legalRepresentative+secretary 1',
    '2027-01-11 08:00 +4 legalRepresentative+secretary 2',
    '2027-01-14 08:00 +7 legalRepresentative+secretary 3',
    '2027-01-15 07:45 +8.office deskOfficer 3',
  ]);
  expect(lines(reminderSchedule('F', input({ safeEnd: '2027-01-12' })))).toEqual([
    '2027-01-04 09:00 start legalRepresentative+secretary 1',
    '2027-01-11 08:00 +4 legalRepresentative+secretary 2',
    '2027-01-12 07:45 +8.office deskOfficer 3',
  ]);
});

test('a silent approver is followed by the substitute, then by the office (type G)', () => {
  const steps = reminderSchedule('G', input({ safeEnd: '2027-01-29', asked: ['rup'] }));
  expect(lines(steps)).toEqual([
    '2027-01-04 09:00 start rup 1',
    '2027-01-07 08:00 +2 rup 4',
    '2027-01-11 08:00 +4.substitute secretary 3',
    '2027-01-13 07:45 +6.office deskOfficer 3',
  ]);
});

test('maintenance is one e-mail, one more after fifteen days, and two before a contract that ends early (type I)', () => {
  const steps = reminderSchedule('I', input({ safeEnd: '2027-12-31', contractEnds: '2027-10-31' }));
  expect(lines(steps)).toEqual([
    '2027-01-04 09:00 start referent 1',
    '2027-01-19 08:00 +15 referent 2',
    '2027-07-02 08:00 contract-120 referent 2',
    '2027-09-01 08:00 contract-60 referent 3',
  ]);
});

test('maintenance asks again each year on the same day, but not in the month in which it ends (type I)', () => {
  const start = { date: '2027-12-31' } as const;
  const knownSince = { date: '2027-06-01', time: '09:00:00' } as const;
  const steps = reminderSchedule('I', input({ start, knownSince, safeEnd: '2032-12-31' }));
  expect(steps.filter((each) => !each.step.endsWith('+15')).map((each) => [each.step, each.at.date])).toEqual(
    [
      ['start', '2027-12-31'],
      ['year1', '2028-12-29'],
      ['year2', '2029-12-31'],
      ['year3', '2030-12-31'],
      ['year4', '2031-12-31'],
    ],
  );
});

test('a step on the patron day moves to the working day before', () => {
  // San Nicola, 6 December 2027, is a Monday: the step of that day goes on Friday 3.
  const steps = reminderSchedule(
    'E',
    input({ safeEnd: '2027-12-09', isClosed: (date) => date.endsWith('-12-06') }),
  );
  expect(steps[0]).toMatchObject({ step: '-3', at: { date: '2027-12-03' } });
});

test('two steps that the patron day brings to one morning are one', () => {
  // The paper is wanted on San Nicola itself: the step of that day and the one three days before both fall on Friday 3.
  const steps = reminderSchedule(
    'E',
    input({ safeEnd: '2027-12-06', isClosed: (date) => date.endsWith('-12-06') }),
  );
  expect(
    steps.map((each) => `${each.step} ${each.at.date}`).filter((each) => each.includes('12-03')),
  ).toEqual(['0 2027-12-03']);
});

test('nobody reads the same thing twice within two working days of another e-mail about it', () => {
  const told = { safeEnd: '2027-01-08', lastTold: '2027-01-05', start: { date: '2027-01-04' } } as const;
  expect(reminderSchedule('D', input(told)).map((s) => s.step)).toEqual(['0']);
  expect(reminderSchedule('A', input(told)).map((s) => s.step)).toContain('-2');
});

test('no term, no reminders', () => {
  expect(reminderSchedule('none', input({ safeEnd: '2027-03-31' }))).toEqual([]);
});
