import fc from 'fast-check';
import { checkCig } from './cig.js';

test.each(['8000055E38', '1234567CE7', '7654321183', '68423917AC'])('takes %s, whose sum is right', (cig) => {
  expect(checkCig(cig)).toEqual({ normalized: cig });
});

test.each(['Z1A2B3C4D5', 'X000000000', 'B3C4D5E6F7', 'A01B2C3D4E', 'B6A1C20D31'])(
  'takes %s, of a shape without a known sum',
  (cig) => expect(checkCig(cig)).toEqual({ normalized: cig }),
);

test('of seven digits one other digit, or two in other places, are seen by the sum', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.nat({ max: 6 }),
      fc.nat({ max: 9 }),
      (n, at, digit) => {
        const digits = String(n).padStart(7, '0');
        const sum = ((n * 211) % 4091).toString(16).padStart(3, '0');
        expect(checkCig(digits + sum).problem).toBeUndefined();
        const wrong = digits.slice(0, at) + String(digit) + digits.slice(at + 1);
        const expected = wrong === digits ? undefined : 'CIG-02';
        expect(checkCig(wrong + sum).problem?.code).toBe(expected);
      },
    ),
  );
});

test.each(['NOT A CIG', 'testo', '12345678', '80000O5E38', '8000055E38A', '80000555E3Z'])(
  'refuses "%s"',
  (cig) => {
    expect(checkCig(cig).problem?.code).toBe('CIG-01');
  },
);

test.each([' 8000055e38 ', 'CIG: 8000055E38', '8000055-E38'])('reads "%s" as people paste it', (cig) => {
  expect(checkCig(cig)).toEqual({ normalized: '8000055E38' });
});
