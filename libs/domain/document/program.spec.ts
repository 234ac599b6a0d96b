import { isProgram } from './program.js';

test.each(['strano.exe', 'fattura.pdf.JS', 'leggimi.bat. '])('%j is a program', (name) => {
  expect(isProgram(name)).toBe(true);
});

test.each(['determina.pdf', 'domanda.pdf.p7m', 'ricevuta.eml', 'schermata.PNG', 'elenco.ods', 'senza nome'])(
  '%j may be a paper',
  (name) => {
    expect(isProgram(name)).toBe(false);
  },
);
