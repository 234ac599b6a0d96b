import type { AmountWord } from './glance.js';

/** Which kind of money an amount is, as people say it. */
export const AMOUNT_WORDS: Readonly<Record<AmountWord, string>> = {
  estimated: 'stimati',
  requested: 'richiesti',
  decreed: 'decretati',
  collected: 'incassati',
};
