import type { AmountWord } from '#contracts/desk.js';
import { formatEuro } from '#domain/money/money.js';
import { words } from '../words/index.js';

/** An amount, with the word that says which kind of money it is. */
export function Euro({ cents, word }: { cents: number; word?: AmountWord }) {
  return (
    <span className="euro">
      {formatEuro(cents)}
      {word !== undefined && <span className="euro-word"> {words.signs.amount[word]}</span>}
    </span>
  );
}
