import { applicationSlug, callSlug, slugOf } from './slug.js';

test('an address is made of the words of a name', () => {
  expect(slugOf('Castelluccio Inferiore')).toBe('castelluccio-inferiore');
  expect(slugOf("Territori connessi (demo): perché l'Unità?")).toBe('territori-connessi-demo-perche-l-unita');
});

test('a call of the same name in the same year is told apart, and never looks like a second attempt', () => {
  expect(callSlug('SEND', '2027', new Set())).toBe('send-2027');
  expect(callSlug('SEND', '2027', new Set(['send-2027', 'send-2027-a2']))).toBe('send-2027-a3');
  expect(applicationSlug('Rivello', 'send-2027', 1)).toBe('rivello-send-2027');
  expect(applicationSlug('Nemoli', 'send-2027', 2)).toBe('nemoli-send-2027-2');
});
