import { changeOfPerson } from '../../apps/web/src/words/it/change-of-person.js';
import { correct } from '../../apps/web/src/words/it/correct.js';
import { today } from '../../apps/web/src/words/it/today.js';

test('a line begins with a capital, whatever it begins with', () => {
  expect(correct.termGone('inserimento del CUP')).toBe('Inserimento del CUP: il termine non c’è più.');
});

test('who leaves an office is named as Italian asks', () => {
  expect(changeOfPerson.mailsStop('Antonio Conte')).toBe(
    'Ad Antonio Conte non scriviamo più per questo Comune.',
  );
  expect(changeOfPerson.mailsGoOn('Giulia Riviello', ['RUP'])).toBe(
    'A Giulia Riviello scriviamo ancora come RUP.',
  );
});

test('to whom it is up is said as Italian asks', () => {
  expect(today.upTo('Antonio Conte')).toBe('Tocca ad Antonio Conte');
  expect(today.upTo('Giulia Riviello')).toBe('Tocca a Giulia Riviello');
});
