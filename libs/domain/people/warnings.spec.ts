import { warningsOf } from './warnings.js';

const on = '2027-03-26';
const soon = '2027-05-25';
const mayor = { role: 'legalRepresentative', continued: false } as const;

test('a mayor without a signature cannot sign, a referent without a platform user cannot send', () => {
  const referent = { role: 'referent', continued: false } as const;
  expect(warningsOf([mayor, referent], [], on, soon)).toEqual([
    { kind: 'none', means: 'digitalSignature' },
    { kind: 'none', means: 'platformUser' },
  ]);
});

test('a means that ends soon is told with its day, one that ended too, one without an end never', () => {
  const means = [
    { kind: 'digitalSignature', expiresOn: '2027-03-26' },
    { kind: 'sistemaCup', expiresOn: '2027-03-25' },
    { kind: 'platformUser', expiresOn: null },
  ] as const;
  expect(warningsOf([mayor], means, on, soon)).toEqual([
    { kind: 'ends', means: 'digitalSignature', on: '2027-03-26' },
    { kind: 'ended', means: 'sistemaCup', on: '2027-03-25' },
  ]);
  const later = [{ kind: 'digitalSignature', expiresOn: '2027-05-26' }, means[2]] as const;
  expect(warningsOf([mayor], later, on, soon)).toEqual([]);
});

test('a mandate that ends soon, or goes on past its end, is told', () => {
  const means = [
    { kind: 'digitalSignature', expiresOn: null },
    { kind: 'platformUser', expiresOn: null },
  ] as const;
  expect(warningsOf([{ ...mayor, to: '2027-05-25' }], means, on, soon)).toEqual([
    { kind: 'mandateEnds', role: 'legalRepresentative', on: '2027-05-25' },
  ]);
  expect(warningsOf([{ ...mayor, to: '2027-02-01', continued: true }], means, on, soon)).toEqual([
    { kind: 'mandateContinued', role: 'legalRepresentative', on: '2027-02-01' },
  ]);
});

test('who pays or registers needs no means', () => {
  expect(warningsOf([{ role: 'accounts', continued: false }], [], on, soon)).toEqual([]);
});
