export const approval = {
  title: (what: string) => `Dai il via libera? ${what}`,
  first: 'Prima leggi i documenti:',
  give: 'Do il via libera',
  return: 'Rimando indietro',
  sendBack: 'Rimando indietro con questo motivo',
  reason: 'Che cosa va corretto?',
  reasonHint: 'Lo legge chi ha preparato i documenti.',
  reasonMissing: 'Scrivi che cosa va corretto. (APPR-03)',
  notMine: 'Non decido io',
  notMineDone: 'L’ufficio ICT lo sa e ti chiama per capire a chi tocca. Non devi fare altro.',
  noSignature: 'Non è una firma digitale.',
};
