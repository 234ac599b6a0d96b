import { shortFunder, withArticle } from './funder.js';

test.each([
  ['Dipartimento per la trasformazione digitale', 'il Dipartimento'],
  ["Ministero dell'interno", 'il Ministero'],
  ['Presidenza del Consiglio dei ministri', 'la Presidenza'],
  ['Regione Basilicata', 'la Regione Basilicata'],
  ['Agenzia per la coesione territoriale', "l'Agenzia"],
])('%s is called %s', (funder, words) => {
  expect(withArticle(shortFunder(funder))).toBe(words);
});
