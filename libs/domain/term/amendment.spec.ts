import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Amendment, checkAmendment, computeTerm, isLate, judge, type TermRule, termOf } from './term.js';

const COUNTED: TermRule = {
  starts: 'letter.delivered',
  unit: 'days',
  amount: 30,
  direction: 'forward',
  rollOver: true,
  cutOff: '23:59',
  zone: 'Europe/Rome',
};

/** The call for SEND of May 2024: it was to close on 20 September and was extended to 6 December. */
const CALL: TermRule = {
  ...COUNTED,
  starts: 'call.opened',
  unit: 'fixed',
  date: '2024-09-20',
  rollOver: false,
};
const EXTENSION: Amendment = {
  kind: 'extension',
  act: 'Decreto n. 137/2024',
  actDate: '2024-09-18',
  knownOn: '2024-09-18',
  newEnd: '2024-12-06',
};

function suspension(from: LocalDate, to?: LocalDate): Amendment {
  return {
    kind: 'suspension',
    act: 'Richiesta di chiarimenti',
    actDate: from,
    knownOn: from,
    from,
    ...(to ? { to } : {}),
  };
}

describe('extensions', () => {
  test('a later end replaces the old one, which stays visible', () => {
    const term = computeTerm(CALL, '2024-05-07', [EXTENSION]);
    expect(term).toMatchObject({ end: '2024-12-06', instant: '2024-12-06T22:59:00Z', safeEnd: '2024-12-06' });
    expect(term.history).toEqual([
      { end: '2024-09-20', cutOff: '23:59', by: 'rule' },
      {
        end: '2024-12-06',
        cutOff: '23:59',
        by: 'extension',
        act: 'Decreto n. 137/2024',
        actDate: '2024-09-18',
        knownOn: '2024-09-18',
      },
    ]);
  });

  test('an act known only after the old end makes what was late be in time', () => {
    const late = { ...EXTENSION, actDate: '2024-09-20', knownOn: '2024-09-25' } as const;
    expect(isLate(computeTerm(CALL, '2024-05-07'), '2024-09-23', '10:00:00')).toBe(true);
    expect(isLate(computeTerm(CALL, '2024-05-07', [late]), '2024-09-23', '10:00:00')).toBe(false);
  });

  test('the three ends of 1.2 of July 2022 all stay visible', () => {
    const rule: TermRule = { ...CALL, date: '2022-09-30' };
    const ends = ['2022-10-28', '2023-01-13', '2023-02-10'] as const;
    const term = computeTerm(
      rule,
      '2022-07-25',
      ends.map((newEnd) => ({ ...EXTENSION, newEnd })),
    );
    expect(term.history.map((each) => each.end)).toEqual(['2022-09-30', ...ends]);
    expect(term.end).toBe('2023-02-10');
  });

  test('an end that the act names stays on a Sunday, and people still work by Friday', () => {
    const term = computeTerm(COUNTED, '2024-10-01', [{ ...EXTENSION, newEnd: '2024-11-24' }]);
    expect(term).toMatchObject({ end: '2024-11-24', safeEnd: '2024-11-22' });
  });

  test('an extension by days counts from the end in force and rolls over like the term', () => {
    const { newEnd: _, ...byDays } = { ...EXTENSION, days: 31 };
    // 30 days from 4 September 2026 end on Sunday 4 October, so on Monday 5; 31 more on Thursday 5 November.
    expect(computeTerm(COUNTED, '2026-09-04', [byDays])).toMatchObject({
      end: '2026-11-05',
      safeEnd: '2026-11-04',
    });
    expect(computeTerm(COUNTED, '2026-09-04', [{ ...byDays, days: 27 }]).end).toBe('2026-11-02');
  });

  test('a new hour on the same day extends too', () => {
    const term = computeTerm({ ...CALL, cutOff: '12:00' }, '2024-05-07', [
      { ...EXTENSION, newEnd: '2024-09-20', newCutOff: '23:59' },
    ]);
    expect(term).toMatchObject({ cutOff: '23:59', instant: '2024-09-20T21:59:00Z' });
    expect(term.history).toHaveLength(2);
  });

  test('an extension that ends earlier is refused and leaves the term as it was', () => {
    const earlier = { ...EXTENSION, newEnd: '2024-09-19' } as const;
    expect(termOf(CALL, '2024-05-07', [earlier])).toMatchObject({
      state: 'refused',
      problems: [{ code: 'TERM-07' }],
    });
    const term = computeTerm(CALL, '2024-05-07', [earlier]);
    expect(term).toMatchObject({ end: '2024-09-20', safeEnd: '2024-09-20', problems: [{ code: 'TERM-07' }] });
    expect(term.history).toHaveLength(1);
    expect(checkAmendment(term, earlier)?.message).toContain('2024-09-19');
    expect(checkAmendment(term, EXTENSION)).toBeUndefined();
  });

  test('an earlier hour on the same day is refused', () => {
    const earlier = { ...EXTENSION, newEnd: '2024-09-20', newCutOff: '12:00' } as const;
    expect(computeTerm(CALL, '2024-05-07', [earlier]).problems).toMatchObject([{ code: 'TERM-07' }]);
  });

  test('the cap holds against an extension, unless the act moves the cap too', () => {
    const rule: TermRule = { ...COUNTED, amount: 90, cap: '2026-03-31' };
    const beyond = { ...EXTENSION, newEnd: '2026-06-30' } as const;
    expect(computeTerm(rule, '2025-12-01', [beyond])).toMatchObject({
      end: '2026-03-31',
      safeEnd: '2026-03-31',
    });
    expect(computeTerm(rule, '2025-12-01', [{ ...beyond, newCap: '2026-06-30' }])).toMatchObject({
      end: '2026-06-30',
      safeEnd: '2026-06-30',
      cap: '2026-06-30',
    });
  });

  test.each([
    ['TERM-06', { newEnd: undefined }],
    ['TERM-01', { newEnd: '2024-11-31' }],
    ['TERM-04', { newCutOff: '25:00' }],
    ['TERM-05', { newEnd: '2027-03-28', newCutOff: '02:30' }],
    ['TERM-02', { newEnd: undefined, days: 0 }],
    ['TERM-08', { kind: 'suspension' }],
    ['TERM-08', { kind: 'suspension', from: '2024-09-10', to: '2024-09-09' }],
    ['TERM-07', { kind: 'reopening', newEnd: '2024-09-20' }],
  ] as const)('refuses with %s an act with %j', (code, more) => {
    const act: Amendment = { ...EXTENSION, ...more };
    const term = computeTerm(CALL, '2024-05-07', [act]);
    expect(term).toMatchObject({ end: '2024-09-20', problems: [{ code }] });
  });
});

describe('reopenings', () => {
  const REOPENING: Amendment = {
    kind: 'reopening',
    act: 'Decreto n. 20/2025',
    actDate: '2025-03-05',
    knownOn: '2025-03-06',
    from: '2025-03-07',
    newEnd: '2025-03-31',
  };
  const term = computeTerm({ ...CALL, date: '2025-02-17' }, '2025-01-07', [REOPENING]);

  test('a new window has its own end, and the old end stays visible', () => {
    expect(term).toMatchObject({ end: '2025-03-31', safeEnd: '2025-03-31' });
    expect(term.history.map((each) => [each.end, each.by])).toEqual([
      ['2025-02-17', 'rule'],
      ['2025-03-31', 'reopening'],
    ]);
  });

  test('an act between the windows is left to a person, not called late', () => {
    expect(judge(term, '2025-02-17', '23:59:00')).toEqual({ late: false, certain: true, why: 'inTime' });
    expect(judge(term, '2025-02-17', '23:59:01')).toEqual({
      late: false,
      certain: false,
      why: 'betweenWindows',
    });
    expect(judge(term, '2025-03-06')).toEqual({ late: false, certain: false, why: 'betweenWindows' });
    expect(judge(term, '2025-03-07', '00:00:00')).toEqual({ late: false, certain: true, why: 'inTime' });
    expect(judge(term, '2025-04-01')).toEqual({ late: true, certain: true, why: 'afterEnd' });
  });
});

describe('suspensions', () => {
  test('the clock stops and goes on, and the first day after the restart is counted', () => {
    // 1 to 9 September are nine days; the clock stands still on the 10th to the 19th; the 20th is the tenth day.
    expect(
      computeTerm({ ...COUNTED, amount: 10 }, '2026-08-31', [suspension('2026-09-10', '2026-09-19')]),
    ).toMatchObject({
      end: '2026-09-21',
      safeEnd: '2026-09-18',
    });
    const term = computeTerm(COUNTED, '2026-08-31', [suspension('2026-09-10', '2026-09-19')]);
    expect(term).toMatchObject({ end: '2026-10-10', safeEnd: '2026-10-09' });
    expect(term.history.map((each) => each.end)).toEqual(['2026-09-30', '2026-10-10']);
  });

  test('a term that starts during the suspension counts the first day after it', () => {
    // All administrative terms stood still from 1 May to 31 August 2023 (D.L. 61/2023, art. 4).
    const flood = suspension('2023-05-01', '2023-08-31');
    expect(computeTerm({ ...COUNTED, amount: 5 }, '2023-06-15', [flood]).end).toBe('2023-09-05');
    expect(computeTerm({ ...COUNTED, amount: 5 }, '2023-08-31', [flood]).end).toBe('2023-09-05');
  });

  test('working days do not count while the clock stands still', () => {
    const rule: TermRule = { ...COUNTED, unit: 'workingDays', amount: 5 };
    expect(computeTerm(rule, '2026-09-07', [suspension('2026-09-09', '2026-09-11')]).end).toBe('2026-09-17');
  });

  test('months and fixed dates move by the days of the suspension', () => {
    const stop = suspension('2026-03-01', '2026-03-10');
    expect(computeTerm({ ...COUNTED, unit: 'months', amount: 3 }, '2026-01-15', [stop]).end).toBe(
      '2026-04-27',
    );
    expect(computeTerm({ ...CALL, date: '2026-04-15' }, '2026-01-15', [stop]).end).toBe('2026-04-25');
  });

  test('overlapping suspensions stop the clock once', () => {
    const stops = [suspension('2026-09-10', '2026-09-19'), suspension('2026-09-15', '2026-09-24')];
    expect(computeTerm(COUNTED, '2026-08-31', stops).end).toBe('2026-10-15');
    expect(computeTerm(COUNTED, '2026-08-31', stops.toReversed()).end).toBe('2026-10-15');
  });

  test('a suspension given by its days is the same as one given by its last day', () => {
    const byDays = { ...suspension('2026-09-10'), days: 10 };
    expect(computeTerm(COUNTED, '2026-08-31', [byDays]).end).toBe('2026-10-10');
  });

  test('while it lasts nothing is late, and afterwards the rest of the term is left', () => {
    const term = computeTerm(COUNTED, '2026-08-31', [suspension('2026-09-10')]);
    expect(term).toMatchObject({ end: '2026-09-30', suspended: { since: '2026-09-10' } });
    expect(termOf(COUNTED, '2026-08-31', [suspension('2026-09-10')])).toMatchObject({ state: 'suspended' });
    expect(judge(term, '2026-11-30')).toEqual({ late: false, certain: false, why: 'suspended' });
    const after = computeTerm(COUNTED, '2026-08-31', [suspension('2026-09-10', '2026-11-30')]);
    expect(after.suspended).toBeUndefined();
    expect(after.end).toBe('2026-12-21');
  });

  test('a running suspension does not carry a term beyond its cap', () => {
    const term = computeTerm({ ...COUNTED, cap: '2026-10-31' }, '2026-08-31', [suspension('2026-09-10')]);
    expect(isLate(term, '2026-10-31', '23:59:00')).toBe(false);
    expect(isLate(term, '2026-10-31', '23:59:01')).toBe(true);
  });

  test('one that begins after the end, or meets a backward term, changes nothing and is told', () => {
    const backward = { ...COUNTED, direction: 'backward' } as const;
    for (const [rule, stop] of [
      [COUNTED, suspension('2026-10-01', '2026-10-10')],
      [backward, suspension('2026-08-10', '2026-08-12')],
    ] as const) {
      const term = computeTerm(rule, '2026-08-31', [stop]);
      expect(term.end).toBe(computeTerm(rule, '2026-08-31').end);
      expect(term.reasons.map((reason) => reason.code)).toContain('suspensionWithoutEffect');
    }
  });

  test('the safe end moves with the suspension and stays within the strictest reading', () => {
    const rule: TermRule = { ...COUNTED, readings: [{ amount: 20 }] };
    const term = computeTerm(rule, '2026-08-31', [suspension('2026-09-10', '2026-09-19')]);
    expect(term).toMatchObject({ end: '2026-10-10', safeEnd: '2026-09-30' });
  });

  test('an extension after a suspension names the end by itself', () => {
    const term = computeTerm(COUNTED, '2026-08-31', [
      suspension('2026-09-10', '2026-09-19'),
      { ...EXTENSION, newEnd: '2026-11-13' },
    ]);
    expect(term.end).toBe('2026-11-13');
    expect(term.history.map((each) => each.by)).toEqual(['rule', 'suspension', 'extension']);
  });
});
