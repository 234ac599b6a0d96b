import { from, theBody } from '../italian/article.js';
import { shortFunder } from './funder.js';

test.each([
  ['Dipartimento per la trasformazione digitale', 'il Dipartimento'],
  ["Ministero dell'interno", 'il Ministero'],
  ['Presidenza del Consiglio dei ministri', 'la Presidenza'],
  ['Regione Basilicata', 'la Regione Basilicata'],
  ['Agenzia per la coesione territoriale', "l'Agenzia"],
])('%s is called %s', (funder, words) => {
  expect(theBody(shortFunder(funder))).toBe(words);
});

test.each([
  ['Rivello', 'da Rivello'],
  ['La Spezia', 'da La Spezia'],
  ['il Comune', 'dal Comune'],
  ["l'Unione", "dall'Unione"],
  ['la Regione Basilicata', 'dalla Regione Basilicata'],
  ['lo Stato', 'dallo Stato'],
])('what comes from %s comes %s', (who, words) => {
  expect(from(who)).toBe(words);
});
