import { applicationSlug, callSlug, notedSlug, notedSlugBase, slugOf } from './slug.js';

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

test('a noted call has the words of its title, not too many, and one of the same title a number', () => {
  expect(notedSlugBase('Avviso «131»: PDND')).toBe('avviso-131-pdnd');
  expect(notedSlugBase('!?')).toBe('avviso');
  expect(notedSlugBase(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  expect(notedSlug('pdnd', new Set(['pdnd-2']))).toBe('pdnd');
  expect(notedSlug('pdnd', new Set(['pdnd', 'pdnd-2']))).toBe('pdnd-3');
});
