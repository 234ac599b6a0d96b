import { madeUpAsked, madeUpGlance, madeUpTerm } from './made-up-glances.js';
import { tasksOf } from './tasks.js';

const of = (...args: Parameters<typeof tasksOf>) => tasksOf(...args).map((each) => each.asked.requirement);

test('a person must do what is asked of one of their roles, and nothing else', () => {
  const glance = madeUpGlance({
    asked: [madeUpAsked(), madeUpAsked({ requirement: 'act', upTo: ['secretary'] })],
  });
  expect(of(glance, ['referent'], 'giulia')).toEqual(['cup']);
  expect(of(glance, ['secretary'], 'silvia')).toEqual(['act']);
  expect(of(glance, ['accounts'], 'ugo')).toEqual([]);
  expect(of(glance, ['referent', 'secretary'], 'both')).toEqual(['cup', 'act']);
});

test('what is with the office, what others decide and what is over is no task', () => {
  expect(of(madeUpGlance({ asked: [madeUpAsked({ status: 'inReview' })] }), ['referent'], 'g')).toEqual([]);
  expect(of(madeUpGlance({ asked: [madeUpAsked({ ours: false })] }), ['referent'], 'g')).toEqual([]);
  expect(of(madeUpGlance({ outcome: 'closed' }), ['referent'], 'g')).toEqual([]);
  expect(of(madeUpGlance({ asked: [madeUpAsked({ status: 'returned' })] }), ['referent'], 'g')).toEqual([
    'cup',
  ]);
});

test('the union has a task only where it is its turn', () => {
  const either = madeUpAsked({ upTo: ['referent', 'deskOfficer'] });
  expect(of(madeUpGlance({ asked: [either] }), ['deskOfficer'], 'marta')).toEqual([]);
  const turn = madeUpGlance({ asked: [either], party: 'union', roles: ['deskOfficer'] });
  expect(of(turn, ['deskOfficer'], 'marta')).toEqual(['cup']);
  const alone = madeUpGlance({ asked: [madeUpAsked({ upTo: ['deskOfficer'] })] });
  expect(of(alone, ['deskOfficer'], 'marta')).toEqual(['cup']);
});

test('a task is due by the term that it meets, or by the first of its stage', () => {
  const call = madeUpTerm({ id: 'callEnd', meets: 'submission', safeEnd: '2027-03-20' });
  const glance = madeUpGlance({
    terms: [call, madeUpTerm(), madeUpTerm({ id: 'check', interrupt: 'sampleCheck', safeEnd: '2027-03-01' })],
    asked: [madeUpAsked(), madeUpAsked({ requirement: 'sheet' })],
  });
  expect(tasksOf(glance, ['referent'], 'g').map((each) => each.term?.id)).toEqual(['cupEntry', 'callEnd']);
});

test('what goes beside a thing that lies with the office is pressed by no term of that thing', () => {
  const asked = [madeUpAsked({ status: 'inReview' }), madeUpAsked({ requirement: 'sheet' })];
  const [sheet] = tasksOf(madeUpGlance({ asked }), ['referent'], 'g');
  expect([sheet?.asked.requirement, sheet?.term]).toEqual(['sheet', undefined]);
});

test('the person’s own answer stands beside the task, somebody else’s does not', () => {
  const answer = { fact: 'f', answer: 'done', person: 'giulia', on: '2027-03-25', term: 'cupEntry' } as const;
  const glance = madeUpGlance({ answers: [answer] });
  expect(tasksOf(glance, ['referent'], 'giulia')[0]?.answered).toBe('done');
  expect(tasksOf(glance, ['rup'], 'maria')[0]?.answered).toBeUndefined();
});
