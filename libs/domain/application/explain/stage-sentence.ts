import { of, theDay, to } from '#domain/italian/article.js';
import { latestValue } from '#domain/fact/recorded-values.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords, inWords } from '#domain/calendar/words.js';
import { formatEuro } from '#domain/money/money.js';
import { type Case, nextEnd } from '../case/case.js';
import { usualInWords, usualTimeOf } from '../case/usual-time.js';

/**
 * The sentence that a page shows under the state. Places in braces are filled from the case; a part in brackets goes
 * without a trace when one of its places is not known.
 */
export function stageSentence(theCase: Case): string {
  const { stage, path, needs } = theCase;
  if (theCase.ended && stage.exits.length > 0) return 'Chiusa.';
  if (theCase.resend !== undefined)
    return 'Inviata quando l’avviso era chiuso: va inviata di nuovo sulla piattaforma.';
  // A stage entered again by a re-admission is not what its sentence tells of the first time.
  if (path.at(-1)?.jumped === true && stage.exits.length > 0) return `${stage.label}, di nuovo.`;
  const places: Record<string, string | undefined> = {
    ...valuesInWords(theCase),
    ...dateInWords(theCase.since.date),
    ...endInWords(theCase),
    missing: missingInWords(needs.filter((each) => each.status !== 'inReview').length),
  };
  const filled = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => places[name] ?? UNKNOWN);
  const whole = filled(
    stage.sentence.replaceAll(/\[([^\]]*)\]/g, (_whole, part: string) =>
      filled(part).includes(UNKNOWN) ? '' : part,
    ),
  );
  return whole.includes(UNKNOWN) ? `${stage.label}.` : whole.trim();
}

/** Stands for what is not known; no place has this name. */
const UNKNOWN = '{?}';

/** "il 3 giugno 2024", "dell'8 giugno 2024": the day on which the stage began. */
function dateInWords(date: LocalDate): Record<'on' | 'of' | 'until', string> {
  const day = theDay(dayOfMonthInWords(date, { year: true }));
  return { on: day, of: of(day), until: to(day) };
}

function endInWords(theCase: Case): Record<'end' | 'year' | 'usual', string | undefined> {
  const ofInterrupts = new Set(theCase.interrupts.map((each) => each.definition.term?.id));
  const term = nextEnd(theCase.terms.filter((each) => !ofInterrupts.has(each.id)));
  const usual = usualTimeOf(theCase);
  return {
    end: term === undefined ? undefined : inWords(term.term.end, { year: true }),
    year: term?.term.end.slice(0, 4),
    usual: usual === undefined ? undefined : usualInWords(usual),
  };
}

function missingInWords(n: number): string {
  if (n === 0) return 'Non manca niente';
  return n === 1 ? 'Manca una cosa' : `Mancano ${n} cose`;
}

function valuesInWords(theCase: Case): Record<string, string> {
  const fields = theCase.path.flatMap((step) =>
    step.stage.requirements.flatMap((each) => (each.kind === 'milestone' ? each.fields : [])),
  );
  return Object.fromEntries(
    fields.flatMap(({ name, type, choices = [] }) => {
      const value = latestValue(theCase.values, name);
      if (value === undefined) return [];
      const chosen = choices.find((each) => each.code === value)?.label;
      return [
        [name, type === 'cents' && typeof value === 'number' ? formatEuro(value) : (chosen ?? `${value}`)],
      ];
    }),
  );
}
