import type { LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import type { Cents } from '#domain/money/money.js';
import type { BodyKind, CallDefinition } from './definition.js';

/** What a call asks of a body before it may apply. */
export interface Candidate {
  kind: BodyKind;
  residents: readonly { on: LocalDate; count: number }[];
}

export type Eligibility =
  | { eligible: true; amountCents: Cents; residents: number; residentsOn: LocalDate }
  | { eligible: false; code: 'AVV-01' | 'AVV-02' | 'AVV-03'; detail: string };

/**
 * Whether a body may apply and for how much. Residents are those of the latest count not later than the date that the
 * call names; a body without any such count is not eligible until the office enters one.
 */
export function eligibility(definition: CallDefinition, body: Candidate): Eligibility {
  if (!definition.eligibility.kinds.includes(body.kind)) {
    return { eligible: false, code: 'AVV-01', detail: 'Questo avviso è per enti di un altro tipo.' };
  }
  const count = body.residents
    .filter((each) => each.on <= definition.amounts.residentsOn)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);
  if (count === undefined) {
    return {
      eligible: false,
      code: 'AVV-02',
      detail: `Manca la popolazione al ${dayOfMonthInWords(definition.amounts.residentsOn, { year: true })}: registrala con la sua fonte.`,
    };
  }
  const { minResidents = 0, maxResidents } = definition.eligibility;
  if (count.count < minResidents || count.count > (maxResidents ?? count.count)) {
    const who =
      maxResidents === undefined
        ? `almeno ${digits(minResidents)}`
        : `da ${digits(minResidents)} a ${digits(maxResidents)}`;
    return {
      eligible: false,
      code: 'AVV-03',
      detail: `Non ammissibile: ${digits(count.count)} abitanti al ${dayOfMonthInWords(count.on, { year: true })}, e l’avviso è per chi ne ha ${who}.`,
    };
  }
  const band = definition.amounts.classes.find((each) => each.upTo === null || count.count <= each.upTo);
  return { eligible: true, amountCents: band?.cents ?? 0, residents: count.count, residentsOn: count.on };
}

function digits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
