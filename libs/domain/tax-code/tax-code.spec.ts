import fc from 'fast-check';
import { checkTaxCode } from './tax-code.js';

test.each(['RSSMRA85T10A562S', 'RCCMNL83S18D969H', 'VRDGPP13R10B293P'])('takes %s of a person', (code) => {
  expect(checkTaxCode(code)).toEqual({ normalized: code });
});

// As python-stdnum makes them.
test.each(['RSSMRA85T10A56NH', 'RSSMRA85T10ARSNO', 'RSSMRAULTMLARSNF', 'RCCMNL83S18D96VW'])(
  'takes %s, in which letters stand for digits',
  (code) => expect(checkTaxCode(code)).toEqual({ normalized: code }),
);

test('takes eleven digits of a body, and sees any other digit in them', () => {
  expect(checkTaxCode('00743110157')).toEqual({ normalized: '00743110157' });
  fc.assert(
    fc.property(fc.nat({ max: 10 }), fc.nat({ max: 9 }), (at, digit) => {
      const other = `${'00743110157'.slice(0, at)}${digit}${'00743110157'.slice(at + 1)}`;
      expect(checkTaxCode(other).problem?.code).toBe(other === '00743110157' ? undefined : 'CF-02');
    }),
  );
});

test.each([
  ['RSSMRA85T10A562T', 'CF-02'],
  ['RSSMRA85T10A56HH', 'CF-01'],
  ['RSSMRA85G10A562S', 'CF-01'],
  ['0074311015', 'CF-01'],
  ['testo', 'CF-01'],
])('refuses %s as %s', (code, problem) => {
  expect(checkTaxCode(code).problem?.code).toBe(problem);
});

test('reads it as people paste it', () => {
  expect(checkTaxCode(' rss mra 85t10 a562s ')).toEqual({ normalized: 'RSSMRA85T10A562S' });
});
