import fc from 'fast-check';
import { checkCup } from './cup.js';

test.each(['I21F22001720006', 'I31F22001170006', 'J81F22000840006', 'G97H22001370005', 'E41C22001540006'])(
  'accepts %s from the official data',
  (cup) => {
    expect(checkCup(cup)).toEqual({ valid: true, problems: [], doubts: [], year: 2022, normalized: cup });
  },
);

test.each([
  ['E41C22OO1540006', 'E41C22001540006', 'due lettere O al posto di zeri'],
  ['F21F2200449OOO6', 'F21F22004490006', 'tre lettere O al posto di zeri'],
  ['J81F2200384OO06', 'J81F22003840006', 'due lettere O al posto di zeri'],
  ['J81F2200384O006', 'J81F22003840006', 'una lettera O al posto di uno zero'],
  ['J8IF22003840006', 'J81F22003840006', 'una lettera I al posto di una cifra 1'],
  ['J8IF2200384OOO6', 'J81F22003840006', 'quattro lettere (I, O, O, O) al posto di cifre'],
])('finds letters for digits in %s and suggests %s', (cup, suggestion, words) => {
  const check = checkCup(cup);
  expect(check).toMatchObject({ valid: false, suggestion, normalized: cup });
  expect(check.problems.map((each) => each.code)).toEqual(['CUP-03']);
  expect(check.problems[0]?.message).toBe(`CUP ${cup}: ${words}. Forse ${suggestion}?`);
});

test('finds the letter too many of IC1C22001150006 and suggests nothing, because the lost digit is unknown', () => {
  const check = checkCup('IC1C22001150006');
  expect(check).toMatchObject({ valid: false, problems: [{ code: 'CUP-05' }] });
  expect(check.suggestion).toBeUndefined();
  expect(check.problems[0]?.message).toContain('«C»');
});

test('takes a first letter read as the digit 1 for an I', () => {
  expect(checkCup('161F22002140006')).toMatchObject({
    valid: false,
    suggestion: 'I61F22002140006',
    problems: [{ code: 'CUP-04' }],
  });
});

test('suggests nothing for a first digit that looks like no letter in use', () => {
  const check = checkCup('281C22001540006');
  expect(check).toMatchObject({ valid: false, problems: [{ code: 'CUP-04' }] });
  expect(check.suggestion).toBeUndefined();
});

test('finds a digit for the fourth letter', () => {
  expect(checkCup('E41022001540006').problems).toMatchObject([{ code: 'CUP-04' }]);
});

test.each(['', '   ', 'CUP:'])('says that the CUP is missing in "%s"', (cup) => {
  expect(checkCup(cup)).toMatchObject({ valid: false, problems: [{ code: 'CUP-01' }], normalized: '' });
});

test('suggests the CUP without the one letter too many', () => {
  expect(checkCup('E41C2200A1540006')).toMatchObject({
    problems: [{ code: 'CUP-02' }],
    suggestion: 'E41C22001540006',
  });
});

test('suggests nothing where several digits could be the one too many', () => {
  const check = checkCup('E41C220015412006');
  expect(check).toMatchObject({ valid: false, problems: [{ code: 'CUP-02' }] });
  expect(check.suggestion).toBeUndefined();
});

test('suggests nothing where a character is missing', () => {
  const check = checkCup('E41C2200154006');
  expect(check.problems).toMatchObject([{ code: 'CUP-02' }]);
  expect(check.problems[0]?.message).toContain('ha 14 caratteri, meno dei 15');
  expect(check.suggestion).toBeUndefined();
});

test.each([
  ' j81f22003840006 ',
  'J81F 2200 3840 006',
  'CUP: J81F22003840006',
  'cup j81f22003840006',
  'J81F22-00384.0006',
])('reads "%s" as people paste it', (cup) => {
  expect(checkCup(cup)).toMatchObject({ valid: true, normalized: 'J81F22003840006' });
});

test('asks about a year before the CUP existed and, where told, about one that has not come', () => {
  expect(checkCup('J81F02003840006')).toMatchObject({
    valid: true,
    year: 2002,
    doubts: [{ code: 'CUP-06' }],
  });
  const next = (latestYear: number) => checkCup('J81F27003840006', { latestYear });
  expect(next(2026)).toMatchObject({ valid: true, year: 2027, doubts: [{ code: 'CUP-06' }] });
  expect(next(2027)).toMatchObject({ valid: true, year: 2027, doubts: [] });
});

test.each(['A81F22003840006', 'K81F22003840006', 'Z81F22003840006'])(
  'asks about the first letter of %s',
  (cup) => {
    expect(checkCup(cup)).toMatchObject({ valid: true, problems: [], doubts: [{ code: 'CUP-07' }] });
  },
);

test('names two slips in one CUP', () => {
  const check = checkCup('1X1F2200384OO06');
  expect(check.problems.map((each) => each.code)).toEqual(['CUP-03', 'CUP-04', 'CUP-05']);
  expect(check.suggestion).toBeUndefined();
});

test('whatever is typed: no throw, a problem or valid, and every suggestion is itself valid', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.stringMatching(/^[A-Z0-9]{14,16}$/),
        fc.stringMatching(/^[A-J1]\d{2}[A-Z][\dOI]{11}$/),
      ),
      (text) => {
        const check = checkCup(text);
        expect(check.valid).toBe(check.problems.length === 0);
        expect(checkCup(check.suggestion ?? 'E41C22001540006').valid).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ['E41C22OO1540006', 'two letters O where zeros belong'],
  ['J81F2200384O006', 'one letter O where a zero belongs'],
  ['J8IF22003840006', 'one letter I where a digit 1 belongs'],
  ['J8IF2200384OOO6', 'four letters (I, O, O, O) where digits belong'],
])('says of %s in English: %s', (cup, words) => {
  expect(checkCup(cup).problems[0]?.english).toContain(words);
});

test('counts one character as one', () => {
  const [problem] = checkCup('J').problems;
  expect(problem?.message).toContain('ha 1 carattere, meno');
  expect(problem?.english).toContain('it has 1 character, fewer');
});

test('does not repeat a whole letter that was pasted', () => {
  const check = checkCup('Oggetto: comunicazione del CUP '.repeat(100));
  expect(check.problems).toMatchObject([{ code: 'CUP-02' }]);
  expect(check.problems[0]?.message.length).toBeLessThan(150);
});
