import type { RefusalCode } from '#domain/refusal/refusals.js';

export interface CigCheck {
  /** Upper case, without what people put between the characters and a leading "CIG". */
  normalized: string;
  problem?: { code: Extract<RefusalCode, `CIG-${string}`>; message: string };
}

/** Seven digits and their sum; smart (closed since 2024); of the contracts platform since 2024. Only the sum of the first is known. */
const FIRST = /^(\d{7})([\dA-F]{3})$/;
const OTHERS = [/^[V-Z][\dA-Z]{9}$/, /^[A-U][\dA-Z]{9}$/];

/** Checks the form of a CIG in its three shapes, and the sum of the one whose sum is known. */
export function checkCig(code: string): CigCheck {
  const normalized = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200B\uFEFF.\-_/:]/g, '')
    .replace(/^CIG(?=.{10}$)/, '');
  const shown = normalized.length <= 20 ? normalized : `${normalized.slice(0, 20)}…`;
  const [, number, sum] = FIRST.exec(normalized) ?? [];
  if (number !== undefined) {
    if (Number.parseInt(sum ?? '', 16) === (Number(number) * 211) % 4091) return { normalized };
    const message = `CIG ${shown}: gli ultimi tre caratteri non tornano con i primi sette. Ricopialo da dove è stato rilasciato.`;
    return { normalized, problem: { code: 'CIG-02', message } };
  }
  if (OTHERS.some((shape) => shape.test(normalized))) return { normalized };
  const message = `CIG ${shown}: un CIG ha dieci caratteri, cifre e lettere. Ricopialo da dove è stato rilasciato.`;
  return { normalized, problem: { code: 'CIG-01', message } };
}
