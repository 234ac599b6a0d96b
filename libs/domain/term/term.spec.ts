import type { LocalDate } from '#domain/calendar/local-date.js';
import { computeTerm, rollOverByDefault, type TermRule, termOf, termReasonInWords } from './term.js';

const RULE: TermRule = {
  starts: 'admission.notified',
  unit: 'days',
  amount: 5,
  direction: 'forward',
  rollOver: true,
  cutOff: '23:59',
  zone: 'Europe/Rome',
};

function fixed(date: LocalDate, more: Partial<TermRule> = {}): TermRule {
  const { amount: _, ...rule } = RULE;
  return { ...rule, unit: 'fixed', date, rollOver: rollOverByDefault('fixed'), ...more };
}

function codes(rule: TermRule, start: LocalDate): string[] {
  return computeTerm(rule, start).reasons.map((reason) => reason.code);
}

describe('days with roll-over', () => {
  test('five days from 29 September 2026 end on Monday 5 October, to be worked by Friday 2', () => {
    expect(computeTerm(RULE, '2026-09-29')).toMatchObject({
      start: '2026-09-29',
      end: '2026-10-05',
      cutOff: '23:59',
      instant: '2026-10-05T21:59:00Z',
      safeEnd: '2026-10-02',
      history: [{ end: '2026-10-05', cutOff: '23:59', by: 'rule' }],
      problems: [],
    });
  });

  test('five days from Tuesday 23 March 2027 end on Easter and roll to Tuesday 30, to be worked by Friday 26', () => {
    const term = computeTerm(RULE, '2027-03-23');
    expect(term).toMatchObject({ end: '2027-03-30', instant: '2027-03-30T21:59:00Z', safeEnd: '2027-03-26' });
    expect(term.reasons).toContainEqual({
      code: 'rolledOver',
      from: '2027-03-28',
      to: '2027-03-30',
      holiday: 'Pasqua',
    });
  });

  test.each<[LocalDate, number, LocalDate, LocalDate, string]>([
    ['2025-04-16', 5, '2025-04-22', '2025-04-18', 'Easter Monday moves it'],
    ['2026-03-31', 5, '2026-04-07', '2026-04-03', 'Easter and its Monday move it'],
    ['2026-09-29', 5, '2026-10-05', '2026-10-02', 'a Sunday that is also 4 October moves it'],
    ['2026-12-20', 5, '2026-12-28', '2026-12-24', 'Christmas, Santo Stefano and a Sunday move it'],
    ['2024-12-27', 5, '2025-01-02', '2024-12-31', 'New Year moves it into the next year'],
    ['2025-08-13', 90, '2025-11-11', '2025-11-11', 'ninety days are counted by date over the change of hour'],
    ['2027-09-29', 5, '2027-10-05', '2027-10-01', 'San Francesco on a Monday moves it'],
    ['2024-09-29', 5, '2024-10-04', '2024-10-04', 'San Francesco before 2026 moves nothing'],
    ['2026-10-05', 5, '2026-10-10', '2026-10-09', 'a Saturday moves nothing'],
    ['2027-12-01', 5, '2027-12-06', '2027-12-06', 'the patron day of Rivello moves nothing'],
  ])('from %s, %d days end on %s and are worked by %s: %s', (start, amount, end, safeEnd, _why) => {
    expect(computeTerm({ ...RULE, amount }, start)).toMatchObject({ end, safeEnd });
  });

  test('the cap of 31 March 2026 cuts 180 days from 27 November 2025', () => {
    const rule = { ...RULE, amount: 180, cap: '2026-03-31' } as const;
    expect(computeTerm({ ...RULE, amount: 180 }, '2025-11-27').end).toBe('2026-05-26');
    const term = computeTerm(rule, '2025-11-27');
    expect(term).toMatchObject({ end: '2026-03-31', instant: '2026-03-31T21:59:00Z', safeEnd: '2026-03-31' });
    expect(term.reasons).toContainEqual({ code: 'capped', from: '2026-05-26', to: '2026-03-31' });
  });

  test('a roll-over never passes the cap', () => {
    expect(computeTerm({ ...RULE, cap: '2026-10-04' }, '2026-09-29')).toMatchObject({
      end: '2026-10-04',
      safeEnd: '2026-10-02',
    });
  });

  test('without roll-over the end stays on the holiday', () => {
    const rule = { ...RULE, rollOver: false };
    expect(computeTerm(rule, '2026-09-29')).toMatchObject({ end: '2026-10-04', safeEnd: '2026-10-02' });
    expect(codes(rule, '2026-09-29')).toContain('keptOnHoliday');
  });
});

describe('working days', () => {
  test.each([
    ['2025-12-15', '2026-01-16'],
    ['2026-08-03', '2026-08-31'],
    ['2026-09-28', '2026-10-26'],
  ] as const)('twenty from %s end on %s, which is also the day to work by', (start, end) => {
    expect(computeTerm({ ...RULE, unit: 'workingDays', amount: 20 }, start)).toMatchObject({
      end,
      safeEnd: end,
    });
  });
});

describe('months', () => {
  test('a month that lacks the day ends on its last day', () => {
    const rule = { ...RULE, unit: 'months', amount: 1 } as const;
    expect(computeTerm(rule, '2026-08-31').end).toBe('2026-09-30');
    expect(computeTerm(rule, '2028-01-31').end).toBe('2028-02-29');
    expect(codes(rule, '2026-08-31')).toContain('lastOfMonth');
    expect(codes(rule, '2026-08-30')).not.toContain('lastOfMonth');
  });

  test('months end on the same day, and roll over like days', () => {
    const rule = { ...RULE, unit: 'months', amount: 8 } as const;
    expect(computeTerm(rule, '2026-01-15').end).toBe('2026-09-15');
    expect(computeTerm(rule, '2026-02-04').end).toBe('2026-10-05');
  });
});

describe('the hour of the last day', () => {
  test.each([
    ['2026-03-28', '2026-03-28T22:59:00Z'],
    ['2026-03-29', '2026-03-29T21:59:00Z'],
    ['2026-10-24', '2026-10-24T21:59:00Z'],
    ['2026-10-25', '2026-10-25T22:59:00Z'],
    ['2027-03-28', '2027-03-28T21:59:00Z'],
  ] as const)('23:59 of %s is the instant %s', (date, instant) => {
    expect(computeTerm(fixed(date), '2026-01-07').instant).toBe(instant);
  });

  test('a call that closes at noon or at 14:00 ends at that hour', () => {
    expect(computeTerm(fixed('2022-05-16', { cutOff: '14:00' }), '2022-04-01').instant).toBe(
      '2022-05-16T12:00:00Z',
    );
  });

  test('refuses an hour that daylight saving skips on the last day', () => {
    const rule = fixed('2027-03-28', { cutOff: '02:30' });
    expect(termOf(rule, '2027-03-01')).toMatchObject({ state: 'refused', problems: [{ code: 'TERM-05' }] });
    expect(computeTerm(rule, '2027-03-01').problems).toMatchObject([{ code: 'TERM-05' }]);
  });

  test('ends at the first of two equal hours, and says so', () => {
    const rule = fixed('2026-10-25', { cutOff: '02:30' });
    expect(computeTerm(rule, '2026-10-01').instant).toBe('2026-10-25T00:30:00Z');
    expect(codes(rule, '2026-10-01')).toContain('doubledHour');
  });
});

describe('dates that the call itself sets', () => {
  test.each<[LocalDate, LocalDate, string]>([
    ['2024-11-24', '2024-11-22', 'the Sunday on which ANSC closed'],
    ['2024-09-22', '2024-09-20', 'the Sunday on which its first window closed'],
    ['2024-11-30', '2024-11-29', 'the Saturday on which pagoPA was to close'],
  ])('%s stays where it is and is worked by %s: %s', (date, safeEnd, _why) => {
    expect(computeTerm(fixed(date), '2024-07-23')).toMatchObject({ end: date, safeEnd });
  });

  test('roll-over is off for fixed dates and on for counted terms', () => {
    expect(rollOverByDefault('fixed')).toBe(false);
    expect((['days', 'workingDays', 'months'] as const).map(rollOverByDefault)).toEqual([true, true, true]);
  });
});

describe('backward terms', () => {
  const rule = { ...RULE, amount: 7, direction: 'backward' } as const;

  test('never move later: a holiday anticipates them', () => {
    // Seven days before Sunday 11 October 2026 is Sunday 4.
    const term = computeTerm(rule, '2026-10-11');
    expect(term).toMatchObject({ end: '2026-10-03', safeEnd: '2026-10-02' });
    expect(term.reasons).toContainEqual(expect.objectContaining({ code: 'anticipated', to: '2026-10-03' }));
  });

  test('count back days, working days and months', () => {
    expect(computeTerm(rule, '2026-10-15').end).toBe('2026-10-08');
    expect(computeTerm({ ...rule, unit: 'workingDays', amount: 1 }, '2027-03-30').end).toBe('2027-03-26');
    expect(computeTerm({ ...rule, unit: 'months', amount: 1 }, '2026-03-31').end).toBe('2026-02-28');
  });
});

describe('the strict reading', () => {
  test('the earliest of the quoted readings sets the safe end and judges nothing', () => {
    const rule: TermRule = {
      ...RULE,
      amount: 120,
      readings: [{ amount: 90 }, { unit: 'months', amount: 4 }],
    };
    const term = computeTerm(rule, '2026-01-07');
    expect(term).toMatchObject({ end: '2026-05-07', safeEnd: '2026-04-07' });
    expect(term.reasons).toContainEqual({
      code: 'otherReading',
      strictEnd: '2026-04-07',
      unit: 'days',
      amount: 90,
    });
  });

  test('a reading that runs from another event counts once that day is known', () => {
    const rule: TermRule = { ...RULE, amount: 180, readings: [{ starts: 'decree.published' }] };
    expect(computeTerm(rule, '2026-02-10').safeEnd).toBe('2026-08-07');
    expect(computeTerm(rule, '2026-02-10', [], { 'decree.published': '2026-02-02' }).safeEnd).toBe(
      '2026-07-31',
    );
  });

  test('a later reading never makes the safe end later', () => {
    expect(computeTerm({ ...RULE, readings: [{ amount: 10 }] }, '2026-09-29').safeEnd).toBe('2026-10-02');
  });

  test('may lie before the start, when there is no working day left', () => {
    expect(computeTerm({ ...RULE, amount: 1 }, '2026-10-10')).toMatchObject({
      end: '2026-10-12',
      safeEnd: '2026-10-09',
    });
  });
});

describe('wrong rules and terms that do not run', () => {
  test('a term without a start has not started', () => {
    expect(termOf(RULE, undefined)).toEqual({ state: 'notStarted', starts: 'admission.notified' });
  });

  test('a term with a start runs', () => {
    expect(termOf(RULE, '2026-09-29')).toMatchObject({ state: 'running', term: { end: '2026-10-05' } });
  });

  test.each([
    ['TERM-02', { amount: 0 }],
    ['TERM-02', { amount: -5 }],
    ['TERM-02', { amount: 1.5 }],
    ['TERM-02', { amount: 1e9 }],
    ['TERM-02', { amount: undefined }],
    ['TERM-02', { readings: [{ amount: 0 }] }],
    ['TERM-03', { unit: 'fixed' }],
    ['TERM-01', { unit: 'fixed', date: '2026-02-30' }],
    ['TERM-01', { cap: '2026-13-01' }],
    ['TERM-04', { cutOff: '24:00' }],
    ['TERM-04', { cutOff: '23:59:59' }],
    ['TERM-04', { cutOff: 'noon' }],
  ] as const)('refuses with %s a rule with %j', (code, more) => {
    const rule: TermRule = { ...RULE, ...more };
    expect(termOf(rule, '2026-09-29')).toMatchObject({ state: 'refused', problems: [{ code }] });
    expect(() => computeTerm(rule, '2026-09-29')).toThrow(code);
  });

  test('refuses a start that the calendar lacks', () => {
    expect(termOf(RULE, '2026-02-29')).toMatchObject({ state: 'refused', problems: [{ code: 'TERM-01' }] });
  });

  test('flags an end that a cap puts before the start', () => {
    expect(codes({ ...RULE, cap: '2026-03-31' }, '2026-04-10')).toContain('endsBeforeStart');
  });
});

test('says its reasons in Italian and in English', () => {
  const { reasons } = computeTerm(RULE, '2026-09-29');
  expect(reasons.map((reason) => termReasonInWords(reason, 'en'))).toEqual([
    '5 days from Tuesday 29 September 2026, which is not counted: Sunday 4 October 2026.',
    "Sunday 4 October 2026 does not count (San Francesco d'Assisi): the term moves to Monday 5 October 2026 (art. 2963 c.c.).",
    'At 23:59:00 exactly; one second later is late (Cons. Stato 8546/2024).',
    'Work by Friday 2 October 2026, the last working day not later than Sunday 4 October 2026.',
  ]);
  expect(reasons.map((reason) => termReasonInWords(reason, 'it'))).toEqual([
    '5 giorni da martedì 29 settembre 2026, che non si conta: domenica 4 ottobre 2026.',
    "Domenica 4 ottobre 2026 non vale (San Francesco d'Assisi): il termine passa a lunedì 5 ottobre 2026 (art. 2963 c.c.).",
    'Entro le 23:59:00 esatte, un secondo dopo è tardi (Cons. Stato 8546/2024).',
    'Data di lavoro: venerdì 2 ottobre 2026, ultimo giorno lavorativo entro domenica 4 ottobre 2026.',
  ]);
});
