import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { admitted, History, participating } from '#domain/application/case/made-up-facts.js';
import type { MoneyKind } from '#domain/money/money-kind.js';
import { isToSign } from './glance.js';
import { glanceOfHistory } from './made-up-glances.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

const decreed = () =>
  admitted()
    .milestone('cup', '2024-07-26', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-09-30', { data: { decreeNumber: '137', decreedCents: 2_300_000 } });

const paid = () =>
  decreed()
    .filed('awardAct', '2024-10-10')
    .reviewed('awardAct', '2024-10-11')
    .milestone('contract', '2024-10-20', { data: { contractDate: '2024-10-18', cig: 'A0123456789' } })
    .milestone('completion', '2025-02-01')
    .milestone('verification', '2025-03-01', { outcome: 'positive' })
    .filed('cre', '2025-03-02')
    .reviewed('cre', '2025-03-03')
    .filed('annex5', '2025-03-02')
    .reviewed('annex5', '2025-03-03')
    .milestone('paymentRequest', '2025-03-05')
    .milestone('payment', '2025-09-01', { data: { paidCents: 2_299_900 } });

test.each([
  ['estimated before the official sending', participating(), 'estimated', 2_314_700],
  ['requested once it was sent', admitted(), 'requested', 2_314_700],
  ['decreed as the decree says', decreed(), 'decreed', 2_300_000],
  ['collected as the accounts say', paid(), 'collected', 2_299_900],
] as const)('the amount is %s', (_name, history, word, cents) => {
  expect(glanceOfHistory(send, history).amount).toEqual({ word, cents });
});

test('an amount is what its mark says, whoever records the act; what comes in parts adds up', () => {
  const { stages } = send;
  const marked = (money: MoneyKind): CallDefinition => ({
    ...send,
    stages: stages.map((stage) => ({
      ...stage,
      requirements: stage.requirements.map((each) =>
        each.kind === 'milestone' && each.id === 'decree'
          ? { ...each, fields: each.fields.map((field) => ({ ...field, ...(field.money && { money }) })) }
          : each,
      ),
    })),
  });
  const first = glanceOfHistory(marked('advance'), decreed());
  expect(first.amount).toEqual({ word: 'collected', cents: 2_300_000 });
  const parts = glanceOfHistory(marked('advance'), paid());
  expect(parts.amount).toEqual({ word: 'collected', cents: 2_300_000 + 2_299_900 });
  const own = glanceOfHistory(marked('ownFunds'), decreed());
  expect(own.amount).toEqual({ word: 'requested', cents: 2_314_700 });
});

test('a corrected decree counts, the wrong one does not', () => {
  const history = decreed();
  const wrong = history.facts.at(-1)?.id ?? '';
  history.milestone('decree', '2024-09-30', {
    data: { decreeNumber: '137', decreedCents: 2_200_000 },
    corrects: wrong,
  });
  expect(glanceOfHistory(send, history).amount.cents).toBe(2_200_000);
});

test('what the CUP waits for, whose turn it is and by when', () => {
  expect(glanceOfHistory(send, admitted())).toMatchObject({
    party: 'comune',
    roles: ['referent', 'rup'],
    outcome: 'running',
    terms: [{ id: 'cupEntry', official: true, ours: true, end: '2024-07-29', safeEnd: '2024-07-26' }],
    asked: [{ requirement: 'cup', status: 'missing', ours: true, upTo: ['referent', 'rup'] }],
  });
});

test('while the funder decides nothing is asked of the comune, and the weekly look is kept', () => {
  const history = participating();
  history.facts.push(...admitted().facts.slice(history.facts.length, -1));
  history.add('outside.checked', '2024-06-24', { stage: 'admission' });
  const glance = glanceOfHistory(send, history);
  expect(glance.party).toBe('funder');
  expect(glance.asked.filter((each) => each.ours)).toEqual([]);
  expect(glance.outside).toMatchObject({ since: '2024-06-03', checked: '2024-06-24' });
});

test('an end that was done is done; a no, a withdrawal and a closing came to nothing', () => {
  const done = paid()
    .milestone('collection', '2025-09-05', { data: { collectionNumber: '1' } })
    .milestone('maintenanceEnd', '2030-12-31');
  const no = new History().opened('2024-05-08').milestone('participation', '2024-05-14', { outcome: 'no' });
  const withdrawn = admitted()
    .milestone('withdrawalRequested', '2024-07-24')
    .milestone('withdrawalDecreed', '2024-08-20');
  const closed = admitted().add('application.closed', '2024-07-25', {});
  expect([done, no, withdrawn, closed].map((each) => glanceOfHistory(send, each).outcome)).toEqual([
    'done',
    'closed',
    'closed',
    'closed',
  ]);
});

test('a paper in review names its version; one sent back names the fact with the reason', () => {
  const filed = participating().filed('participationAct', '2024-05-20', '09:41:00');
  expect(glanceOfHistory(send, filed).asked[0]).toMatchObject({
    requirement: 'participationAct',
    status: 'inReview',
    document: { on: '2024-05-20', at: '09:41', by: 'giulia' },
  });
  const returned = filed.reviewed('participationAct', '2024-05-21', 'returned');
  expect(glanceOfHistory(send, returned).asked[0]).toMatchObject({
    status: 'returned',
    because: returned.facts.at(-1)?.id,
  });
});

test('a paper of the mayor is to be signed until it is filed', () => {
  const prepared = () =>
    participating()
      .filed('participationAct', '2024-05-20')
      .reviewed('participationAct', '2024-05-21')
      .filed('serviceList', '2024-05-20')
      .reviewed('serviceList', '2024-05-21');
  const signed = prepared().filed('signedApplication', '2024-05-22');
  const histories = [participating(), prepared(), signed, admitted()];
  expect(histories.map((each) => isToSign(glanceOfHistory(send, each)))).toEqual([false, true, false, false]);
});

const cannot = () =>
  admitted().add('reminder.answered', '2024-07-24', {
    answer: 'cannot',
    person: 'giulia',
    term: 'cupEntry',
    round: 1,
  });
const call = (outcome: 'reached' | 'noAnswer') => ({ kind: 'phone', officeOnly: false, outcome }) as const;

test('who cannot is called, until a call reaches somebody, and again when the reason comes back', () => {
  const history = cannot();
  expect(glanceOfHistory(send, history).answers).toMatchObject([{ answer: 'cannot', person: 'giulia' }]);
  history.add('talk.logged', '2024-07-24', { ...call('noAnswer'), about: { term: 'cupEntry' } });
  expect(glanceOfHistory(send, history).answers).toHaveLength(1);
  history.add('talk.logged', '2024-07-24', { ...call('reached'), about: { term: 'cupEntry' } });
  expect(glanceOfHistory(send, history).answers).toEqual([]);
  history.add('reminder.answered', '2024-07-25', {
    answer: 'cannot',
    person: 'giulia',
    term: 'cupEntry',
    round: 1,
  });
  expect(glanceOfHistory(send, history).answers).toHaveLength(1);
});

test('a call about something else, or with somebody else about nothing, leaves the answer open', () => {
  const about = cannot().add('talk.logged', '2024-07-24', {
    ...call('reached'),
    about: { requirement: 'cupSheet' },
  });
  const other = cannot().add('talk.logged', '2024-07-24', { ...call('reached'), person: 'antonio' });
  const same = cannot().add('talk.logged', '2024-07-24', { ...call('reached'), person: 'giulia' });
  expect([about, other, same].map((each) => glanceOfHistory(send, each).answers.length)).toEqual([1, 1, 0]);
});

test('an answer ends with what it was about', () => {
  const history = cannot().milestone('cup', '2024-07-26', { data: { cup: 'J81F22003840006' } });
  expect(glanceOfHistory(send, history).answers).toEqual([]);
});
