import { sendDefinition } from '../../../../test/support/send-definition.js';
import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import { nextDelivery } from '#domain/reminder/slots.js';
import { admitted } from '../case/made-up-facts.js';
import { decide } from './decide.js';
import { madeUpInput } from './made-up-input.js';

// The CUP is due on Sunday 28 July 2024, by law on Monday 29, and worked by Friday 26.
const at = (date: LocalDate, time: string) => epochMs(instantAt(date, time));

test('a date that was put right to an earlier one is told before the end, though the digest of the day has gone', () => {
  const send = sendDefinition();
  const terms = send.terms.map((term) =>
    term.id === 'cupEntry' ? { ...term, rule: { ...term.rule, cutOff: '14:00' } } : term,
  );
  const now = at('2024-07-26', '19:00');
  const wrong = {
    key: 'app/wrong/referent',
    kind: 'reminder',
    person: 'referent',
    state: 'sent',
    deliverAt: instantAt('2024-07-25', '08:00'),
    term: { id: 'cupEntry', round: 1, end: '2024-08-05', safeEnd: '2024-08-05' },
  } as const;
  const { messages } = decide(madeUpInput({ ...send, terms }, admitted(), now, { told: [wrong] }));
  const corrected = messages.find(({ kind }) => kind === 'dateCorrected');
  expect(corrected?.term).toEqual({
    id: 'cupEntry',
    round: 1,
    end: '2024-07-29',
    safeEnd: '2024-07-26',
    cutOff: '14:00',
    peremptory: true,
  });
  const pending = corrected === undefined ? [] : [{ ...corrected, id: 'a' }];
  const delivery = nextDelivery({ officer: false, mayor: false }, pending, ['2024-07-26T08:00'], now);
  // Monday's digest still comes before the end, at two.
  expect(delivery?.at).toBe(isoInstant(at('2024-07-29', '08:00')));
  const monday = nextDelivery(
    { officer: false, mayor: false },
    pending.map((each) => ({ ...each, deliverAt: instantAt('2024-07-29', '10:00') })),
    ['2024-07-29T08:00'],
    at('2024-07-29', '10:00'),
  );
  expect(monday?.at).toBe(isoInstant(at('2024-07-29', '10:02')));
});

test('a new reading of a rule tells the other day once, and catches up nothing of the days before', () => {
  const send = sendDefinition();
  // As it was read before: twenty days of Monday to Friday, until Monday 30 September 2024.
  const before = {
    ...send,
    interrupts: send.interrupts.map((each) =>
      each.id === 'sampleCheck' && each.term !== undefined
        ? { ...each, term: { ...each.term, rule: { ...each.term.rule, week: 'mondayToFriday' as const } } }
        : each,
    ),
  };
  const history = admitted().milestone('sampleCheckRequested', '2024-09-02');
  const now = at('2024-09-20', '12:00');
  const told = decide(madeUpInput(before, history, now)).messages.map(
    ({ key, kind, person, deliverAt, term }) => ({
      key,
      kind,
      person,
      state: 'sent' as const,
      deliverAt,
      ...(term === undefined ? {} : { term }),
    }),
  );
  const ofCheck = told.filter(({ term }) => term?.id === 'sampleCheckEnd');
  expect(new Set(ofCheck.map(({ term }) => term?.safeEnd))).toEqual(new Set(['2024-09-30']));
  const lastTold =
    ofCheck
      .map(({ deliverAt }) => deliverAt)
      .toSorted()
      .at(-1) ?? '';
  // Now Saturdays count: work by Wednesday 25.
  const { messages } = decide(madeUpInput(send, history, at('2024-09-20', '14:00'), { told }));
  const corrected = messages.filter(({ kind }) => kind === 'dateCorrected');
  expect(corrected.map(({ person }) => person).toSorted()).toEqual(
    [...new Set(ofCheck.map(({ person }) => person))].toSorted(),
  );
  // Only what is due on that very day.
  const others = messages.filter(
    ({ kind, term }) => kind !== 'dateCorrected' && term?.id === 'sampleCheckEnd',
  );
  expect(others.map(({ step, person }) => `${step} ${person}`).toSorted()).toEqual([
    '-3.legalRepresentative legalRepresentative',
    '-3.office deskOfficer',
  ]);
  expect(lastTold.slice(0, 10)).toBe('2024-09-20');
});

test('whoever was told no other day misses no step because another was', () => {
  const send = sendDefinition();
  const history = admitted().milestone('sampleCheckRequested', '2024-09-02');
  const now = at('2024-09-11', '12:00');
  const steps = (told: Parameters<typeof madeUpInput>[3]) =>
    decide(madeUpInput(send, history, now, told))
      .messages.filter(({ person, term }) => person === 'secretary' && term?.id === 'sampleCheckEnd')
      .map(({ step }) => step);
  const other = {
    key: 'app/other/rup',
    kind: 'reminder',
    person: 'rup',
    state: 'sent',
    deliverAt: instantAt('2024-09-11', '08:00'),
    term: { id: 'sampleCheckEnd', round: 1, end: '2024-10-10', safeEnd: '2024-10-10' },
  } as const;
  expect(steps({})).toContain('-10.secretary');
  expect(steps({ told: [other] })).toEqual(steps({}));
});
