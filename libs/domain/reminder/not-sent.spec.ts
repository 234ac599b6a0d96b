import { perhaps, superseded, undelivered, whyInWords } from './not-sent.js';

test.each([
  ['done', 'Non serviva più: nel frattempo è stato fatto.'],
  ['not wanted', 'Chi doveva riceverlo ha scelto di fare a meno delle conferme.'],
  [superseded('2027-03-26'), 'Superato il 26 marzo da un messaggio più nuovo sulla stessa cosa.'],
  [undelivered(550), 'Non è arrivato: il server di posta ha risposto 550.'],
  [undelivered(null), 'Non è arrivato: il server di posta non l’ha preso.'],
  [
    perhaps('termMoved'),
    'Forse è arrivato, perché il server di posta non ha risposto: poi non è partito più. Non serviva più: il termine è cambiato.',
  ],
  [perhaps(superseded('2027-03-26')), 'Superato il 26 marzo da un messaggio più nuovo sulla stessa cosa.'],
  ['neverSeen', 'Non è partito (neverSeen).'],
])('%s: a message says why it was not sent', (why, words) => {
  expect(whyInWords(why)).toBe(words);
});
