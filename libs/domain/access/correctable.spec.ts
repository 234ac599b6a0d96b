import type { Role } from '../people/role.js';
import { correctable } from './correctable.js';

const actor = (role: Role, body = 'union') => ({
  person: 'somebody',
  union: 'u',
  unionBody: 'union',
  memberships: [{ body, role }],
});
const mayor = { active: true, managed: false, joined: false, bodies: ['rivello'] };

test('the head of office corrects everything, also the address of who has come in', () => {
  const all = ['name', 'email', 'phone'];
  expect(correctable(actor('headOfOffice'), { ...mayor, managed: true, joined: true })).toEqual(all);
});

test('a secretary corrects who is of the own comune, but not the address with which somebody comes in', () => {
  const secretary = actor('secretary', 'rivello');
  expect(correctable(secretary, { ...mayor, managed: true })).toEqual(['name', 'email', 'phone']);
  expect(correctable(secretary, { ...mayor, managed: true, joined: true })).toEqual(['name', 'phone']);
  expect(correctable(secretary, mayor)).toEqual([]);
});

test('a desk officer corrects how to reach people of the comuni, never who they are nor how they come in', () => {
  const marta = actor('deskOfficer');
  expect(correctable(marta, mayor)).toEqual(['email', 'phone']);
  expect(correctable(marta, { ...mayor, joined: true })).toEqual(['phone']);
});

test('the office’s own people, also those with a role in a comune beside it, are not the desk officer’s', () => {
  expect(correctable(actor('deskOfficer'), { ...mayor, bodies: ['rivello', 'union'] })).toEqual([]);
});

test.each(['auditor', 'unionPresident', 'referent', 'legalRepresentative'] as const)(
  'a %s corrects nobody',
  (role) => {
    expect(correctable(actor(role), mayor)).toEqual([]);
    expect(correctable(actor(role, 'rivello'), mayor)).toEqual([]);
  },
);

test('a role of the union held in a comune counts for nothing', () => {
  expect(correctable(actor('headOfOffice', 'rivello'), mayor)).toEqual([]);
});

test('whoever has a closed account is corrected by nobody', () => {
  expect(correctable(actor('headOfOffice'), { ...mayor, managed: true, active: false })).toEqual([]);
});
