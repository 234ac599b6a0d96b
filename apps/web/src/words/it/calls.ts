export const calls = {
  title: 'Avvisi',
  file: 'avvisi',
  csv: ['Numero', 'Titolo', 'Stato', 'Chiude', 'Ora', 'Candidature', 'Inviate', 'Concluse', 'Motivo'],
  launch: 'Nuovo avviso',
  empty: 'Nessun avviso in corso.',
  emptyWhat:
    'Parti da un modello: in venti minuti ogni Comune ha la sua candidatura, con le date e le persone.',
  running: 'In corso',
  over: 'Conclusi',
  count: (n: number, ended: number) =>
    `${n === 1 ? '1 candidatura' : `${n} candidature`}${ended === 0 ? '' : `, ${ended === 1 ? '1 conclusa' : `${ended} concluse`}`}`,
};
