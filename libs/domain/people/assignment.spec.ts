import { type Absence, type Assignments, holders, holdersOf, type Membership } from './assignment.js';
import { seatsIn } from './seat.js';

const base = { body: 'rivello', role: 'legalRepresentative', from: '2022-06-13' } as const;
const people = (memberships: Membership[], absences: Absence[] = []) => ({ memberships, absences });

test('a mandate past its end goes on until somebody takes the role', () => {
  const old: Membership = { ...base, person: 'antonio', to: '2027-05-31' };
  const next: Membership = { ...base, person: 'bruna', from: '2027-06-14' };
  const mayors = (on: Membership['from']) =>
    holders('legalRepresentative', { body: 'rivello' }, on, people([old, next]));
  expect(mayors('2027-05-31')).toEqual([
    { person: 'antonio', role: 'legalRepresentative', continued: false },
  ]);
  expect(mayors('2027-06-13')).toEqual([{ person: 'antonio', role: 'legalRepresentative', continued: true }]);
  expect(mayors('2027-06-14')).toEqual([{ person: 'bruna', role: 'legalRepresentative', continued: false }]);
  expect(mayors('2022-06-12')).toEqual([]);
});

test('of two whose mandates ended only the last to end goes on', () => {
  const first: Membership = { ...base, person: 'a', to: '2025-01-31' };
  const second: Membership = { ...base, person: 'b', to: '2026-01-31' };
  const found = holders('legalRepresentative', { body: 'rivello' }, '2027-01-01', people([first, second]));
  expect(found.map((each) => each.person)).toEqual(['b']);
});

test('a mandate in another body or role replaces nobody', () => {
  const old: Membership = { ...base, person: 'antonio', to: '2027-05-31' };
  const others: Membership[] = [
    { ...base, person: 'x', body: 'nemoli' },
    { ...base, person: 'y', role: 'secretary' },
  ];
  const found = holders('legalRepresentative', { body: 'rivello' }, '2027-07-01', people([old, ...others]));
  expect(found).toEqual([{ person: 'antonio', role: 'legalRepresentative', continued: true }]);
});

test("an auditor's mandate ends on its day", () => {
  const auditor: Membership = {
    person: 'aurora',
    body: 'union',
    role: 'auditor',
    from: '2026-01-01',
    to: '2026-12-31',
  };
  expect(holders('auditor', { body: 'union' }, '2026-12-31', people([auditor]))).toHaveLength(1);
  expect(holders('auditor', { body: 'union' }, '2027-01-01', people([auditor]))).toEqual([]);
});

test('who left holds nothing, and who came before does not come back', () => {
  const old: Membership = { ...base, person: 'antonio', to: '2027-05-31' };
  const gone: Membership = { ...base, person: 'bruna', from: '2027-06-14', closed: true };
  expect(holders('legalRepresentative', { body: 'rivello' }, '2027-07-01', people([old, gone]))).toEqual([]);
});

describe('a person who is away', () => {
  const giulia: Membership = { person: 'giulia', body: 'rivello', role: 'referent', from: '2020-01-01' };
  const away: Absence = { person: 'giulia', from: '2027-03-22', to: '2027-04-02', substitute: 'silvia' };

  test('keeps the role and gets a substitute from the first to the last day', () => {
    const on = (date: Membership['from']) =>
      holders('referent', { body: 'rivello' }, date, people([giulia], [away]));
    expect(on('2027-03-21').map((each) => each.person)).toEqual(['giulia']);
    expect(on('2027-03-22')).toEqual([
      { person: 'giulia', role: 'referent', continued: false },
      { person: 'silvia', role: 'referent', continued: false, substituteFor: 'giulia' },
    ]);
    expect(on('2027-04-02')).toHaveLength(2);
    expect(on('2027-04-03')).toHaveLength(1);
  });

  test("whose substitute is away too gets the substitute's, and a circle ends", () => {
    const absences: Absence[] = [
      away,
      { person: 'silvia', from: '2027-03-01', to: '2027-03-31', substitute: 'paolo' },
      { person: 'paolo', from: '2027-03-01', to: '2027-03-31', substitute: 'giulia' },
    ];
    const found = holders('referent', { body: 'rivello' }, '2027-03-25', people([giulia], absences));
    expect(found.map((each) => each.person)).toEqual(['giulia', 'silvia', 'paolo']);
  });

  test('without a substitute is simply away', () => {
    const alone: Absence = { person: 'giulia', from: '2027-03-22', to: '2027-04-02' };
    expect(holders('referent', { body: 'rivello' }, '2027-03-25', people([giulia], [alone]))).toHaveLength(1);
  });
});

describe('a RUP', () => {
  const general: Membership = { person: 'ufficio', body: 'rivello', role: 'rup', from: '2020-01-01' };
  const named: Membership = {
    person: 'elena',
    body: 'rivello',
    role: 'rup',
    application: 'a1',
    from: '2026-01-01',
  };

  test('named for the application comes instead of the one for the whole body', () => {
    const of = (application: string) =>
      holders('rup', { body: 'rivello', application }, '2027-01-01', people([general, named])).map(
        (each) => each.person,
      );
    expect(of('a1')).toEqual(['elena']);
    expect(of('a2')).toEqual(['ufficio']);
  });

  test('is of no use to an application while only another one has a RUP', () => {
    expect(holders('rup', { body: 'rivello', application: 'a2' }, '2027-01-01', people([named]))).toEqual([]);
  });
});

test('people of several roles are found once, in the order of the roles, in the right body', () => {
  const assignments: Assignments = {
    unionBody: 'union',
    applicant: 'rivello',
    application: 'a1',
    memberships: [
      { person: 'marta', body: 'union', role: 'deskOfficer', from: '2020-01-01' },
      { person: 'giulia', body: 'rivello', role: 'referent', from: '2020-01-01' },
      { person: 'giulia', body: 'rivello', role: 'rup', from: '2020-01-01' },
      { person: 'silvia', body: 'rivello', role: 'secretary', from: '2020-01-01' },
      { person: 'finto', body: 'rivello', role: 'deskOfficer', from: '2020-01-01' },
    ],
    absences: [],
  };
  const seats = seatsIn('rivello', ['rup', 'secretary', 'referent', 'deskOfficer']);
  expect(holdersOf(assignments, seats, '2027-01-01')).toEqual(['giulia', 'silvia', 'marta']);
});

test('who sits in another body that takes part is found there, and nobody of the applicant in their stead', () => {
  const assignments: Assignments = {
    unionBody: 'union',
    applicant: 'rivello',
    application: 'a1',
    memberships: [
      { person: 'giulia', body: 'rivello', role: 'referent', from: '2020-01-01' },
      { person: 'bruno', body: 'nemoli', role: 'referent', from: '2020-01-01' },
      { person: 'silvia', body: 'rivello', role: 'secretary', from: '2020-01-01' },
    ],
    absences: [],
  };
  const seats = seatsIn('nemoli', ['referent', 'secretary']);
  expect(holdersOf(assignments, seats, '2027-01-01')).toEqual(['bruno']);
});
