import { csv } from './csv.js';

test('Excel of an Italian machine reads it: a mark, semicolons, decimal commas, days', () => {
  expect(
    csv(
      ['Comune', 'Euro', 'Entro', 'Giorni'],
      [
        ['Rivello', { cents: 2_314_750 }, { day: '2027-03-26' }, 1.5],
        ['Nemoli', { cents: -500 }, { day: null }, null],
      ],
    ),
  ).toBe('\uFEFFComune;Euro;Entro;Giorni\r\nRivello;23147,50;26/03/2027;1,5\r\nNemoli;-5,00;;\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+39 0973', "'+39 0973"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
])('%j is never a formula', (text, written) => {
  expect(csv([], [[text]]).split('\r\n')[1]).toBe(written);
});

test('what would break a row stays in its cell', () => {
  expect(csv(['a;b'], [['dice "no"\nsubito']])).toBe('\uFEFF"a;b"\r\n"dice ""no""\nsubito"\r\n');
});
