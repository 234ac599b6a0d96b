import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Membership } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';
import { Who } from './who.js';
import { seatsIn } from '#domain/people/seat.js';

// On 26 March Giulia, the referent of Rivello, is away until 2 April; Silvia, its secretary, stands in for her.
const holds = (person: string, role: Role): Membership => ({
  person,
  body: 'rivello',
  role,
  from: '2026-01-01',
});
const who = new Who(
  {
    people: new Map([
      ['giulia', { name: 'Giulia Riviello', phone: null }],
      ['silvia', { name: 'Silvia Pesce', phone: null }],
    ]),
    memberships: [holds('giulia', 'referent'), holds('silvia', 'secretary')],
    absences: [{ person: 'giulia', from: '2027-03-22', to: '2027-04-02', substitute: 'silvia' }],
  },
  { unionBody: 'union', phones: false, today: '2027-03-26' },
);
const named = (roles: Role[], on: LocalDate) =>
  who
    .holding(seatsIn('rivello', roles), 'a1', on)
    .map(({ name, roleInWords, standsInFor }) => [name, roleInWords, standsInFor]);

test('what goes while somebody is away goes to who stands in for them too, named as such', () => {
  expect(named(['referent'], '2027-04-02')).toEqual([
    ['Giulia Riviello', 'referente', undefined],
    ['Silvia Pesce', 'segretario', 'Giulia Riviello'],
  ]);
});

test('what goes after an absence of today goes to who is back, and to nobody in their stead', () => {
  expect(named(['referent'], '2027-05-11')).toEqual([['Giulia Riviello', 'referente', undefined]]);
});

test('who gets it as themselves and for somebody else is named once, as themselves', () => {
  expect(named(['referent', 'secretary'], '2027-03-29')).toEqual([
    ['Giulia Riviello', 'referente', undefined],
    ['Silvia Pesce', 'segretario', undefined],
  ]);
});

test('a line names who must act and stands in for another once, as themselves', () => {
  const names = (roles: Role[]) =>
    who
      .behind(seatsIn('rivello', roles), 'a1')
      .map(({ name, away, substitute }) => [name, away, substitute?.name]);
  expect(names(['referent'])).toEqual([['Giulia Riviello', true, 'Silvia Pesce']]);
  expect(names(['secretary', 'referent'])).toEqual([['Silvia Pesce', false, undefined]]);
});
