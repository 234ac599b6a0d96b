import { computeTerm, type TermRule, termReasonInWords } from '#domain/term/term.js';
import { termRule } from './term-rule.js';

const RULE: Omit<TermRule, 'starts'> = {
  unit: 'workingDays',
  amount: 20,
  direction: 'forward',
  rollOver: false,
  cutOff: '23:59',
  zone: 'Europe/Rome',
};
const check = (rule: Partial<TermRule> = {}, official = true) =>
  computeTerm(termRule({ id: 'sampleCheckEnd', official, rule: { ...RULE, ...rule } }), '2026-08-03');

test('«giorni lavorativi» of an act that does not say which: Saturdays count for the day to work by only', () => {
  const term = check();
  // Delivered on 3 August 2026: Monday 31 judges, people work by Thursday 27.
  expect(term).toMatchObject({ end: '2026-08-31', safeEnd: '2026-08-27' });
  expect(term.reasons.map((each) => termReasonInWords(each, 'it'))).toContain(
    'Lettura più severa (20 giorni lavorativi contando anche i sabati): giovedì 27 agosto 2026.',
  );
});

test('an act that says which days it counts leaves no doubt', () => {
  expect(check({ week: 'mondayToFriday' })).toMatchObject({ end: '2026-08-31', safeEnd: '2026-08-31' });
  expect(check({ week: 'mondayToSaturday' })).toMatchObject({ end: '2026-08-27', safeEnd: '2026-08-27' });
});

test('days that the office gives itself are its own, and so is a count before an event', () => {
  expect(check({}, false).safeEnd).toBe('2026-08-31');
  const before = check({ direction: 'backward' });
  expect(before.safeEnd).toBe(before.end);
});

test('a suspension stops Saturdays too', () => {
  const stopped = computeTerm(termRule({ id: 'sampleCheckEnd', official: true, rule: RULE }), '2026-08-03', [
    {
      kind: 'suspension',
      act: 'Nota n. 1',
      actDate: '2026-08-07',
      knownOn: '2026-08-07',
      from: '2026-08-08',
      to: '2026-08-09',
    },
  ]);
  expect(stopped).toMatchObject({ end: '2026-08-31', safeEnd: '2026-08-28' });
});
