import fc from 'fast-check';
import { euroInWords, formatEuro } from './money.js';

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
