import type { MessageKind } from './message.js';

/** What sort of message it is, as a line names it, and in a sentence with who gets it where that reads otherwise. */
const KINDS = {
  invitation: { name: 'Invito a partecipare', said: (to) => `Invito ${to}` },
  reminder: { name: 'Promemoria' },
  escalation: { name: 'Richiesta di aiuto' },
  termMoved: { name: 'Nuova data', said: (to) => `Avviso ${to} della nuova data` },
  callNews: { name: 'Notizia sull’avviso', said: (to) => `Notizia ${to} sull’avviso` },
  dateCorrected: { name: 'Correzione di una data', said: (to) => `Avviso ${to} della data giusta` },
  documentFiled: { name: 'Conferma' },
  documentReturned: {
    name: 'Documento da correggere',
    said: (to) => `Richiesta ${to} di correggere un documento`,
  },
  approvalAsked: { name: 'Richiesta di via libera' },
  question: {
    name: 'Domanda: è arrivato qualcosa via PEC?',
    said: (to) => `Domanda ${to}, se è arrivato qualcosa via PEC`,
  },
  officeCall: { name: 'Telefonata da fare', said: (to) => `Avviso ${to} di telefonare` },
  officeRound: {
    name: 'Giro della settimana',
    said: (to) => `Promemoria ${to} del giro settimanale sulla piattaforma`,
  },
  officeNews: { name: 'Novità per l’ufficio', said: (to) => `Notizia ${to}` },
  officeReview: {
    name: 'Documento da controllare',
    said: (to) => `Richiesta ${to} di controllare un documento`,
  },
} as const satisfies Record<MessageKind, { name: string; said?: (to: string) => string }>;

/** "Richiesta di aiuto" */
export function kindInWords(kind: MessageKind): string {
  return KINDS[kind].name;
}

/**
 * "Richiesta di aiuto al segretario", which can be read aloud.
 * @param to "al segretario", "ad Antonio Conte"
 */
export function kindToInWords(kind: MessageKind, to: string): string {
  const words: { name: string; said?: (to: string) => string } = KINDS[kind];
  return words.said?.(to) ?? `${words.name} ${to}`;
}

/** What became of an e-mail, in one sentence. */
export function outcomeInWords(mail: {
  state: 'sending' | 'sent' | 'failed' | 'dead';
  attempts: number;
  smtpCode: number | null;
}): string {
  const code = mail.smtpCode === null ? '' : ` (${mail.smtpCode})`;
  switch (mail.state) {
    case 'sent':
      return `Presa in consegna dal server di posta${code}.`;
    case 'dead':
      return `L’indirizzo non esiste o non riceve posta${code}: correggilo, poi mandala di nuovo.`;
    case 'failed':
      return mail.smtpCode === null
        ? 'Il server di posta non ha risposto per due giorni.'
        : `Il server di posta l’ha rifiutata${code}.`;
    case 'sending':
      return mail.attempts === 0
        ? 'Sta partendo.'
        : `Il server di posta chiede di aspettare${code}: Capofila riprova da solo.`;
    default:
      return mail.state satisfies never;
  }
}
