import { toPerson, toPersonFirst } from './to-person.js';

test.each([
  ['Giulia Riviello', 'a Giulia Riviello', 'A Giulia Riviello'],
  ['Antonio Conte', 'ad Antonio Conte', 'Ad Antonio Conte'],
  ['Elena Pace', 'a Elena Pace', 'A Elena Pace'],
])('%s is written to in Italian', (name, inside, first) => {
  expect([toPerson(name), toPersonFirst(name)]).toEqual([inside, first]);
});
