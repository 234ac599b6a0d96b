import {
  addDays,
  epochMs,
  instantAt,
  type LocalDate,
  localAt,
  localOf,
  mondayOf,
} from '#domain/calendar/local-date.js';
import { atHour, inWords } from '#domain/calendar/words.js';
import { isWorkingDay, nextWorkingDay } from '#domain/calendar/working-day.js';

/** What is wrong with a stored file: other bytes than were filed, no such file, or a disk that does not give it. */
export const FILE_FAULTS = ['changed', 'lost', 'unreadable'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A paper whose file is no longer what was filed. */
export interface SpoiltPaper {
  sha256: string;
  fault: FileFault;
  fileName: string;
  applicant: string;
  /** Of the application. */
  number: string;
}

/** What is known of the stored files: when all of them were last read whole, how many they were, and what is wrong now. */
export interface FilesKnown {
  /** Instant; absent before the first reading has ended. */
  readAt?: string;
  files: number;
  spoilt: readonly SpoiltPaper[];
}

/** Nobody works at this hour, and the disk is free. */
const NIGHT = '03:00:00';
const OFFICE_HOURS = { from: '08:00', to: '18:00' };

/**
 * When all files are read again: in the night from Saturday to Sunday; in the next night while one of them is to be
 * restored, so that what was put right is seen the day after.
 * @param now epoch milliseconds
 */
export function nextReading(now: number, anySpoilt: boolean): number {
  const today = localAt(now).date;
  const nightOf = (day: LocalDate) => epochMs(instantAt(day, NIGHT));
  if (anySpoilt) return nightOf(today) > now ? nightOf(today) : nightOf(addDays(today, 1));
  const sunday = addDays(mondayOf(today), 6);
  return nightOf(sunday) > now ? nightOf(sunday) : nightOf(addDays(sunday, 7));
}

/** When the office hears of what a reading has found: in its hours. Oggi says it at once. */
export function tellFilesAt(now: number): number {
  const { date, time } = localAt(now);
  const today = isWorkingDay(date);
  if (today && time.slice(0, 5) >= OFFICE_HOURS.from && time.slice(0, 5) < OFFICE_HOURS.to) return now;
  const day = today && time.slice(0, 5) < OFFICE_HOURS.from ? date : nextWorkingDay(date);
  return epochMs(instantAt(day, `${OFFICE_HOURS.from}:00`));
}

const FAULTS: Readonly<Record<FileFault, string>> = {
  changed: 'non è più quello depositato',
  lost: 'non si trova più',
  unreadable: 'non si lascia leggere dal disco',
};

/** "«delibera.pdf» (Rivello, ULL-2027-0003) non si trova più" */
export function faultInWords({ fileName, applicant, number, fault }: SpoiltPaper): string {
  return `«${fileName}» (${applicant}, ${number}) ${FAULTS[fault]}`;
}

/** Who mends it, how, and what holds meanwhile: nobody files anything again. */
export const RESTORE =
  'Avvisa chi gestisce Capofila: con la copia di sicurezza il file torna al suo posto, con lo stesso nome. Non serve ' +
  'ricaricarlo: che cosa fu depositato e quando resta in atti. Capofila rilegge ogni notte, e lo toglie da qui quando è a posto.';

const NAMED = 3;

/** What office and auditor read of it; undefined while nothing is to be restored. */
export function spoiltInWords(spoilt: readonly SpoiltPaper[]): string | undefined {
  if (spoilt.length === 0) return undefined;
  const more = spoilt.length - NAMED;
  const named = spoilt.slice(0, NAMED).map(faultInWords);
  const rest = more > 0 ? [more === 1 ? 'e un altro' : `e altri ${more}`] : [];
  return `Da riprendere dalla copia di sicurezza: ${[...named, ...rest].join('; ')}. ${RESTORE} (SYS-09)`;
}

/** When all files were last held against the record, for whoever checks: also that it was not done yet. */
export function readingInWords({ readAt, files, spoilt }: FilesKnown, today: LocalDate): string {
  if (readAt === undefined) {
    return 'I file depositati non sono ancora stati riletti: Capofila li rilegge tutti ogni settimana, da solo.';
  }
  const { date, time } = localOf(readAt);
  const wrong = new Set(spoilt.map(({ sha256 }) => sha256)).size;
  const found =
    wrong === 0
      ? 'tutti uguali a come furono depositati'
      : `${wrong === 1 ? 'uno' : wrong} da riprendere dalla copia di sicurezza`;
  const when = `${inWords(date, { beside: today })} ${atHour(time)}`;
  return `I file depositati sono stati riletti ${when}: ${files} file, ${found}.`;
}
