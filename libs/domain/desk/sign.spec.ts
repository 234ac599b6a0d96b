import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { admitted } from '#domain/application/case/made-up-facts.js';
import { glanceOfHistory, madeUpAsked, madeUpGlance, madeUpTerm } from './made-up-glances.js';
import { shownTerm, signOf } from './sign.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

test.each([
  ['2027-03-19', 'week'],
  ['2027-03-18', 'onTime'],
  ['2027-03-25', 'week'],
  ['2027-03-26', 'today'],
  ['2027-03-27', 'late'],
] as const)('work by Friday 26 March, looked at on %s: %s', (today, sign) => {
  expect(signOf(madeUpGlance(), today)).toBe(sign);
});

test('of the union’s turn the sign is the same: by today is today', () => {
  expect(signOf(madeUpGlance({ party: 'union', roles: ['deskOfficer'] }), '2027-03-26')).toBe('today');
});

test('others decide, the clock stands still, all is over', () => {
  const idle = { terms: [], asked: [] };
  expect(signOf(madeUpGlance({ ...idle, party: 'funder' }), '2027-03-26')).toBe('waiting');
  expect(signOf(madeUpGlance({ ...idle, party: 'funder', suspended: true }), '2027-03-26')).toBe('suspended');
  expect(signOf(madeUpGlance({ ...idle, outcome: 'done' }), '2027-03-26')).toBe('done');
  expect(signOf(madeUpGlance({ outcome: 'closed' }), '2027-03-26')).toBe('closed');
});

test('clarifications that stop the clock and run themselves are no rest', () => {
  const asked = admitted().milestone('clarificationRequested', '2024-07-24');
  const glance = glanceOfHistory(send, asked);
  expect(glance.suspended).toBe(true);
  expect(['week', 'today', 'late']).toContain(signOf(glance, '2024-07-25'));
});

test('a term that passed and may be put right is late, until the funder is asked', () => {
  const passed = madeUpTerm({ status: 'lapsed' });
  expect(signOf(madeUpGlance({ terms: [passed] }), '2027-03-30')).toBe('late');
  expect(shownTerm(madeUpGlance({ terms: [passed] }))).toBe(passed);
  expect(signOf(madeUpGlance({ terms: [passed], party: 'funder' }), '2027-03-30')).toBe('waiting');
});

test('a term that passed while a paper waits for the office is late too: it is the office’s to be in a hurry', () => {
  const asked = [madeUpAsked({ kind: 'document', status: 'inReview', upTo: ['deskOfficer'] })];
  const terms = [madeUpTerm({ status: 'lapsed' })];
  expect(signOf(madeUpGlance({ party: 'union', asked, terms }), '2027-03-30')).toBe('late');
});

test('what only elapses is shown, and nobody is late with it', () => {
  const maintenance = madeUpTerm({ ours: false, safeEnd: '2027-03-20', end: '2027-03-20' });
  const glance = madeUpGlance({ terms: [maintenance] });
  expect(shownTerm(glance)).toBe(maintenance);
  expect(signOf(glance, '2027-03-26')).toBe('onTime');
});
