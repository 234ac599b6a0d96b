import { dayOfMonthInWords } from '../calendar/words.js';
import { isLocalDate } from '../calendar/local-date.js';
import type { MessageKind } from './message.js';

const KINDS: Readonly<Record<MessageKind, string>> = {
  invitation: 'Invito a partecipare',
  reminder: 'Promemoria',
  escalation: 'Avviso a chi può sbloccare',
  termMoved: 'Nuova data',
  callNews: 'Notizia sull’avviso',
  dateCorrected: 'Correzione di una data',
  documentFiled: 'Conferma',
  documentReturned: 'Documento da correggere',
  approvalAsked: 'Richiesta di via libera',
  question: 'Domanda: è arrivato qualcosa via PEC?',
  officeCall: 'Telefonata da fare',
  officeRound: 'Giro della settimana',
  officeNews: 'Novità per l’ufficio',
  officeReview: 'Documento da controllare',
};

/** What sort of message it is, as a line names it. */
export function kindInWords(kind: MessageKind): string {
  return KINDS[kind];
}

const DROPPED: Readonly<Record<string, string>> = {
  done: 'Non serviva più: nel frattempo è stato fatto.',
  termMoved: 'Non serviva più: il termine è cambiato.',
  ended: 'Non serviva più: la candidatura era chiusa.',
  lapsed: 'Non serviva più: il termine era passato.',
  suspended: 'Non serviva più: il termine è sospeso.',
  fundsExhausted: 'Fermato: i fondi dell’avviso risultano esauriti.',
  replaced: 'Non serviva più: è arrivata una versione più nuova.',
};

/**
 * Why a message was not sent, in one sentence.
 * @param why the code kept with it; one that is not known is shown as it is, so that nobody guesses.
 */
export function whyInWords(why: string): string {
  const [word = '', on = '', day = ''] = why.split(' ');
  if (word === 'superseded') {
    return isLocalDate(day)
      ? `Superato il ${dayOfMonthInWords(day)} da un messaggio più nuovo sulla stessa cosa.`
      : 'Superato da un messaggio più nuovo sulla stessa cosa.';
  }
  if (word === 'smtp') {
    return on === 'refused'
      ? 'Non è arrivato: il server di posta non l’ha preso.'
      : `Non è arrivato: il server di posta ha risposto ${on}.`;
  }
  return DROPPED[word] ?? `Non è partito (${why}).`;
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
