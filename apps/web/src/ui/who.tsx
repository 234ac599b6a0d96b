import type { WhoLine } from '#contracts/desk.js';
import { words } from '../words/index.js';

const say = words.today;

/** "Tocca a": the people where they are known, the roles or the outside body otherwise. */
export function UpTo({ upTo, who }: { upTo: string; who: readonly WhoLine[] }) {
  if (who.length === 0) return <span className="up-to">{say.upTo(upTo)}</span>;
  return <span className="up-to">{say.upTo(who.map((each) => inWords(each)).join('; '))}</span>;
}

function inWords({ name, roleInWords, away, substitute }: WhoLine): string {
  if (!away) return `${name} (${roleInWords})`;
  return substitute === undefined
    ? `${name} (${say.away})`
    : `${name} (${say.away}), ${say.standsIn(substitute.name)}`;
}
