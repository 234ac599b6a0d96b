import { holdersOf, type Membership } from '#domain/people/assignment.js';
import type { Seat } from '#domain/people/seat.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { MessageContent } from '#domain/reminder/message.js';
import { readCase } from '../case/case.js';
import { participating } from '../case/made-up-facts.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { isStillTheirs } from './still-theirs.js';

const history = participating();
const theCase = readCase(sendDefinition(), { call: [], application: history.facts });
const { applicant } = theCase.application;
const now = epochMs(instantAt('2024-09-06', '08:00'));
const from = '2020-01-01' as const;
const HELD: Membership[] = [
  { person: 'giulia', role: 'referent', body: applicant, from, to: '2024-09-05' },
  { person: 'paolo', role: 'referent', body: applicant, from: '2024-09-06' },
  { person: 'silvia', role: 'secretary', body: applicant, from },
  { person: 'nadia', role: 'referent', body: 'elsewhere', from },
  { person: 'marta', role: 'deskOfficer', body: 'union', from },
];
const absences = [
  { person: 'silvia', substitute: 'carlo', from: '2024-09-06' as const, to: '2024-09-06' as const },
];

function theirs(person: string, message: MessageContent, on = now) {
  const recipients = (seats: readonly Seat[], day: LocalDate) =>
    holdersOf({ unionBody: 'union', applicant, memberships: HELD, absences }, seats, day);
  return isStillTheirs({ person, ...message }, theCase, history.facts, recipients, on);
}

const reminder: MessageContent = { kind: 'reminder', body: {} };

test('whoever has left the case, or was never in it, is asked for nothing', () => {
  const people = ['giulia', 'paolo', 'silvia', 'nadia', 'marta'].filter((each) => theirs(each, reminder));
  expect(people).toEqual(['paolo', 'silvia', 'marta']);
});

test('who stands in for somebody is asked only while that lasts', () => {
  expect(theirs('carlo', reminder)).toBe(true);
  expect(theirs('carlo', reminder, epochMs(instantAt('2024-09-09', '08:00')))).toBe(false);
});

test('what is the office’s goes to whoever is of the office', () => {
  const round: MessageContent = { kind: 'officeRound', body: { stage: 'admission', since: '2024-09-01' } };
  expect(theirs('marta', round)).toBe(true);
  expect(theirs('paolo', round)).toBe(false);
});

test('whoever read a date hears that it was wrong, also after having left', () => {
  const body = { oldEnd: '2024-09-20', newEnd: '2024-10-31', toldOn: '2024-09-02' } as const;
  expect(theirs('giulia', { kind: 'dateCorrected', body })).toBe(true);
  expect(theirs('giulia', { kind: 'callNews', body: { news: 'withdrawn', about: 'fact' } })).toBe(true);
});
