export const upload = {
  drop: 'Trascina qui il file, oppure sceglilo.',
  proofDrop: 'La ricevuta, la PEC (.eml) o una foto della schermata: trascinala qui, oppure sceglila.',
  choose: 'Scegli il file',
  chooseLabel: (what: string) => `Scegli il file: ${what}`,
  photograph: 'Fotografa',
  photographLabel: (what: string) => `Fotografa: ${what}`,
  limits: 'Fino a 50 MB. Un documento firmato va caricato così com’è (.p7m).',
  notSent: 'Non ancora caricato.',
  send: 'Carica adesso',
  sendProof: 'Allega la prova',
  drop1: 'Togli il file',
  cancel: 'Ferma il caricamento',
  stopped: 'Fermato: quello che è arrivato resta per un giorno, e il caricamento riprende da lì.',
  takeBack: 'Cancella quello che è arrivato',
  progress: 'Caricamento',
  going: (name: string, sent: string, all: string) => `${name}: arrivati ${sent} di ${all}.`,
  waiting: 'La connessione si è interrotta: il caricamento riprende da solo, da dove era arrivato.',
  resumed: 'Il caricamento riprende da dove si era interrotto.',
  /** Why a file is not sent. */
  faults: {
    empty: (name: string) => `${name} è vuoto: controlla il file e scegline un altro. (DOC-201)`,
    large: (name: string, size: string) =>
      `${name} è troppo grande (${size}): al massimo 50 MB. Riducilo o dividilo e riprova. (DOC-202)`,
    program: (name: string) =>
      `${name} è un programma, non un documento: scegli il PDF, il file firmato (.p7m) o la foto. (DOC-208)`,
  },
  confirmation: 'Conferma di caricamento',
  arrived: (what: string) => `Arrivato: ${what},`,
  when: (day: string, at: string) => `${day} alle ${at}.`,
  review:
    'Lo controlliamo entro 2 giorni lavorativi: se manca qualcosa ti scriviamo, altrimenti non senti più nulla.',
  noProtocol: 'Questa conferma non è un numero di protocollo e non è un invio al Dipartimento.',
  fingerprint: 'Impronta del file (SHA-256)',
  another: 'Carica un altro file al suo posto',
  proofSent: (name: string) => `Prova allegata: ${name}.`,
  bytes: (n: number) => `${n} byte`,
  strip: (step: { n: number; label: string } | undefined) =>
    `Questo caricamento arriva all’Unione. Non invia nulla al Dipartimento${step === undefined ? '.' : `: il passo sulla piattaforma è il n. ${step.n}, «${step.label}».`}`,
};
