import type { RefusalCode } from '#domain/refusal/refusals.js';

/** Stable codes of what is wrong with a CUP. */
export type CupProblemCode = Extract<RefusalCode, `CUP-${string}`>;

/** Of what is unusual and may be right all the same: it is asked and never refused. */
export type CupDoubtCode = 'CUP-06' | 'CUP-07';

export interface CupProblem<Code = CupProblemCode> {
  code: Code;
  /** One Italian sentence or two: what is wrong and what to do. */
  message: string;
  /** The same for the command, in English. */
  english: string;
}

export interface CupCheck {
  valid: boolean;
  problems: CupProblem[];
  /** Of a CUP of right form: what is unusual about it. */
  doubts: CupProblem<CupDoubtCode>[];
  /** A CUP of right form that was probably meant; only where one single correction leads to it. */
  suggestion?: string;
  /** Year in which the CUP was made, from its fifth and sixth characters; only of a CUP of right form. */
  year?: number;
  /** Upper case, without spaces, dots, hyphens and a leading "CUP". */
  normalized: string;
}

/** What is known where the CUP is used. `latestYear`: a CUP of a later year is unusual. */
export interface CupContext {
  latestYear?: number;
}

/** Fifteen characters; fits 75,138 of 75,151 rows of the open data of PA digitale 2026. No check digit is documented. */
const FORM = /^[A-Z]\d{2}[A-Z]\d{2}\d{5}\d{4}$/;
const LENGTH = 15;
/** Positions that hold a letter, counted from 0; all others hold digits. */
const LETTER_AT = [0, 3];
/** The first CUP were made in 2003 (L. 3/2003, art. 11). */
const FIRST_YEAR = 2003;

/** First letters of 19,490 CUPs in the open data of PA digitale 2026. */
const USUAL_FIRST = /^[B-J]/;

/** Letters that people and scanners put for digits; O for zero is the mistake found in official data. */
const DIGIT_LIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' };
/** Digits read for the first letter: `161F22002140006` was I61F22002140006. A first letter O, S or Z is not in use. */
const LETTER_LIKE: Readonly<Record<string, string>> = { '1': 'I', '8': 'B' };

/** Checks the form of a CUP and finds the known slips. Upper and lower case, spaces, dots and hyphens do not matter. */
export function checkCup(code: string, context: CupContext = {}): CupCheck {
  const normalized = normalize(code);
  if (normalized === '') {
    const message = 'Manca il CUP: inserisci i 15 caratteri rilasciati dal Sistema CUP.';
    return failed(normalized, undefined, [
      {
        code: 'CUP-01',
        message,
        english: 'The CUP is missing: give the 15 characters issued by Sistema CUP.',
      },
    ]);
  }
  if (FORM.test(normalized)) return wellFormed(normalized, context);
  const suggestion = suggest(normalized, context);
  return failed(normalized, suggestion, describe(normalized, suggestion));
}

/** Upper case without what people put between the characters. */
function normalize(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200B\uFEFF.\-_/:]/g, '')
    .replace(/^CUP/, '');
}

function wellFormed(cup: string, context: CupContext): CupCheck {
  const year = 2000 + Number(cup.slice(4, 6));
  const ask = 'Controlla sul Sistema CUP che sia scritto così.';
  const check = 'Check it against Sistema CUP.';
  const doubts: CupCheck['doubts'] = [];
  if (year < FIRST_YEAR || (context.latestYear !== undefined && year > context.latestYear)) {
    doubts.push({
      code: 'CUP-06',
      message: `CUP ${cup}: l'anno ${year} (quinto e sesto carattere) è insolito. ${ask}`,
      english: `CUP ${cup}: the year ${year} (fifth and sixth character) is unusual. ${check}`,
    });
  }
  if (!USUAL_FIRST.test(cup)) {
    doubts.push({
      code: 'CUP-07',
      message: `CUP ${cup}: la prima lettera ${cup.charAt(0)} è insolita. ${ask}`,
      english: `CUP ${cup}: the first letter ${cup.charAt(0)} is unusual. ${check}`,
    });
  }
  return { valid: true, problems: [], doubts, year, normalized: cup };
}

function failed(normalized: string, suggestion: string | undefined, problems: CupProblem[]): CupCheck {
  return {
    valid: false,
    problems,
    doubts: [],
    ...(suggestion === undefined ? {} : { suggestion }),
    normalized,
  };
}

function suggest(cup: string, context: CupContext): string | undefined {
  // One character too many: only a correction that is the same whichever way it is reached is worth offering.
  const candidates =
    cup.length === LENGTH + 1
      ? cup.split('').map((_, at) => cup.slice(0, at) + cup.slice(at + 1))
      : [repair(cup)];
  const good = new Set(
    candidates.filter((each) => FORM.test(each) && wellFormed(each, context).doubts.length === 0),
  );
  return good.size === 1 ? [...good][0] : undefined;
}

function repair(cup: string): string {
  return cup
    .split('')
    .map(
      (character, at) =>
        (at === 0 ? LETTER_LIKE : LETTER_AT.includes(at) ? {} : DIGIT_LIKE)[character] ?? character,
    )
    .join('');
}

function describe(cup: string, suggestion: string | undefined): CupProblem[] {
  // Whole letters get pasted into this field; the message does not repeat them.
  const shown = cup.length <= 20 ? cup : `${cup.slice(0, 20)}…`;
  const it = suggestion === undefined ? 'Ricopialo dal Sistema CUP.' : `Forse ${suggestion}?`;
  const en = suggestion === undefined ? 'Copy it again from Sistema CUP.' : `Perhaps ${suggestion}?`;
  const say = (code: CupProblemCode, message: string, english: string): CupProblem => ({
    code,
    message: `CUP ${shown}: ${message}. ${it}`,
    english: `CUP ${shown}: ${english}. ${en}`,
  });
  if (cup.length !== LENGTH) {
    const few = cup.length < LENGTH;
    const one = cup.length === 1;
    return [
      say(
        'CUP-02',
        `ha ${cup.length} ${one ? 'carattere' : 'caratteri'}, ${few ? 'meno' : 'più'} dei ${LENGTH} previsti`,
        `it has ${cup.length} ${one ? 'character' : 'characters'}, ${few ? 'fewer' : 'more'} than ${LENGTH}`,
      ),
    ];
  }
  const problems: CupProblem[] = [];
  const letters = cup.split('').filter((character, at) => !LETTER_AT.includes(at) && /[A-Z]/.test(character));
  const known = letters.filter((letter) => DIGIT_LIKE[letter] !== undefined);
  const unknown = letters.filter((letter) => DIGIT_LIKE[letter] === undefined);
  if (known.length > 0) {
    problems.push(say('CUP-03', lettersForDigits(known), lettersInEnglish(known)));
  }
  const noLetter = LETTER_AT.filter((at) => /\d/.test(cup.charAt(at)));
  if (noLetter.length > 0) {
    const first = noLetter[0] === 0;
    problems.push(
      say(
        'CUP-04',
        `il ${first ? 'primo' : 'quarto'} carattere è la cifra ${cup.charAt(noLetter[0] ?? 0)}, deve essere una lettera`,
        `the ${first ? 'first' : 'fourth'} character is the digit ${cup.charAt(noLetter[0] ?? 0)} and must be a letter`,
      ),
    );
  }
  const foreign = cup.split('').filter((character) => !/[A-Z0-9]/.test(character));
  if (unknown.length + foreign.length > 0) {
    const what = [...unknown, ...foreign].join(', ');
    problems.push(
      say('CUP-05', `contiene «${what}» dove non può stare`, `it holds ${what} where it cannot be`),
    );
  }
  return problems;
}

function lettersForDigits(letters: readonly string[]): string {
  const count = ['', 'una', 'due', 'tre', 'quattro', 'cinque'][letters.length] ?? String(letters.length);
  const same = new Set(letters).size === 1 ? letters[0] : undefined;
  const many = letters.length > 1;
  if (same === undefined) return `${count} lettere (${letters.join(', ')}) al posto di cifre`;
  const meant = DIGIT_LIKE[same];
  const digit = meant === '0' ? (many ? 'zeri' : 'uno zero') : `${many ? 'cifre' : 'una cifra'} ${meant}`;
  return `${count} letter${many ? 'e' : 'a'} ${same} al posto di ${digit}`;
}

function lettersInEnglish(letters: readonly string[]): string {
  const count = ['', 'one', 'two', 'three', 'four', 'five'][letters.length] ?? String(letters.length);
  const same = new Set(letters).size === 1 ? letters[0] : undefined;
  const many = letters.length > 1;
  if (same === undefined) return `${count} letters (${letters.join(', ')}) where digits belong`;
  const meant = DIGIT_LIKE[same];
  const digit = meant === '0' ? (many ? 'zeros' : 'a zero') : `${many ? 'digits' : 'a digit'} ${meant}`;
  return `${count} letter${many ? 's' : ''} ${same} where ${digit} belong${many ? '' : 's'}`;
}
