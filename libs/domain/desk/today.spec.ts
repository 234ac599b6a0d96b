import fc from 'fast-check';
import { addDays } from '#domain/calendar/local-date.js';
import { madeUpGlance, madeUpTerm } from './made-up-glances.js';
import {
  askToPhone,
  checkedThisWeek,
  isStillSilent,
  lastRound,
  outsideInWords,
  roundIsDue,
  sectionsOf,
} from './today.js';

const TODAY = '2027-03-26';
const by = (number: string, safeEnd: string, made: object = {}) => ({
  number,
  glance: madeUpGlance({
    terms: [madeUpTerm({ safeEnd: safeEnd as typeof TODAY, end: safeEnd as typeof TODAY, ...made })],
  }),
});

test('what cannot be undone comes first, then what is due; a Friday looks at Monday too', () => {
  const inner = by('inner', TODAY, { peremptory: false });
  const tuesday = by('tuesday', '2027-03-30');
  const late = by('late', '2027-03-25');
  const monday = by('next working day', '2027-03-30');
  const sections = sectionsOf([inner, tuesday, late, monday], TODAY);
  // Monday 29 March 2027 is the day after Easter.
  expect(sections.now.map((each) => each.number)).toEqual(['late', 'next working day', 'tuesday', 'inner']);
});

test('two weeks ahead are coming, the next after them is told', () => {
  const list = [by('c', '2027-04-12'), by('b', '2027-04-09'), by('a', '2027-03-31')];
  const { now, soon, next } = sectionsOf(list, TODAY);
  expect(now).toEqual([]);
  expect(soon.map((each) => each.number)).toEqual(['a', 'b']);
  expect(next?.number).toBe('c');
});

test('who waits for the funder and what is over stand in no section', () => {
  const waiting = { number: 'w', glance: madeUpGlance({ party: 'funder', terms: [], asked: [] }) };
  const over = { number: 'o', glance: madeUpGlance({ outcome: 'closed' }) };
  expect(sectionsOf([waiting, over], TODAY)).toEqual({ now: [], soon: [], next: undefined });
});

test('no application stands in two sections', () => {
  const lists = fc.array(fc.integer({ min: -20, max: 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(lists, (ends) => {
      const list = ends.map((n, index) => by(`n${index}`, addDays(TODAY, n)));
      const { now, soon, next } = sectionsOf(list, TODAY);
      const all = [...now, ...soon, ...(next === undefined ? [] : [next])].map((each) => each.number);
      expect(new Set(all).size).toBe(all.length);
      expect(now.length + soon.length).toBe(
        list.filter(({ glance }) => (glance.terms[0]?.safeEnd ?? '') <= addDays(TODAY, 14)).length,
      );
    }),
  );
});

test('the round is on Monday or the working day before it, from the first after the wait began', () => {
  expect(lastRound('2027-03-10', '2027-03-24')).toBe('2027-03-22');
  // The Monday after Easter is a holiday: its round is on the Friday before.
  expect(lastRound('2027-03-10', '2027-03-26')).toBe('2027-03-26');
  expect(lastRound('2027-03-22', '2027-03-24')).toBeUndefined();
});

test('this week’s tick is missing until somebody looked since the round', () => {
  const since = '2027-01-11';
  expect(roundIsDue({ since }, '2027-03-24')).toBe(true);
  expect(roundIsDue({ since, checked: '2027-03-19' }, '2027-03-24')).toBe(true);
  expect(roundIsDue({ since, checked: '2027-03-22' }, '2027-03-24')).toBe(false);
  expect(checkedThisWeek({ since, checked: '2027-03-22' }, '2027-03-24')).toBe(true);
  expect(checkedThisWeek({ since, checked: '2027-03-19' }, '2027-03-24')).toBe(false);
  expect(checkedThisWeek({ since: '2027-03-22', checked: '2027-03-23' }, '2027-03-24')).toBe(true);
});

test('how long it takes is said beside how long it usually takes', () => {
  const usual = {
    milestone: "prova dell'invio ufficiale",
    counted: '2027-01-11' as const,
    from: 66,
    to: 156,
  };
  expect(outsideInWords({ since: '2027-01-11', usual }, TODAY)).toBe(
    'invio ufficiale 74 giorni fa; di solito 66-156',
  );
  expect(outsideInWords({ since: '2027-03-25' }, TODAY)).toBe('aspetta da 1 giorno');
});

test('who wants to talk is called, not again for a week after a call, nor before the day promised', () => {
  const talk = { fact: 'f', requirement: 'participation', label: 'Parliamone', on: '2027-03-15' as const };
  const called = { at: '2027-03-20T09:00:00Z', on: '2027-03-20' as const };
  const reasons = (made: object, today = TODAY) =>
    askToPhone(madeUpGlance({ talk, ...made }), today as typeof TODAY).map((each) => each.because);
  expect(reasons({})).toEqual(['talk']);
  expect(reasons({ phoned: [called] })).toEqual([]);
  expect(reasons({ phoned: [called] }, '2027-03-27')).toEqual(['talk']);
  expect(reasons({ talk: { ...talk, promisedUntil: '2027-03-26' } })).toEqual([]);
  expect(reasons({ talk: { ...talk, promisedUntil: '2027-03-25' } })).toEqual(['talk']);
});

test('a silence lasts while the same date runs, and until a call reaches somebody', () => {
  const silence = {
    application: 'a',
    at: '2027-03-25T06:45:00.000Z',
    term: { id: 'cupEntry', round: 1, end: '2027-03-28' as const },
  };
  const call = (at: string, about = {}) => madeUpGlance({ phoned: [{ at, on: '2027-03-25', ...about }] });
  expect(isStillSilent(silence, madeUpGlance())).toBe(true);
  expect(isStillSilent(silence, call('2027-03-25T10:00:00.000Z'))).toBe(false);
  expect(isStillSilent(silence, call('2027-03-25T10:00:00.000Z', { term: 'other' }))).toBe(true);
  expect(isStillSilent(silence, call('2027-03-24T10:00:00.000Z'))).toBe(true);
  expect(isStillSilent(silence, madeUpGlance({ terms: [madeUpTerm({ end: '2027-04-10' })] }))).toBe(false);
});
