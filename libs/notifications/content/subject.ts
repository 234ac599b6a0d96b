import { oneLine } from './one-line.js';

/** Subjects are read on telephones: shorter than this many characters. */
const SUBJECT_LIMIT = 65;

/**
 * The first wording that fits, best first; the last one is cut at a word when even that is too long.
 * A subject is one line: what a person typed into a name can add no header (CR, LF).
 */
export function subjectOf(wordings: readonly string[]): string {
  const clean = wordings.map(oneLine);
  const fits = clean.find((each) => each.length < SUBJECT_LIMIT);
  if (fits !== undefined) return fits;
  const last = Array.from(clean.at(-1) ?? '');
  const cut = last.slice(0, SUBJECT_LIMIT - 2).join('');
  return `${cut.replace(/\s+\S*$/, '').replace(/[\s,;:·]+$/, '')}…`;
}
