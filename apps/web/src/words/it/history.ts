export const history = {
  ofCall: 'Atti dell’avviso, che valgono anche qui',
  corrected: 'Corretto con:',
  voided: 'Annullato con:',
  recorded: (moment: string) => `registrato ${moment}`,
  void: 'Annulla',
  voidLabel: (sentence: string) => `Annulla: ${sentence}`,
  correctLabel: (sentence: string) => `Correggi: ${sentence}`,
};
