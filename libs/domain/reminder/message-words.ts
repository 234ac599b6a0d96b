import { MESSAGE_KINDS, type MessageKind } from './message-kinds.js';

/** "Richiesta di aiuto" */
export function kindInWords(kind: MessageKind): string {
  return MESSAGE_KINDS[kind].name;
}

/**
 * "Richiesta di aiuto al segretario", which can be read aloud.
 * @param to "al segretario", "ad Antonio Conte"
 */
export function kindToInWords(kind: MessageKind, to: string): string {
  const words: { name: string; said?: (to: string) => string } = MESSAGE_KINDS[kind];
  return words.said?.(to) ?? `${words.name} ${to}`;
}

/** What became of an e-mail, in one sentence. */
export function outcomeInWords(mail: {
  state: 'sending' | 'sent' | 'failed' | 'dead' | 'dropped';
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
    case 'dropped':
      return 'Non è partita: quando il server di posta è tornato, non serviva più.';
    case 'sending':
      return mail.attempts === 0
        ? 'Sta partendo.'
        : `Il server di posta ${mail.smtpCode === null ? 'non risponde' : `chiede di aspettare${code}`}: Capofila riprova da solo.`;
    default:
      return mail.state satisfies never;
  }
}
