import type { Place } from '#domain/call/requirement.js';
export const launch = {
  title: 'Nuovo avviso',
  steps: ['L’avviso', 'I Comuni', 'Che cosa serve', 'Le persone', 'Anteprima', 'Avviato'],
  step: (n: number, of: number, name: string) => `Passo ${n} di ${of}: ${name}`,
  next: 'Avanti',
  back: 'Indietro',
  tight: 'I tempi sono stretti:',
  from: {
    title: 'Da dove partiamo?',
    lead: 'Un modello contiene termini, documenti, importi e passi.',
    model: 'Da un modello',
    which: 'Quale modello',
    version: (v: number) => `versione ${v}`,
    none: 'Non c’è nessun modello: caricane uno da Impostazioni, Avanzate.',
    start: 'Prepara l’avviso',
  },
  similar: {
    title: 'Da un avviso simile',
    lead: 'Proponiamo lo stesso modello, gli stessi Comuni e le stesse conferme, se valgono ancora.',
    which: 'Quale avviso',
    propose: 'Proponi le stesse scelte',
    proposed: (title: string, number: string) => `Le scelte vengono da ${title} (${number}): controllale.`,
    newer: 'Del modello c’è una versione più nuova: usiamo quella, e i punti vanno confermati di nuovo.',
    busy: (names: readonly string[]) =>
      `${names.join(', ')}: ${names.length === 1 ? 'ha' : 'hanno'} ancora una candidatura in corso, quindi non ${names.length === 1 ? 'è proposto' : 'sono proposti'}.`,
  },
  noted: {
    lead: 'Se adesso non c’è tempo: titolo, pagina e date, e i Comuni li senti dopo.',
    choose: (title: string) => `Avvii «${title}»: scegli da che cosa partire.`,
    from: 'Avvii l’avviso visto:',
    closes: (when: string) => `Chiude ${when}.`,
    differs:
      'Il modello dice altre date, e valgono quelle del modello: se è cambiato l’avviso, carica prima una nuova versione del modello da Impostazioni, Modelli di avviso.',
  },
  call: {
    funder: 'Finanziatore',
    platform: 'Piattaforma',
    opening: 'Apre',
    end: 'Chiude',
    who: 'Chi può chiedere',
    amounts: 'importi',
    everyComune: 'ogni Comune',
    residents: (min: number | undefined, max: number | undefined) =>
      `${min === undefined ? '' : ` con almeno ${min} abitanti`}${max === undefined ? '' : ` con al massimo ${max} abitanti`}`,
    confirmTitle: 'Dove è scritto?',
    confirmLead:
      'Nessuno ha ancora confermato questi punti. Leggi la frase nell’avviso e spunta quello che è giusto; il resto resta «da confermare».',
    confirm: (label: string) => `${label}: è giusto così`,
    source: (act: string) => `Fonte: ${act}`,
    allConfirmed: 'Tutti i termini e gli importi sono già confermati con la loro fonte.',
  },
  comuni: {
    lead: (n: number, euro: string) =>
      `${n === 1 ? 'Un Comune può' : `${n} Comuni possono`} partecipare: in tutto ${euro} stimati.`,
    columns: {
      comune: 'Comune',
      residents: 'Abitanti',
      amount: 'Importo stimato',
      why: 'Perché',
      earlier: 'Già avuto',
    },
    chosen: (n: number, euro: string) =>
      n === 0
        ? 'Scegli almeno un Comune.'
        : `${n === 1 ? 'Un Comune scelto' : `${n} Comuni scelti`}, ${euro} stimati.`,
    earlier: (call: string, label: string) => `${call}: ${label}`,
    none: '—',
  },
  papers: {
    lead: 'Che cosa si chiede, a chi, e dove si fa.',
    columns: { what: 'Che cosa', who: 'Chi', where: 'Dove', step: 'Passo' },
    optional: 'facoltativo',
    proof: 'con la prova',
    place: { here: 'Qui', platform: 'Sulla piattaforma', both: 'Entrambi' } satisfies Record<Place, string>,
    dates: 'Date interne proposte',
    datesLead: 'Contate all’indietro dalla fine dell’avviso, in giorni lavorativi.',
    comune: 'Comune',
  },
  people: {
    lead: 'Chi fa che cosa in ogni Comune, e che cosa manca.',
    missing: 'manca',
    open: 'Sistema le persone',
    openLabel: (comune: string) => `Sistema le persone di ${comune}`,
    back: 'Torna all’avvio dell’avviso',
  },
  preview: {
    lead: 'Guarda tutto prima di avviare: niente è ancora partito.',
    mails: 'E-mail nei primi 60 giorni',
    mostWritten: (name: string, n: number) =>
      `La persona più scritta è ${name}: ${n === 1 ? '1 messaggio' : `${n} messaggi`} in 60 giorni se nessuno fa niente.`,
    mailsOfAll: 'Quante e-mail riceve ciascuno',
    firstMail: 'La prima e-mail',
    firstTo: (to: string) => `A: ${to}`,
    subject: (subject: string) => `Oggetto: ${subject}`,
    timeline: 'La linea del tempo di un Comune',
    timelineLead: 'Se ognuno lavora entro la sua data.',
    start: (n: number) => `Avvia per ${n === 1 ? 'un Comune' : `${n} Comuni`}`,
  },
  done: {
    title: 'Avviato',
    firstMails: (at: string) => `Le prime e-mail partono non prima delle ${at}.`,
    mailsSoon: 'Le prime e-mail partono alla prossima ora d’ufficio.',
    cancel: 'Annulla l’avvio',
    cancelReason: 'Avvio annullato entro dieci minuti',
    cancelWhat: 'Entro dieci minuti puoi annullare: nessuno avrà ricevuto niente.',
    toCalls: 'Torna agli avvisi',
    cancelled: 'Avvio annullato: nessuno è stato avvisato.',
    open: 'Apri l’avviso',
    result: (number: string) => `candidatura ${number}`,
    board: 'Vai al Quadro',
  },
};
