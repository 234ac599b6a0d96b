import type { Role } from '../people/role.js';
import { unionStanding } from './standing.js';

const held = (...roles: [string, Role][]) => roles.map(([body, role]) => ({ body, role }));
const nothing = { office: false, headOfOffice: false, auditor: false, invites: false };

test.each([
  ['headOfOffice', { office: true, headOfOffice: true, auditor: false, invites: true }],
  ['deskOfficer', { ...nothing, office: true }],
  ['auditor', { ...nothing, auditor: true }],
  ['unionPresident', { ...nothing, auditor: true }],
] as const)('a %s of the union', (role, expected) => {
  expect(unionStanding(held(['union', role]), 'union')).toEqual(expected);
});

test('a role of the union counts in its body alone', () => {
  expect(unionStanding(held(['rivello', 'headOfOffice']), 'union')).toEqual(nothing);
});

test('an officer who is auditor too works in the office', () => {
  expect(unionStanding(held(['union', 'deskOfficer'], ['union', 'auditor']), 'union')).toEqual({
    ...nothing,
    office: true,
  });
});

test('a secretary invites, a mayor does not', () => {
  expect(unionStanding(held(['rivello', 'secretary']), 'union')).toEqual({ ...nothing, invites: true });
  expect(unionStanding(held(['rivello', 'legalRepresentative']), 'union')).toEqual(nothing);
});
