import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { termReasonInWords } from '#domain/term/term.js';
import { readCase } from './case.js';
import { History } from './made-up-facts.js';

/** SEND of May 2024: ten working days to answer, closed on Friday 20 September 2024, 23:59. */
const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

function answer(opened: LocalDate, call = new History(), own = (history: History) => history) {
  const application = own(new History().opened(opened)).facts;
  const found = readCase(send, { call: call.facts, application }).terms.find((each) => each.id === 'answer');
  if (found === undefined) throw new Error('no answer is asked');
  return found;
}

const extension = (term: string, newEnd: LocalDate, on: LocalDate = '2024-09-13') =>
  [
    'term.amended',
    on,
    { term, kind: 'extension', act: 'Decreto n. 9/2024', actDate: on, knownOn: on, newEnd },
  ] as const;
const extended = (newEnd: LocalDate) => new History().add(...extension('callEnd', newEnd));

test('nobody is asked for an answer after the call has closed, and the reasons say why it is earlier', () => {
  const { term } = answer('2024-09-12');
  expect(term).toMatchObject({ end: '2024-09-20', safeEnd: '2024-09-20', problems: [] });
  expect(term.reasons.map((each) => termReasonInWords(each, 'it'))).toContain(
    "Giovedì 26 settembre 2024 viene dopo «chiusura dell'avviso»: vale venerdì 20 settembre 2024.",
  );
});

test('where the call closes later the answer is counted as ever', () => {
  expect(answer('2024-05-28').term).toMatchObject({ end: '2024-06-11' });
  expect(answer('2024-05-28').term.cap).toBeUndefined();
});

test('an extension of the call moves the answer by the same act, up to where it is counted', () => {
  expect(answer('2024-09-12', extended('2024-09-24')).term.end).toBe('2024-09-24');
  const { term, knownSince } = answer('2024-09-12', extended('2024-12-06'));
  expect(term).toMatchObject({ end: '2024-09-26', problems: [] });
  expect(term.history).toMatchObject([
    { end: '2024-09-20' },
    { end: '2024-09-26', act: 'Decreto n. 9/2024' },
  ]);
  expect(knownSince.slice(0, 10)).toBe('2024-09-13');
});

test('an act about the answer itself says when it ends', () => {
  const own = (history: History) => history.add(...extension('answer', '2024-10-04'));
  expect(answer('2024-09-12', new History(), own).term.end).toBe('2024-10-04');
});

test('an application that opens after the end is not told that its time was over before it began', () => {
  expect(answer('2024-10-01').term.end).toBe('2024-10-15');
});
