import type { MovedTerm } from './effect.js';

/** What a preview says of one application, as far as it matters here. */
interface Previewed {
  terms: readonly Pick<MovedTerm, 'settled'>[];
  sentence: { before: string; after: string };
  told: readonly unknown[];
}

/** A date moves by which somebody still works, or it says something else, or somebody is told. */
export function isTouched({ terms, sentence, told }: Previewed): boolean {
  return (
    terms.some((each) => each.settled === undefined) || sentence.before !== sentence.after || told.length > 0
  );
}
