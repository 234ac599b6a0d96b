import { unitsInWords } from './rule-words.js';
import { capital } from '#domain/italian/sentence.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { inWords, type Language } from '#domain/calendar/words.js';
import type { TermReason, TermUnit } from './rule.js';

/** Says one step of the computation: Italian for pages, English for the command. One sentence, with its full stop. */
export function termReasonInWords(reason: TermReason, language: Language): string {
  return language === 'it' ? italian(reason) : english(reason);
}

function italian(reason: TermReason): string {
  const day = (date: LocalDate): string => inWords(date, { year: true });
  switch (reason.code) {
    case 'counted':
      return `${unitsInWords(reason.unit, reason.amount)} da ${day(reason.from)}, che non si conta: ${day(reason.to)}.`;
    case 'countedBack':
      return `${unitsInWords(reason.unit, reason.amount)} prima di ${day(reason.from)}, che non si conta: ${day(reason.to)}.`;
    case 'fixedDate':
      return `Data fissata dall'avviso: ${day(reason.to)}.`;
    case 'lastOfMonth':
      return `Il mese non ha quel giorno: vale l'ultimo, ${day(reason.to)} (art. 2963 c.c.).`;
    case 'rolledOver':
      return `${capital(day(reason.from))} non vale (${reason.holiday}): il termine passa a ${day(reason.to)} (art. 2963 c.c.).`;
    case 'anticipated':
      return `${capital(day(reason.from))} è festivo (${reason.holiday}): il termine a ritroso si anticipa a ${day(reason.to)}.`;
    case 'keptOnHoliday':
      return `${capital(day(reason.on))} è festivo (${reason.holiday}), ma il termine non si sposta.`;
    case 'capped':
      return reason.of === undefined
        ? `${capital(day(reason.from))} supera il limite invalicabile: vale ${day(reason.to)}.`
        : `${capital(day(reason.from))} viene dopo «${reason.of}»: vale ${day(reason.to)}.`;
    case 'extended':
      return `${reason.act}: proroga da ${day(reason.from)} a ${day(reason.to)}.`;
    case 'reopened':
      return `${reason.act}: riapertura${reason.opens ? ` da ${day(reason.opens)}` : ''} fino a ${day(reason.to)} (prima: ${day(reason.from)}).`;
    case 'suspended':
      return `${reason.act}: sospeso da ${day(reason.since)} a ${day(reason.until)}, poi riprende: ${day(reason.to)}.`;
    case 'suspensionRunning':
      return `${reason.act}: sospeso da ${day(reason.since)}, finché non riprende.`;
    case 'suspensionWithoutEffect':
      return `${reason.act}: la sospensione da ${day(reason.since)} non cambia questo termine.`;
    case 'cutOff':
      return `Entro le ${reason.at}:00 esatte, un secondo dopo è tardi (Cons. Stato 8546/2024).`;
    case 'wholeDay':
      return "La fonte non dice un'ora: l'ultimo giorno vale tutto, fino a mezzanotte (art. 155 c.p.c.).";
    case 'doubledHour':
      return `Quella notte le ${reason.at} vengono due volte: vale la prima.`;
    case 'endsBeforeStart':
      return `La fine (${day(reason.end)}) viene prima dell'inizio (${day(reason.start)}): controlla le date.`;
    case 'otherReading':
      return `Lettura più severa${readingIt(reason)}: ${day(reason.strictEnd)}.`;
    case 'safeEnd':
      return `Data di lavoro: ${day(reason.to)}, ultimo giorno lavorativo entro ${day(reason.strictEnd)}.`;
  }
}

function english(reason: TermReason): string {
  const day = (date: LocalDate): string => inWords(date, { language: 'en', year: true });
  switch (reason.code) {
    case 'counted':
      return `${unitEn(reason.unit, reason.amount)} from ${day(reason.from)}, which is not counted: ${day(reason.to)}.`;
    case 'countedBack':
      return `${unitEn(reason.unit, reason.amount)} before ${day(reason.from)}, which is not counted: ${day(reason.to)}.`;
    case 'fixedDate':
      return `Date set by the call: ${day(reason.to)}.`;
    case 'lastOfMonth':
      return `The month lacks that day, so its last one counts: ${day(reason.to)} (art. 2963 c.c.).`;
    case 'rolledOver':
      return `${day(reason.from)} does not count (${nameEn(reason.holiday)}): the term moves to ${day(reason.to)} (art. 2963 c.c.).`;
    case 'anticipated':
      return `${day(reason.from)} is a holiday (${nameEn(reason.holiday)}): the backward term is anticipated to ${day(reason.to)}.`;
    case 'keptOnHoliday':
      return `${day(reason.on)} is a holiday (${nameEn(reason.holiday)}), but roll-over is off.`;
    case 'capped':
      return reason.of === undefined
        ? `${day(reason.from)} is beyond the cap: ${day(reason.to)} counts.`
        : `${day(reason.from)} is after "${reason.of}": ${day(reason.to)} counts.`;
    case 'extended':
      return `${reason.act}: extended from ${day(reason.from)} to ${day(reason.to)}.`;
    case 'reopened':
      return `${reason.act}: reopened${reason.opens ? ` from ${day(reason.opens)}` : ''} until ${day(reason.to)} (before: ${day(reason.from)}).`;
    case 'suspended':
      return `${reason.act}: suspended from ${day(reason.since)} to ${day(reason.until)}, then it goes on: ${day(reason.to)}.`;
    case 'suspensionRunning':
      return `${reason.act}: suspended since ${day(reason.since)}, until it goes on.`;
    case 'suspensionWithoutEffect':
      return `${reason.act}: the suspension from ${day(reason.since)} does not change this term.`;
    case 'cutOff':
      return `At ${reason.at}:00 exactly; one second later is late (Cons. Stato 8546/2024).`;
    case 'wholeDay':
      return 'No hour is named: the last day counts to its end (art. 155 c.p.c.).';
    case 'doubledHour':
      return `That night ${reason.at} comes twice: the first one counts.`;
    case 'endsBeforeStart':
      return `The end (${day(reason.end)}) comes before the start (${day(reason.start)}): check the dates.`;
    case 'otherReading':
      return `Stricter reading${readingEn(reason)}: ${day(reason.strictEnd)}.`;
    case 'safeEnd':
      return `Work by ${day(reason.to)}, the last working day not later than ${day(reason.strictEnd)}.`;
  }
}

type CountedUnit = Exclude<TermUnit, 'fixed'>;
type OtherReading = Extract<TermReason, { code: 'otherReading' }>;

function unitEn(unit: CountedUnit, amount: number): string {
  const words = { days: 'day', workingDays: 'working day', months: 'month' };
  return `${amount} ${words[unit]}${amount === 1 ? '' : 's'}`;
}

function readingIt({ unit, amount, saturdays }: OtherReading): string {
  const too = saturdays === true ? ' contando anche i sabati' : '';
  return unit === 'fixed' || amount === undefined ? '' : ` (${unitsInWords(unit, amount)}${too})`;
}

function readingEn({ unit, amount, saturdays }: OtherReading): string {
  const too = saturdays === true ? ' with Saturdays' : '';
  return unit === 'fixed' || amount === undefined ? '' : ` (${unitEn(unit, amount)}${too})`;
}

/** Holidays keep their Italian names; plain words are translated. */
function nameEn(holiday: string): string {
  return { domenica: 'Sunday', sospensione: 'suspension' }[holiday] ?? holiday;
}
