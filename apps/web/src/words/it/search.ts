import type { SearchKind } from '#contracts/search.js';
export const search = {
  title: 'Cerca',
  csv: { file: 'cerca', head: ['Che cosa', 'Titolo', 'Dove si trova', 'Pagina'] },
  titleFor: (words: string) => `Cerca: ${words}`,
  label: 'Cerca in Capofila',
  hint: 'Comune, CUP, CIG, protocollo, persona, titolo',
  go: 'Cerca',
  kinds: {
    application: 'Candidature',
    call: 'Avvisi',
    notedCall: 'Avvisi visti, non avviati',
    body: 'Enti',
    person: 'Persone',
  } satisfies Record<SearchKind, string>,
  found: (n: number) => (n === 1 ? '1 risultato' : `${n} risultati`),
  most: 'Ci sono almeno venti risultati: aggiungi una parola per restringere.',
  nothing: (words: string) => `Niente per «${words}».`,
  nothingWhat:
    'Prova con una parola sola, con il numero della candidatura, oppure con le prime cifre del CUP.',
  noRole: 'Questa persona non ha incarichi in corso.',
  short: 'Scrivi almeno due lettere o cifre.',
};
