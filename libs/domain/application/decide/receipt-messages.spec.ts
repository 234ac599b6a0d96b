import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import type { FactOf } from '#domain/fact/fact.js';
import type { DecideInput } from './decision.js';
import { receiptMessages } from './receipt-messages.js';
import type { Seat } from '#domain/people/seat.js';
import type { Case } from '../case/case.js';

const RECORDED = instantAt('2027-03-26', '08:31');
const definition = {
  stages: [
    {
      party: 'comune',
      requirements: [{ kind: 'milestone', id: 'cup', from: ['referent', 'rup'], proof: true }],
    },
    {
      party: 'funder',
      requirements: [{ kind: 'milestone', id: 'decree', from: ['deskOfficer'], proof: true }],
    },
  ],
} as unknown as CallDefinition;

const theCase = { application: { applicant: 'rivello' } } as Case;

function receipts(
  fact: Partial<FactOf<'milestone.recorded'>> = {},
  body: Partial<FactOf<'milestone.recorded'>['body']> = {},
  minutesLater = 0,
): string[] {
  const input = {
    application: 'rivello',
    definition,
    recipients: (seats: readonly Seat[]) => seats.map(({ role, body }) => `the ${role} of ${body}`),
    now: epochMs(RECORDED) + minutesLater * 60_000,
  } as unknown as DecideInput;
  const recorded = {
    id: 'f',
    actor: 'giulia',
    recordedAt: RECORDED,
    body: { milestone: 'cup', data: {}, proof: 'paper', ...body },
    ...fact,
  } as FactOf<'milestone.recorded'>;
  return receiptMessages(recorded, theCase, input).map((each) => each.person);
}

test('who records an act of the comune with its proof gets a receipt', () => {
  expect(receipts()).toEqual(['giulia']);
});

test('what the office records for a comune is told to those whose act it was', () => {
  expect(receipts({ actor: 'marta', onBehalfOf: 'rivello' })).toEqual([
    'the referent of rivello',
    'the rup of rivello',
  ]);
});

test('nothing is confirmed that has no proof, that the funder did, or that was recorded long ago', () => {
  expect(receipts({}, { proof: undefined })).toEqual([]);
  expect(receipts({}, { milestone: 'decree' })).toEqual([]);
  expect(receipts({}, {}, 9)).toEqual(['giulia']);
  expect(receipts({}, {}, 11)).toEqual([]);
});
