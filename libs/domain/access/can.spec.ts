import { ROLES, type Role } from '../people/role.js';
import { type ActingFor, type Actor, can, type Decision, type Resource } from './can.js';
import { type Action, POLICY, type ReadAction, type WriteAction } from './policy.js';

/**
 * Written by hand from the rules of the office, not from the code. For reading: `all` everything in the union, `own`
 * only what the own body takes part in, `-` nothing. For acting: `own` in the name of an own body that takes part,
 * `uni` in the name of the union, `beh` on behalf of a body that takes part, `u+b` both, `-` never.
 */
const EXPECTED = `
                    | pres head desk audit | mayor secr ref  acc  prot rup  dec
readCall            | all  all  all  all   | all   all  all  all  all  all  all
readNotedCalls      | all  all  all  all   | -     -    -    -    -    -    -
readRegistry        | all  all  all  all   | all   all  all  all  all  all  all
readApplication     | all  all  all  all   | own   own  own  own  own  own  own
readHistory         | all  all  all  all   | own   own  own  own  own  own  own
readWholeHistory    | all  all  all  all   | -     -    -    -    -    -    -
readMessages        | all  all  all  all   | own   own  own  own  own  own  own
readPeople          | all  all  all  all   | own   own  own  own  own  own  own
launchCall          | -    uni  uni  -     | -     -    -    -    -    -    -
amendTerm           | -    uni  uni  -     | -     -    -    -    -    -    -
noteCall            | -    uni  uni  -     | -     -    -    -    -    -    -
reviewDocument      | -    uni  uni  -     | -     -    -    -    -    -    -
recordOutsideCheck  | -    uni  uni  -     | -     -    -    -    -    -    -
closeApplication    | -    uni  uni  -     | -     -    -    -    -    -    -
resolveFinding      | -    uni  uni  -     | -     -    -    -    -    -    -
chooseScenario      | -    uni  uni  -     | -     -    -    -    -    -    -
resendMail          | -    uni  uni  -     | -     -    -    -    -    -    -
correctFact         | -    u+b  u+b  -     | -     -    -    -    -    -    -
apply               | -    beh  beh  -     | own   -    -    -    -    -    -
answerParticipation | -    beh  beh  -     | own   -    -    -    -    -    -
withdraw            | -    beh  beh  -     | own   -    -    -    -    own  -
fileDocument        | -    beh  beh  -     | own   own  own  own  own  own  own
recordMilestone     | -    beh  beh  -     | own   own  own  own  own  own  -
makePromise         | -    beh  beh  -     | own   own  own  own  own  own  -
answerReminder      | -    uni  uni  -     | own   own  own  own  own  own  -
logTalk             | -    u+b  u+b  -     | own   own  own  own  own  own  -
registerNotice      | -    u+b  u+b  -     | -     own  own  own  own  own  -
approve             | uni  uni  uni  -     | own   own  own  own  own  own  -
managePeople        | -    u+b  -    -     | -     own  -    -    -    -    -
correctContacts     | -    uni  uni  -     | -     -    -    -    -    -    -
invite              | -    u+b  -    -     | -     own  -    -    -    -    -
closeAccount        | -    uni  -    -     | -     -    -    -    -    -    -
pseudonymise        | -    uni  -    -     | -     -    -    -    -    -    -
correctRegistry     | -    uni  -    -     | -     -    -    -    -    -    -
testMail            | -    uni  -    -     | -     -    -    -    -    -    -
moveClock           | -    uni  uni  -     | -     -    -    -    -    -    -
`;

const COLUMNS: readonly Role[] = [
  'unionPresident',
  'headOfOffice',
  'deskOfficer',
  'auditor',
  'legalRepresentative',
  'secretary',
  'referent',
  'accounts',
  'protocolClerk',
  'rup',
  'dec',
];
const [, ...LINES] = EXPECTED.trim().split('\n');
const TABLE = LINES.map((line) => {
  const [action = '', ...cells] = line.split(/[\s|]+/).filter((cell) => cell !== '');
  return { action: action as Action, cells };
});

const OFFICE_BODY = 'union';
const isUnion = (role: Role) => COLUMNS.indexOf(role) < 4;
const actorWith = (role: Role): Actor => ({
  person: 'p',
  union: 'ull',
  unionBody: OFFICE_BODY,
  memberships: [{ body: isUnion(role) ? OFFICE_BODY : 'rivello', role }],
});
const RIVELLO: Resource = { union: 'ull', bodies: ['rivello'], application: 'a1' };
const NEMOLI: Resource = { union: 'ull', bodies: ['nemoli'], application: 'a2' };
const ELSEWHERE: Resource = { union: 'other', bodies: ['rivello'], application: 'a1' };

const isRead = (action: Action): action is ReadAction => action.startsWith('read');
function decide(role: Role, action: Action, resource: Resource, acting: ActingFor): Decision {
  return isRead(action)
    ? can(actorWith(role), action, resource)
    : can(actorWith(role), action as WriteAction, resource, acting);
}

test('the matrix has a line for every action and a column for every role', () => {
  expect(TABLE.map((line) => line.action).toSorted()).toEqual(Object.keys(POLICY).toSorted());
  expect([...COLUMNS].toSorted()).toEqual([...ROLES].toSorted());
  for (const line of TABLE) expect(line.cells).toHaveLength(COLUMNS.length);
});

const CELLS = TABLE.flatMap(({ action, cells }) =>
  COLUMNS.map((role, index) => [role, action, cells[index] ?? ''] as const),
);

test.each(CELLS.filter(([, action]) => isRead(action)))('%s %s: %s', (role, action, cell) => {
  const read = (resource: Resource) => decide(role, action, resource, { actingBody: '' }).allowed;
  expect(read(RIVELLO)).toBe(cell !== '-');
  expect(read(ELSEWHERE)).toBe(false);
  // A call belongs to the whole union and not to bodies; with other bodies it is still the union's.
  const whole = action === 'readCall' || action === 'readRegistry';
  expect(read(whole ? { union: 'ull', bodies: [] } : NEMOLI)).toBe(cell === 'all');
});

test.each(CELLS.filter(([, action]) => !isRead(action)))('%s %s: %s', (role, action, cell) => {
  const act = (resource: Resource, actingBody: string, onBehalfOf?: string) =>
    decide(role, action, resource, onBehalfOf === undefined ? { actingBody } : { actingBody, onBehalfOf })
      .allowed;
  expect(act(RIVELLO, 'rivello')).toBe(cell === 'own');
  expect(act(RIVELLO, OFFICE_BODY)).toBe(cell === 'uni' || cell === 'u+b');
  expect(act(RIVELLO, OFFICE_BODY, 'rivello')).toBe(cell === 'beh' || cell === 'u+b');
  // Never: another body's thing, another union's, a body of others, on behalf of who takes no part.
  expect(act(NEMOLI, 'rivello')).toBe(false);
  expect(act(NEMOLI, 'nemoli')).toBe(false);
  expect(act(RIVELLO, 'nemoli')).toBe(false);
  expect(act(RIVELLO, 'rivello', 'rivello')).toBe(false);
  expect(act(RIVELLO, OFFICE_BODY, 'nemoli')).toBe(false);
  expect(act(ELSEWHERE, 'rivello')).toBe(false);
  expect(act(ELSEWHERE, OFFICE_BODY)).toBe(false);
  expect(act(ELSEWHERE, OFFICE_BODY, 'rivello')).toBe(false);
});

test("another body's application is hidden, the own body's merely refused", () => {
  const acting = { actingBody: 'rivello' };
  expect(decide('referent', 'withdraw', NEMOLI, acting)).toEqual({ allowed: false, because: 'unseen' });
  expect(decide('referent', 'withdraw', RIVELLO, acting)).toEqual({ allowed: false, because: 'notYourRole' });
  expect(decide('referent', 'fileDocument', RIVELLO, { actingBody: 'nemoli' })).toEqual({
    allowed: false,
    because: 'wrongBody',
  });
});

test('a RUP named for one application has no part in another of the same comune', () => {
  const rup: Actor = {
    person: 'p',
    union: 'ull',
    unionBody: OFFICE_BODY,
    memberships: [{ body: 'rivello', role: 'rup', application: 'a1' }],
  };
  const other = { ...RIVELLO, application: 'a9' };
  expect(can(rup, 'readApplication', RIVELLO).allowed).toBe(true);
  expect(can(rup, 'fileDocument', RIVELLO, { actingBody: 'rivello' }).allowed).toBe(true);
  expect(can(rup, 'readApplication', other)).toEqual({ allowed: false, because: 'unseen' });
  expect(can(rup, 'fileDocument', other, { actingBody: 'rivello' }).allowed).toBe(false);
});

test('a role counts only in the body in which it is held, whatever else the person is', () => {
  const secretaryOfTwo: Actor = {
    person: 'p',
    union: 'ull',
    unionBody: OFFICE_BODY,
    memberships: [
      { body: 'rivello', role: 'secretary' },
      { body: 'nemoli', role: 'referent' },
    ],
  };
  expect(can(secretaryOfTwo, 'invite', RIVELLO, { actingBody: 'rivello' }).allowed).toBe(true);
  expect(can(secretaryOfTwo, 'invite', NEMOLI, { actingBody: 'nemoli' }).allowed).toBe(false);
  expect(can(secretaryOfTwo, 'invite', NEMOLI, { actingBody: 'rivello' }).allowed).toBe(false);
});

test("an office role written into a comune's body gives nothing", () => {
  const forged: Actor = {
    person: 'p',
    union: 'ull',
    unionBody: OFFICE_BODY,
    memberships: [{ body: 'rivello', role: 'headOfOffice' }],
  };
  expect(can(forged, 'readApplication', RIVELLO).allowed).toBe(false);
  expect(can(forged, 'launchCall', { union: 'ull', bodies: [] }, { actingBody: 'rivello' }).allowed).toBe(
    false,
  );
});

test('a person without any role today sees nothing, not even the calls', () => {
  const gone: Actor = { person: 'p', union: 'ull', unionBody: OFFICE_BODY, memberships: [] };
  expect(can(gone, 'readCall', { union: 'ull', bodies: [] })).toEqual({ allowed: false, because: 'unseen' });
});
