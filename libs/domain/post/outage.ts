import { epochMs, type LocalDate, localOf } from '#domain/calendar/local-date.js';
import { atHour, inWords } from '#domain/calendar/words.js';

/** The mail server takes nothing: since when the oldest e-mail waits for it, and how many do. */
export interface MailOutage {
  /** Instant. */
  since: string;
  waiting: number;
}

/**
 * An e-mail that waits so long says that the mail server is away, unless it took another meanwhile. By the pauses between
 * tries the first one after this comes five minutes after the beginning, so the office sees it well within ten.
 */
export const OUTAGE_AFTER_MS = 4 * 60_000;

/** What the office reads of it, on Oggi and over Messaggi. */
export function outageInWords({ since, waiting }: MailOutage, today: LocalDate): string {
  const { date, time } = localOf(since);
  const from = date === today ? '' : `${inWords(date)} `;
  const wait = waiting === 1 ? 'Un’e-mail aspetta' : `${waiting} e-mail aspettano`;
  return (
    `Il server di posta non prende e-mail: la prima non è partita ${from}${atHour(time)}. ${wait}: Capofila riprova da solo, ` +
    'e manda solo quello che vale ancora. Avvisa chi gestisce la posta dell’Unione. (SYS-08)'
  );
}

/** Whole minutes since it began. */
export function minutesOfOutage({ since }: MailOutage, now: number): number {
  return Math.max(1, Math.floor((now - epochMs(since)) / 60_000));
}
