import { capital, inSentence, joined } from './sentence.js';

test('joins words as people do', () => {
  expect(joined([])).toBe('');
  expect(joined(['a'])).toBe('a');
  expect(joined(['a', 'b', 'c'])).toBe('a, b e c');
  expect(joined(['il RUP', 'enti'])).toBe('il RUP ed enti');
  expect(joined(['la nota', 'esito'], 'oppure')).toBe('la nota oppure esito');
});

test('a label enters a sentence in lower case, an acronym as it is', () => {
  expect(inSentence('Determina di affidamento')).toBe('determina di affidamento');
  expect(inSentence('CUP')).toBe('CUP');
  expect(capital('è ancora presto')).toBe('È ancora presto');
});
