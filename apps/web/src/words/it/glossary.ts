/** Acronyms that people meet, each in one sentence. */
export const glossary = {
  what: (term: string) => `Che cosa vuol dire ${term}?`,
  terms: {
    API: 'Il modo in cui due programmi si scambiano dati, senza persone in mezzo.',
    CAdES: 'Firma digitale che avvolge il file: il nome finisce in .p7m.',
    CIG: 'Codice Identificativo Gara: identifica un affidamento o una gara.',
    CRE: 'Certificato di regolare esecuzione: dice che il lavoro è stato fatto come da contratto.',
    CUC: 'Centrale unica di committenza: fa le gare per più enti.',
    CUP: 'Codice Unico di Progetto: quindici caratteri che seguono un finanziamento pubblico dall’inizio alla fine.',
    DEC: 'Direttore dell’esecuzione del contratto: controlla che il fornitore faccia quello che deve.',
    DURC: 'Documento unico di regolarità contributiva: dice che il fornitore ha pagato i contributi.',
    ICT: 'Tecnologie dell’informazione e della comunicazione: i computer, le reti e i servizi in rete.',
    IPA: 'Indice delle pubbliche amministrazioni: l’elenco ufficiale degli enti, con la loro PEC e il loro responsabile.',
    IUN: 'Identificativo univoco di una notifica su SEND.',
    PAdES: 'Firma digitale dentro il PDF: il nome resta .pdf. La piattaforma non l’accetta.',
    PDND: 'Piattaforma Digitale Nazionale Dati: gli enti vi pubblicano i dati che altri enti possono chiedere.',
    PEC: 'Posta elettronica certificata: prova l’ora in cui un messaggio è stato consegnato.',
    PEG: 'Piano esecutivo di gestione: assegna le somme del bilancio agli uffici.',
    RUP: 'Responsabile unico del progetto: risponde del progetto per il Comune.',
    SEND: 'Servizio Notifiche Digitali: consegna in modo digitale gli atti della pubblica amministrazione.',
  },
};
