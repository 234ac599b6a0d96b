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
