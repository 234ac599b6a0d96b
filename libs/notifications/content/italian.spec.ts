import {
  act,
  al,
  atHour,
  count,
  dal,
  day,
  dayOfMonth,
  il,
  inSentence,
  joined,
  nearDay,
  onHoliday,
} from './italian.js';

test.each([
  ['2027-03-26', 'oggi, venerdì 26 marzo'],
  ['2027-03-27', 'domani, sabato 27 marzo'],
  ['2027-03-28', 'domenica 28 marzo'],
  ['2028-01-03', 'lunedì 3 gennaio 2028'],
] as const)('says %s as %s', (date, words) => {
  expect(nearDay(date, '2027-03-26')).toBe(words);
});

test('says the first of a month with an ordinal', () => {
  expect(dayOfMonth('2027-04-01', '2027-03-26')).toBe('1° aprile');
  expect(day('2027-04-01', '2027-03-26')).toBe('giovedì 1° aprile');
});

test.each([
  ['8 aprile', "l'8 aprile", "all'8 aprile", "dall'8 aprile"],
  ['11 aprile', "l'11 aprile", "all'11 aprile", "dall'11 aprile"],
  ['18 aprile', 'il 18 aprile', 'al 18 aprile', 'dal 18 aprile'],
  ['80', 'il 80', 'al 80', 'dal 80'],
])('gives «%s» its articles', (text, a, b, c) => {
  expect([il(text), al(text), dal(text)]).toEqual([a, b, c]);
});

test.each([
  ['23:59', 'alle 23:59'],
  ['14:00', 'alle 14'],
  ['09:41', 'alle 9:41'],
  ['01:30', "all'1:30"],
])('says %s as %s', (time, words) => {
  expect(atHour(time)).toBe(words);
});

test.each([
  ['2027-03-28', ', a Pasqua'],
  ['2027-12-25', ', a Natale'],
  ['2027-08-15', ' (Assunzione)'],
  ['2027-03-21', ''],
  ['2027-03-24', ''],
] as const)('names the holiday of %s', (date, words) => {
  expect(onHoliday(date)).toBe(words);
});

test('joins words as people do', () => {
  expect(joined([])).toBe('');
  expect(joined(['a'])).toBe('a');
  expect(joined(['a', 'b', 'c'])).toBe('a, b e c');
  expect(joined(['il RUP', 'enti'])).toBe('il RUP ed enti');
});

test('counts in words up to ten', () => {
  expect([1, 2, 10, 11].map(count)).toEqual(['una', 'due', 'dieci', '11']);
});

test('a label enters a sentence in lower case, an acronym as it is', () => {
  expect(inSentence('Determina di affidamento')).toBe('determina di affidamento');
  expect(inSentence('CUP')).toBe('CUP');
});

test.each([
  ['Decreto n. 137/2024', 'il decreto n. 137/2024'],
  ['PEC del 3 marzo', 'la PEC del 3 marzo'],
  ['Avviso di rettifica', "l'avviso di rettifica"],
  ['Prot. 812', "l'atto «Prot. 812»"],
])('quotes «%s» as %s', (quoted, words) => {
  expect(act(quoted)).toBe(words);
});
