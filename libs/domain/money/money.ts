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

function digits(cents: Cents): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not a whole number of cents: ${cents}`);
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const rest = size % 100;
  return rest === 0 ? whole : `${whole},${String(rest).padStart(2, '0')}`;
}
