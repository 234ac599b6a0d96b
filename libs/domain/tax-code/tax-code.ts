import type { RefusalCode } from '#domain/refusal/refusals.js';

export interface TaxCodeCheck {
  /** Upper case, without what people put between the characters. */
  normalized: string;
  problem?: { code: Extract<RefusalCode, `CF-${string}`>; message: string };
}

/** Of a person, with the letters that stand for digits where two would have the same (omocodia); of a body eleven digits. */
const PERSON = /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/;
const BODY = /^\d{11}$/;

/** What each character counts in an odd place (D.M. 23 December 1976): digits as the letters A to J, then K to Z. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Checks a codice fiscale by its own rules: of a person by its check letter, of a body by its check digit. */
export function checkTaxCode(code: string): TaxCodeCheck {
  const normalized = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200B\uFEFF.\-_/:]/g, '');
  const shown = normalized.length <= 20 ? normalized : `${normalized.slice(0, 20)}…`;
  const isPerson = PERSON.test(normalized);
  if (!isPerson && !BODY.test(normalized)) {
    const message = `Codice fiscale ${shown}: sono 16 caratteri per una persona, 11 cifre per un ente. Ricopialo.`;
    return { normalized, problem: { code: 'CF-01', message } };
  }
  const expected = isPerson ? letterOf(normalized.slice(0, -1)) : digitOf(normalized.slice(0, -1));
  if (normalized.endsWith(expected)) return { normalized };
  const message = `Codice fiscale ${shown}: l’ultimo carattere non torna con gli altri. Ricopialo dal documento.`;
  return { normalized, problem: { code: 'CF-02', message } };
}

function letterOf(code: string): string {
  const sum = [...code].reduce((total, character, at) => {
    const value = /\d/.test(character) ? Number(character) : LETTERS.indexOf(character);
    return total + (at % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return LETTERS.charAt(sum % 26);
}

/** Every second digit is doubled, and its own digits are added. */
function digitOf(code: string): string {
  const sum = [...code].reduce((total, character, at) => {
    const value = Number(character) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
