import { toPerson } from '#domain/people/to-person.js';

/** Messages about one application. */
export const mailLines = {
  empty: 'Nessun messaggio è ancora partito per questa candidatura.',
  to: toPerson,
  state: {
    pending: 'partirà',
    sending: 'in partenza',
    sent: 'inviato',
    skipped: 'non inviato',
    failed: 'non consegnato',
  },
  because: {
    done: 'Non serviva più: nel frattempo è stato fatto.',
    termMoved: 'Il termine è stato spostato: ne è partito un altro con la data nuova.',
    ended: 'La candidatura è conclusa.',
    lapsed: 'Il termine era già passato.',
    suspended: 'Il termine è sospeso.',
    replaced: 'Ne è partito uno più recente al suo posto.',
  },
  superseded: 'Ne è partito uno più recente al suo posto.',
  failed: 'L’indirizzo non ha accettato il messaggio: controllalo in «Comuni».',
  kind: {
    invitation: 'Invito a partecipare',
    reminder: 'Promemoria',
    escalation: 'Promemoria alla persona successiva',
    termMoved: 'Termine spostato',
    dateCorrected: 'Data corretta',
    documentFiled: 'Conferma',
    documentReturned: 'Documento da correggere',
    approvalAsked: 'Richiesta di via libera',
    question: 'Domanda: è arrivato qualcosa via PEC?',
    officeCall: 'Per l’ufficio: una telefonata da fare',
    officeRound: 'Per l’ufficio: il giro del lunedì',
    officeNews: 'Per l’ufficio: una novità',
    officeReview: 'Per l’ufficio: un documento da controllare',
    other: 'Messaggio',
  },
  text: 'Leggi com’è partito',
  address: (to: string) => `Spedito a ${to}`,
};
