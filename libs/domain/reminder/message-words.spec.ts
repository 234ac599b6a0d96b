import { kindInWords, outcomeInWords, whyInWords } from './message-words.js';

test('a message says what it is, and why it was not sent', () => {
  expect(kindInWords('reminder')).toBe('Promemoria');
  expect(whyInWords('done')).toBe('Non serviva più: nel frattempo è stato fatto.');
  expect(whyInWords('superseded on 2027-03-26')).toBe(
    'Superato il 26 marzo da un messaggio più nuovo sulla stessa cosa.',
  );
  expect(whyInWords('smtp 550')).toBe('Non è arrivato: il server di posta ha risposto 550.');
  expect(whyInWords('smtp refused')).toBe('Non è arrivato: il server di posta non l’ha preso.');
  expect(whyInWords('neverSeen')).toBe('Non è partito (neverSeen).');
});

test.each([
  ['sent', 1, 250, 'Presa in consegna dal server di posta (250).'],
  ['dead', 1, 550, 'L’indirizzo non esiste o non riceve posta (550): correggilo, poi mandala di nuovo.'],
  ['failed', 104, null, 'Il server di posta non ha risposto per due giorni.'],
  ['failed', 1, 554, 'Il server di posta l’ha rifiutata (554).'],
  ['sending', 0, null, 'Sta partendo.'],
  ['sending', 2, 421, 'Il server di posta chiede di aspettare (421): Capofila riprova da solo.'],
] as const)('an e-mail that is %s after %i tries with code %s', (state, attempts, smtpCode, words) => {
  expect(outcomeInWords({ state, attempts, smtpCode })).toBe(words);
});
