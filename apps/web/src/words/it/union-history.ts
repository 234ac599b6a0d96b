import type { HistoryKind, HistoryQuery } from '#contracts/union-history.js';

type HistoryOrder = NonNullable<HistoryQuery['order']>;

export const unionHistory = {
  title: 'Storia',
  csv: {
    file: (day: string) => `storia-${day}`,
    head: [
      'Giorno',
      'Ora',
      'Comune',
      'Avviso',
      'Candidatura',
      'Che cosa',
      'Chi',
      'Per conto di',
      'Da dove',
      'Come si sa',
      'Registrato',
      'Con quali parole',
      'Corretto',
      'Impronta',
    ],
  },
  lead: 'Tutti i fatti delle candidature e degli avvisi che vedi, dal più recente, nell’ordine in cui sono stati registrati.',
  order: 'Ordine',
  orders: { newest: 'Dal più recente', oldest: 'Dal più vecchio' } satisfies Record<HistoryOrder, string>,
  kind: 'Che cosa',
  kinds: {
    papers: 'Documenti',
    acts: 'Atti e risposte',
    terms: 'Termini',
    talks: 'Telefonate e note',
    corrections: 'Correzioni',
    engine: 'Deciso da Capofila',
  } satisfies Record<HistoryKind, string>,
  comune: 'Comune',
  allComuni: 'Tutti i Comuni',
  call: 'Avviso',
  allCalls: 'Tutti gli avvisi',
  from: 'Accaduti dal giorno',
  to: 'Fino al giorno',
  only: (name: string) => `Solo ${name}`,
  onlyLabel: (name: string) => `Solo quello che ha registrato ${name}`,
  ofCall: (call: string) => `Avviso ${call}`,
  place: (what: string) => `Leggi nella storia di ${what}`,
  corrected: 'corretto o annullato da un fatto successivo',
  recorded: (moment: string) => `registrato ${moment}`,
  more: 'Mostra i successivi',
  empty: 'Ancora niente: la storia comincia quando l’ufficio avvia il primo avviso.',
  nothing: 'Nessun fatto con questi filtri. Togline uno.',
};

export const exporting = {
  title: 'Esporta',
  lead: 'Tutti i fatti registrati, in file che si aprono con Excel. Le parole scritte dalle persone e i documenti non ci sono: si leggono nelle candidature.',
  files: [
    {
      name: 'facts' as const,
      title: 'I fatti',
      what: 'Un fatto per riga, di tutte le candidature e di tutti gli avvisi: che cosa, quando, chi e per chi, come si sa. Le ultime colonne sono quelle con cui si calcola l’impronta.',
      label: 'Scarica i fatti',
    },
    {
      name: 'applications' as const,
      title: 'Le candidature',
      what: 'Una candidatura per riga: Comune, avviso, stato, importo (stimato, richiesto, decretato o incassato), CUP.',
      label: 'Scarica le candidature',
    },
    {
      name: 'chains' as const,
      title: 'Le catene',
      what: 'Una catena per riga, con quanti fatti ha e l’impronta dell’ultimo. Conservala: da quel momento nessuno può cambiare un fatto senza che si veda.',
      label: 'Scarica le catene',
    },
  ],
  verify: 'Come si verifica',
  how: [
    'Ogni candidatura e ogni avviso è una catena: i fatti sono numerati senza salti, e l’impronta di ognuno comprende quella del fatto prima.',
    'L’impronta è lo SHA-256 del fatto, scritto come JSON canonico (RFC 8785) con le ultime colonne del file e con «previous», l’impronta del fatto prima (vuota per il primo). Le celle vuote valgono null; «seq» e «v» sono numeri.',
    'Se cambi una lettera di un fatto, la sua impronta e tutte quelle dopo non tornano più. L’ultima deve essere quella del file delle catene.',
    'Le parole scritte dalle persone non sono nei file: l’impronta di ognuna sta in «detailHash», così si possono cancellare quando la legge lo chiede e la catena resta intera.',
    'Sul server il comando «capofila verify» fa questo controllo su tutte le catene, anche delle parole che ci sono ancora, e dice il primo fatto che non torna.',
  ],
};
