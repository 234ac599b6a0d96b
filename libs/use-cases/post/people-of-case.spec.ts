import { peopleOfCase } from './people-of-case.js';

const from = '2020-01-01' as const;
const people = {
  unionBody: 'union',
  applicant: 'rivello',
  memberships: [
    { person: 'marta', role: 'deskOfficer' as const, body: 'union', from },
    { person: 'giulia', role: 'referent' as const, body: 'rivello', from },
    { person: 'giulia', role: 'rup' as const, body: 'rivello', from },
    { person: 'nadia', role: 'referent' as const, body: 'trecchina', from },
  ],
  absences: [
    { person: 'giulia', substitute: 'carlo', from: '2024-05-08' as const, to: '2024-05-10' as const },
  ],
  closures: { periods: [] },
};
const named = ['carlo', 'giulia', 'marta', 'nadia', 'somebody'].map((id) => ({ id, name: id }));

test('the people of a case are those of the union and of the applicant, with all that they are on the day', () => {
  const roles = ['referent', 'rup'];
  expect(peopleOfCase(people, named, '2024-05-08')).toEqual([
    { id: 'carlo', name: 'carlo', roles },
    { id: 'giulia', name: 'giulia', roles },
    { id: 'marta', name: 'marta', roles: ['deskOfficer'] },
  ]);
  expect(peopleOfCase(people, named, '2024-05-13').map((each) => each.id)).toEqual(['giulia', 'marta']);
});

test('of what is asked of another body its own people are named', () => {
  const ids = peopleOfCase(people, named, '2024-05-13', { of: 'trecchina' }).map((each) => each.id);
  expect(ids).toEqual(['marta', 'nadia']);
});
