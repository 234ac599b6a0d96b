/** An amount in whole cents of euro; amounts are never fractions of a cent and never floating euro. */
export type Cents = number;

/**
 * An amount as Italians write it: "€ 23.147", with decimals only where there are cents: "€ 3.928,40"; "-€ 5" below zero.
 * Written without the machine's locale data, so that it is the same everywhere. Throws RangeError on a fraction of a cent.
 */
export function formatEuro(cents: Cents): string {
  return `${cents < 0 ? '-' : ''}€ ${digits(cents)}`;
}

/** The same amount inside a sentence: "23.147 euro", "3.928,40 euro". Throws RangeError on a fraction of a cent. */
export function euroInWords(cents: Cents): string {
  return `${cents < 0 ? '-' : ''}${digits(cents)} euro`;
}

/**
 * Cents of an amount as people type it: "23.147,00", "23147", "€ 23.147,5". A dot is taken for thousands only where
 * three digits follow; undefined for what could be read in two ways, or is no amount.
 */
export function parseEuro(text: string): Cents | undefined {
  const typed = text.replaceAll(/[\s€]|euro/gi, '');
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}))?$/.exec(typed);
  if (match === null) return undefined;
  const [, whole = '', rest = ''] = match;
  return Number(whole.replaceAll('.', '')) * 100 + Number(rest.padEnd(2, '0'));
}

function digits(cents: Cents): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not a whole number of cents: ${cents}`);
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const rest = size % 100;
  return rest === 0 ? whole : `${whole},${String(rest).padStart(2, '0')}`;
}
