import { words } from '../words/index.js';

/** An acronym of the glossary. */
export type Acronym = keyof typeof words.glossary.terms;

const KNOWN = Object.keys(words.glossary.terms).join('|');
const WHOLE = new RegExp(`(?<![\\p{L}\\d])(${KNOWN})(?![\\p{L}\\d])`, 'gu');

/** A sentence cut where it has acronyms, each the first time it comes: a second explanation of the same helps nobody. */
export function pieces(sentence: string): (string | { acronym: Acronym })[] {
  const cut: (string | { acronym: Acronym })[] = [];
  const told = new Set<string>();
  let from = 0;
  for (const { 0: acronym, index } of sentence.matchAll(WHOLE)) {
    if (told.has(acronym)) continue;
    told.add(acronym);
    if (index > from) cut.push(sentence.slice(from, index));
    cut.push({ acronym: acronym as Acronym });
    from = index + acronym.length;
  }
  if (from < sentence.length) cut.push(sentence.slice(from));
  return cut;
}

/** The acronyms of a sentence, in its order. */
export function acronymsOf(sentence: string): Acronym[] {
  return pieces(sentence).flatMap((each) => (typeof each === 'string' ? [] : [each.acronym]));
}
