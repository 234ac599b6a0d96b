import { isLocalDate, type LocalDate } from '../calendar/local-date.js';
import { dayOfMonthInWords } from '../calendar/words.js';

/** Why a message is not true any more when its hour comes. */
export type Dropped =
  'done' | 'termMoved' | 'ended' | 'lapsed' | 'suspended' | 'replaced' | 'handedOver' | 'fundsExhausted';

/** Why a message was not sent: kept with it, so that "why did I get nothing?" has an answer. */
export type NotSent =
  | Dropped
  | 'not wanted'
  | `superseded on ${LocalDate}`
  | `smtp ${number | 'refused'}`
  | `perhaps ${Dropped | 'not wanted'}`;

/** Left out of an e-mail that the mail server may have taken before: what it said was perhaps read. */
export function perhaps(why: NotSent): NotSent {
  return isDropped(why) ? `perhaps ${why}` : why;
}

/** A newer message about the same thing goes. */
export function superseded(on: LocalDate): NotSent {
  return `superseded on ${on}`;
}

/** @param code what the mail server answered; null when it did not. */
export function undelivered(code: number | null): NotSent {
  return `smtp ${code ?? 'refused'}`;
}

const DROPPED = {
  done: 'Non serviva più: nel frattempo è stato fatto.',
  termMoved: 'Non serviva più: il termine è cambiato.',
  ended: 'Non serviva più: la candidatura era chiusa.',
  lapsed: 'Non serviva più: il termine era passato.',
  suspended: 'Non serviva più: il termine è sospeso.',
  handedOver: 'Non serviva più: ora se ne occupa un’altra persona.',
  fundsExhausted: 'Fermato: i fondi dell’avviso risultano esauriti.',
  replaced: 'Non serviva più: è arrivata una versione più nuova.',
  'not wanted': 'Chi doveva riceverlo ha scelto di fare a meno delle conferme.',
} as const satisfies Record<Dropped | 'not wanted', string>;

/**
 * Why a message was not sent, in one sentence.
 * @param why as it was kept; what is not known is shown as it is, so that nobody guesses.
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
  if (word === 'perhaps' && isDropped(on)) {
    return `Forse è arrivato, perché il server di posta non ha risposto: poi non è partito più. ${DROPPED[on]}`;
  }
  return isDropped(why) ? DROPPED[why] : `Non è partito (${why}).`;
}

function isDropped(why: string): why is keyof typeof DROPPED {
  return Object.hasOwn(DROPPED, why);
}
