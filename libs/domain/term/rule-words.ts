import type { LocalDate } from '#domain/calendar/local-date.js';
import { inWords } from '#domain/calendar/words.js';
import type { TermRule } from './rule.js';

const UNITS = {
  days: ['giorno', 'giorni'],
  workingDays: ['giorno lavorativo', 'giorni lavorativi'],
  months: ['mese', 'mesi'],
} as const;

/** How long a term is, in words: "5 giorni", "20 giorni lavorativi", "fino a venerdì 20 settembre 2024". */
export function lengthInWords({ unit, amount, date }: Omit<TermRule, 'starts'>): string {
  if (unit === 'fixed') {
    return date === undefined
      ? 'data fissata dall’avviso'
      : `fino a ${inWords(date as LocalDate, { year: true })}`;
  }
  return unitsInWords(unit, amount ?? 0);
}

/** "1 giorno", "20 giorni lavorativi" */
export function unitsInWords(unit: keyof typeof UNITS, amount: number): string {
  return `${amount} ${UNITS[unit][amount === 1 ? 0 : 1]}`;
}
