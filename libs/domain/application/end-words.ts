import type { Moment } from '#domain/fact/fact.js';
import type { RunningTerm } from './running-term.js';
import { dayIn, hourOf } from './wait-dates.js';

/** The day to work by comes first, the official one second (voice, rule 3). */
export function endInWords({ term, official }: RunningTerm, since: Moment): string {
  const workBy = `Entro ${dayIn(term.safeEnd, since)}`;
  if (!official) return `${workBy}.`;
  const hour = `ore ${hourOf(term.cutOff)}`;
  return term.safeEnd === term.end
    ? `${workBy} (è anche il termine ufficiale, ${hour}).`
    : `${workBy} (termine ufficiale: ${dayIn(term.end, since)}, ${hour}).`;
}

/** Silence is said as silence; what an official term leaves is a remedy. */
export function lapsedInWords({ label, onLapse, term }: RunningTerm, since: Moment): string {
  const day = dayIn(term.end, since);
  if (onLapse !== 'silence') return `Termine passato (${label}, ${day}): rimedio possibile.`;
  const none = label.startsWith('risposta') ? `Nessuna ${label}` : `Nessuna risposta (${label})`;
  return `${none} entro ${day}: è registrata come silenzio, non come un no.`;
}
