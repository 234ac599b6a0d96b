import { from, of, theAct, theBody, theDay, theMany, to, withArticle } from './article.js';

test.each([
  ['decreto', 'il decreto'],
  ['esito', "l'esito"],
  ['Stato', 'lo Stato'],
  ['Regione Basilicata', 'la Regione Basilicata'],
  ['via libera del sindaco', 'il via libera del sindaco'],
  ["l'Unione", "l'Unione"],
  ['elenchi', undefined],
])('%s is said %s', (name, words) => {
  expect(withArticle(name)).toBe(words);
});

test.each([
  ['Rivello', 'da Rivello', 'di Rivello', 'a Rivello'],
  ['La Spezia', 'da La Spezia', 'di La Spezia', 'a La Spezia'],
  ['il Comune', 'dal Comune', 'del Comune', 'al Comune'],
  ["l'Unione", "dall'Unione", "dell'Unione", "all'Unione"],
  [
    'la Regione Basilicata',
    'dalla Regione Basilicata',
    'della Regione Basilicata',
    'alla Regione Basilicata',
  ],
  ['lo Stato', 'dallo Stato', 'dello Stato', 'allo Stato'],
  ['gli uffici', 'dagli uffici', 'degli uffici', 'agli uffici'],
  ['i Comuni', 'dai Comuni', 'dei Comuni', 'ai Comuni'],
  ['le ditte', 'dalle ditte', 'delle ditte', 'alle ditte'],
  ['Giulia Riviello', 'da Giulia Riviello', 'di Giulia Riviello', 'a Giulia Riviello'],
  ['Antonio Conte', 'da Antonio Conte', 'di Antonio Conte', 'ad Antonio Conte'],
  ['Elena Pace', 'da Elena Pace', 'di Elena Pace', 'a Elena Pace'],
])('%s joins its prepositions', (who, ...words) => {
  expect([from(who), of(who), to(who)]).toEqual(words);
});

test.each([
  ['8 aprile', "l'8 aprile", "all'8 aprile", "dall'8 aprile", "dell'8 aprile"],
  ['11 aprile', "l'11 aprile", "all'11 aprile", "dall'11 aprile", "dell'11 aprile"],
  ['18 aprile', 'il 18 aprile', 'al 18 aprile', 'dal 18 aprile', 'del 18 aprile'],
  ['80', 'il 80', 'al 80', 'dal 80', 'del 80'],
])('gives «%s» its articles', (text, ...words) => {
  const day = theDay(text);
  expect([day, to(day), from(day), of(day)]).toEqual(words);
});

test.each([
  ['Decreto n. 137/2024', 'il decreto n. 137/2024'],
  ['PEC del 3 marzo', 'la PEC del 3 marzo'],
  ['Avviso di rettifica', "l'avviso di rettifica"],
  ['Ordinanza n. 4', "l'ordinanza n. 4"],
  ['Determinazione n. 9', 'la determinazione n. 9'],
  ['Prot. 812', "l'atto «Prot. 812»"],
])('quotes «%s» as %s', (quoted, words) => {
  expect(theAct(quoted)).toBe(words);
});

test('a body always has its article', () => {
  expect(theBody('Comune')).toBe('il Comune');
  expect(theBody('Invitalia')).toBe("l'Invitalia");
});

test.each([
  ['8', 'gli 8'],
  ['11', 'gli 11'],
  ['80', 'gli 80'],
  ['8.000 euro', 'gli 8.000 euro'],
  ['11.000 euro', 'gli 11.000 euro'],
  ['110', 'i 110'],
  ['1.100', 'i 1.100'],
  ['23.147 euro', 'i 23.147 euro'],
])('a number that begins with a vowel takes its article: %s', (number, words) => {
  expect(theMany(number)).toBe(words);
});
