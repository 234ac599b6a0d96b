import { History } from '#domain/application/case/made-up-facts.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';
import { approvalState } from './approval.js';

const base: ApprovalRequirement = {
  kind: 'approval',
  id: 'goAhead',
  label: 'via libera',
  order: 'parallel',
  rule: 'all',
  approvers: ['rup', 'accounts', 'secretary'],
  substitute: 'secretary',
};

class Answers extends History {
  by(role: Role, date: LocalDate, verdict: 'given' | 'returned' = 'given', requirement = 'goAhead'): this {
    return this.add('approval.answered', date, { approval: `${requirement}/${role}`, person: role, verdict });
  }
}

const state = (answers: Answers, more: Partial<ApprovalRequirement> = {}) =>
  approvalState({ ...base, ...more }, {}, answers.facts, { date: '2026-03-02' });

test('in parallel everybody is asked at once, and whoever answered is asked no more', () => {
  expect(state(new Answers())).toMatchObject({
    complete: false,
    waitingFor: ['rup', 'accounts', 'secretary'],
  });
  expect(state(new Answers().by('accounts', '2026-03-03'))).toMatchObject({
    complete: false,
    waitingFor: ['rup', 'secretary'],
  });
});

test('all must give their go-ahead', () => {
  const two = new Answers().by('secretary', '2026-03-03').by('rup', '2026-03-04');
  expect(state(two).complete).toBe(false);
  expect(state(two.by('accounts', '2026-03-05'))).toMatchObject({ complete: true, waitingFor: [] });
});

test('in sequence only the next one is asked', () => {
  const sequence = { order: 'sequence' } as const;
  expect(state(new Answers(), sequence).waitingFor).toEqual(['rup']);
  expect(state(new Answers().by('rup', '2026-03-03'), sequence).waitingFor).toEqual(['accounts']);
});

test('one answer is enough where any will do', () => {
  const any = { rule: 'any' } as const;
  expect(state(new Answers(), any).complete).toBe(false);
  expect(state(new Answers().by('secretary', '2026-03-03'), any)).toMatchObject({
    complete: true,
    waitingFor: [],
  });
});

test('a quorum of two is reached by two different approvers, not by one who answers twice', () => {
  const quorum = { rule: { quorum: 2 } };
  const twice = new Answers().by('rup', '2026-03-03').by('rup', '2026-03-04');
  expect(state(twice, quorum)).toMatchObject({ complete: false, waitingFor: ['accounts', 'secretary'] });
  expect(state(twice.by('accounts', '2026-03-04'), quorum).complete).toBe(true);
});

test('sent back opens a new round, in which everybody answers again', () => {
  const returned = new Answers().by('rup', '2026-03-03').by('accounts', '2026-03-04', 'returned');
  expect(state(returned)).toMatchObject({
    complete: false,
    answers: [],
    waitingFor: ['rup', 'accounts', 'secretary'],
    returned: { body: { approval: 'goAhead/accounts' } },
  });
  expect(state(returned.by('rup', '2026-03-05')).waitingFor).toEqual(['accounts', 'secretary']);
});

test('a go-ahead that reached its quorum stays given when a late answer sends it back', () => {
  const late = new Answers().by('rup', '2026-03-03').by('secretary', '2026-03-04', 'returned');
  expect(state(late, { rule: 'any' })).toMatchObject({
    complete: true,
    answers: [{ body: { person: 'rup' } }],
  });
});

test('answers of an earlier stay in the stage and to other requirements do not count', () => {
  const other = new Answers().by('rup', '2026-03-01').by('rup', '2026-03-03', 'given', 'other');
  expect(state(other).waitingFor).toEqual(['rup', 'accounts', 'secretary']);
});

test('an answer of somebody who was not asked counts for nothing', () => {
  expect(state(new Answers().by('auditor', '2026-03-03'), { rule: 'any' }).complete).toBe(false);
});
