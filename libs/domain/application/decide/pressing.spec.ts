import { addDays, epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { admitted, type History, participating } from '../case/made-up-facts.js';
import { decide } from './decide.js';
import { madeUpInput, recorded } from './made-up-input.js';

// The call ends on Friday 20 September 2024, for good: its tenth working day before is Friday the 6th.
const at = (date: LocalDate, time = '08:11') => epochMs(instantAt(date, time));
const ofKind = (kind: string, history: History, now: number, definition = sendDefinition()) =>
  decide(madeUpInput(definition, history, now))
    .messages.filter((each) => each.kind === kind)
    .map(({ person, digest, body }) => [person, digest, 'presses' in body ? body.presses : undefined]);

test.each<[LocalDate, boolean]>([
  ['2024-09-05', true],
  ['2024-09-06', false],
  ['2024-09-20', false],
])('a paper sent back on %s goes with the digest: %s', (date, digest) => {
  const history = participating()
    .filed('serviceList', addDays(date, -1))
    .reviewed('serviceList', date, 'returned');
  const told = ofKind('documentReturned', history, at(date));
  expect(told).toContainEqual(['referent', digest, digest ? undefined : '2024-09-20']);
  expect(told.every(([, together]) => together === digest)).toBe(true);
});

test('a paper goes alone to the office only where with it all waits for the office', () => {
  const one = participating().filed('participationAct', '2024-09-10');
  expect(ofKind('officeReview', one, at('2024-09-10', '09:00'))).toEqual([['deskOfficer', true, undefined]]);
  const both = one.filed('serviceList', '2024-09-10');
  expect(ofKind('officeReview', both, at('2024-09-10', '09:00'))).toEqual([
    ['deskOfficer', false, '2024-09-20'],
    ['deskOfficer', false, '2024-09-20'],
  ]);
});

const goAhead: ApprovalRequirement = {
  kind: 'approval',
  id: 'goAhead',
  label: 'via libera',
  approvers: ['legalRepresentative'],
  substitute: 'secretary',
  order: 'parallel',
  rule: 'all',
};

/** The mayor gives a go-ahead before the papers are whole. */
function withGoAhead(): CallDefinition {
  const send = sendDefinition();
  const stages = send.stages.map((stage) =>
    stage.id === 'preparation' ? { ...stage, requirements: [...stage.requirements, goAhead] } : stage,
  );
  return { ...send, stages };
}

test.each<[LocalDate, boolean]>([
  ['2024-05-14', true],
  ['2024-09-10', false],
])('a go-ahead of which it becomes the mayor’s turn on %s is asked with the digest: %s', (date, digest) => {
  const history = participating();
  history.facts.splice(1);
  history.milestone('participation', date, { outcome: 'yes' });
  const [asked] = ofKind('approvalAsked', history, at(date, '09:00'), withGoAhead());
  expect(asked).toEqual(['legalRepresentative', digest, digest ? undefined : '2024-09-20']);
});

function withSheet(): CallDefinition {
  const send = sendDefinition();
  const stages = send.stages.map(({ requirements, ...stage }) => ({
    ...stage,
    requirements: requirements.map((each) => {
      if (each.kind !== 'document' || each.id !== 'cupSheet') return each;
      const { optional: _optional, ...asked } = each;
      return asked;
    }),
  }));
  return { ...send, stages };
}

describe('a CUP of another comune, a day before the end of its term', () => {
  const nemoli = { cup: 'J81F22003840006', body: 'nemoli', live: true, number: 'ULL-2024-0009' };
  const now = at('2024-07-25', '09:00');
  const later = at('2024-07-26', '07:30');
  /** The stage asks for the sheet too. */
  const send = withSheet();
  /** The sheet is filed, or still missing. */
  const history = (sheet: boolean) => {
    const before = sheet ? admitted().filed('cupSheet', '2024-07-24') : admitted();
    return (sheet ? before.reviewed('cupSheet', '2024-07-24') : before).milestone('cup', '2024-07-25', {
      data: { cup: nemoli.cup },
    });
  };
  const decidedAt = (moment: number, facts: History['facts']) =>
    decide({
      ...madeUpInput(send, history(true), moment, { cupUses: [nemoli] }),
      streams: { call: [], application: facts },
    });

  test.each([true, false])('goes to the office at once (its sheet is here: %s)', (sheet) => {
    const { messages } = decidedAt(now, history(sheet).facts);
    expect(
      messages.flatMap(({ kind, person, digest, body }) =>
        kind === 'officeNews' && body.news === 'finding' ? [[person, digest, body.presses]] : [],
      ),
    ).toEqual([['deskOfficer', false, '2024-07-26']]);
  });

  test.each([true, false])('and the comune is not pressed (its sheet is here: %s)', (sheet) => {
    const { facts } = history(sheet);
    const next = recorded(facts, decidedAt(now, facts), now);
    const told = decidedAt(later, next)
      .messages.filter(({ term, superseded }) => term?.id === 'cupEntry' && superseded !== true)
      .filter(({ deliverAt }) => deliverAt > '2024-07-26')
      .map(({ kind, person, body }) => [kind, person, 'unlooked' in body && body.unlooked]);
    expect(told).toEqual([['reminder', 'deskOfficer', true]]);
  });
});

test.each<[LocalDate, boolean]>([
  ['2024-09-05', true],
  ['2024-09-20', false],
])('whoever cannot do it says so on %s: the office reads it with the digest: %s', (date, digest) => {
  for (const about of [{ term: 'callEnd', round: 1 }, { requirement: 'serviceList' }]) {
    const answer = { answer: 'cannot', person: 'referent', ...about } as const;
    const history = participating().add('reminder.answered', date, answer);
    const calls = ofKind('officeCall', history, at(date)).filter(([, together]) => together === digest);
    expect(calls).toContainEqual(['deskOfficer', digest, digest ? undefined : '2024-09-20']);
  }
});
