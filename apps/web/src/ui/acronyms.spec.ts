import { acronymsOf, pieces } from './acronyms.js';

test('a sentence is cut at its acronyms, and put together again it is the same', () => {
  const sentence = 'Registra il CUP, poi il CIG: chiedili al RUP.';
  expect(pieces(sentence)).toEqual([
    'Registra il ',
    { acronym: 'CUP' },
    ', poi il ',
    { acronym: 'CIG' },
    ': chiedili al ',
    { acronym: 'RUP' },
    '.',
  ]);
});

test('an acronym is explained once a sentence', () => {
  expect(acronymsOf('Il CUP ricevuto e il CUP atteso')).toEqual(['CUP']);
  expect(pieces('CUP e CUP')).toEqual([{ acronym: 'CUP' }, ' e CUP']);
});

test('letters inside of other words are no acronym', () => {
  expect(acronymsOf('DECRETO, PECORA, IPAD, OCCUPATO')).toEqual([]);
  expect(pieces('Una telefonata')).toEqual(['Una telefonata']);
  expect(pieces('')).toEqual([]);
});
