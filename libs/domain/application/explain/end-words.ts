import { hourOf, inWords, momentInWords } from '#domain/calendar/words.js';
import { daysBetween, type LocalDate } from '#domain/calendar/local-date.js';
import type { Moment } from '#domain/fact/fact.js';
import type { RunningTerm } from '../case/running-term.js';

/** The day to work by comes first, the official one second (voice, rule 3). */
export function endInWords({ term, official }: RunningTerm, since: Moment): string {
  const workBy = `Entro ${inWords(term.safeEnd, { beside: since.date })}`;
  if (!official) return `${workBy}.`;
  const end = momentInWords({ date: term.end, time: term.cutOff }, { beside: since.date });
  return term.safeEnd === term.end
    ? `${workBy} (è anche il termine ufficiale, ore ${hourOf(term.cutOff)}).`
    : `${workBy} (termine ufficiale: ${end}).`;
}

/** Silence is said as silence; what an official term leaves is a remedy. */
export function lapsedInWords({ label, onLapse, term }: RunningTerm, since: Moment): string {
  const day = inWords(term.end, { beside: since.date });
  if (onLapse !== 'silence') return `Termine passato (${label}, ${day}): rimedio possibile.`;
  return `Nessuna ${label} entro ${day}: è registrata come silenzio, non come un no.`;
}

/** What has passed of a term that still asks for something; undefined while the day to work by is still to come. */
export function passedInWords(
  { safeEnd, end }: { safeEnd: LocalDate; end: LocalDate },
  today: LocalDate,
): string | undefined {
  if (today <= safeEnd) return undefined;
  if (today <= end) return 'Il giorno entro cui lavorare è passato: resta il termine ufficiale.';
  const days = daysBetween(end, today);
  return `Il giorno è passato ${days === 1 ? 'ieri' : `da ${days} giorni`}.`;
}
