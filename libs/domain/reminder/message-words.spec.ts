import { kindInWords, kindToInWords, outcomeInWords } from './message-words.js';

test('a message says what it is, and to whom, with one name', () => {
  expect(kindInWords('escalation')).toBe('Richiesta di aiuto');
  expect(kindToInWords('escalation', 'al segretario')).toBe('Richiesta di aiuto al segretario');
  expect(kindToInWords('officeReview', 'a Marta')).toBe('Richiesta a Marta di controllare un documento');
});

test.each([
  ['sent', 1, 250, 'Presa in consegna dal server di posta (250).'],
  ['dead', 1, 550, 'L’indirizzo non esiste o non riceve posta (550): correggilo, poi mandala di nuovo.'],
  ['failed', 104, null, 'Il server di posta non ha risposto per due giorni.'],
  ['failed', 1, 554, 'Il server di posta l’ha rifiutata (554).'],
  ['sending', 0, null, 'Sta partendo.'],
  ['dropped', 3, null, 'Non è partita: quando il server di posta è tornato, non serviva più.'],
  ['sending', 2, null, 'Il server di posta non risponde: Capofila riprova da solo.'],
  ['sending', 2, 421, 'Il server di posta chiede di aspettare (421): Capofila riprova da solo.'],
] as const)('an e-mail that is %s after %i tries with code %s', (state, attempts, smtpCode, words) => {
  expect(outcomeInWords({ state, attempts, smtpCode })).toBe(words);
});
