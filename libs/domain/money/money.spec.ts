import fc from 'fast-check';
import { euroInWords, formatEuro, parseEuro } from './money.js';

test.each([
  [2_314_700, '€ 23.147'],
  [392_840, '€ 3.928,40'],
  [24_300, '€ 243'],
  [1, '€ 0,01'],
  [0, '€ 0'],
  [127_708_300, '€ 1.277.083'],
  [2_000_000_005, '€ 20.000.000,05'],
  [-500, '-€ 5'],
])('writes %d cents as %s', (cents, text) => {
  expect(formatEuro(cents)).toBe(text);
});

test('puts the word after the amount inside a sentence', () => {
  expect(euroInWords(2_314_700)).toBe('23.147 euro');
  expect(euroInWords(392_840)).toBe('3.928,40 euro');
});

test('loses no cent of any amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      const [whole = '', rest = '00'] = formatEuro(cents).replace('€ ', '').replaceAll('.', '').split(',');
      expect(BigInt(whole + rest)).toBe(BigInt(cents));
    }),
  );
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'refuses %d, which is no whole number of cents',
  (cents) => {
    expect(() => formatEuro(cents)).toThrow(RangeError);
  },
);

test.each([
  ['23.147,00', 2_314_700],
  ['23147', 2_314_700],
  ['€ 23.147,5', 2_314_750],
  ['3.928,40 euro', 392_840],
  ['0,01', 1],
  ['1.277.083', 127_708_300],
])('reads %s, as people type it', (text, cents) => {
  expect(parseEuro(text)).toBe(cents);
});

test.each(['', 'tanti', '23,147.00', '23.14', '1.2345', '-5', '1,234', '12.34,00'])(
  'takes %p for no amount: it could be read in two ways, or in none',
  (text) => {
    expect(parseEuro(text)).toBeUndefined();
  },
);

test('reads back every amount that it writes', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99_999_999_999 }), (cents) => {
      expect(parseEuro(formatEuro(cents))).toBe(cents);
    }),
  );
});
