import { passedInWords } from './end-words.js';

const term = { safeEnd: '2027-03-26', end: '2027-03-28' } as const;

test('a day to work by that has passed is said, with what is left of the official term', () => {
  expect(passedInWords(term, '2027-03-26')).toBeUndefined();
  expect(passedInWords(term, '2027-03-27')).toBe(
    'Il giorno entro cui lavorare è passato: resta il termine ufficiale.',
  );
  expect(passedInWords(term, '2027-03-28')).toMatch(/resta il termine ufficiale/);
});

test('a term that has passed says since when', () => {
  expect(passedInWords(term, '2027-03-29')).toBe('Il giorno è passato ieri.');
  expect(passedInWords(term, '2027-04-06')).toBe('Il giorno è passato da 9 giorni.');
});
