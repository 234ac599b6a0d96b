import type { WhoLine } from '#contracts/desk.js';
import { words as it } from '../../words/index.js';
import { Sentence } from '../../ui/acronym.js';

const say = it.today;

/**
 * "Tocca a": the people where they are known, the roles or the outside body otherwise; nothing where it is up to nobody.
 *
 * @param bare under a heading that says "Tocca a" already.
 * @param plain inside of a tooltip, where nothing can be pressed: acronyms do not explain themselves.
 */
export function UpTo({
  upTo,
  who,
  bare = false,
  plain = false,
}: {
  upTo: string;
  who: readonly WhoLine[];
  bare?: boolean;
  plain?: boolean;
}) {
  const people = who.length === 0 ? upTo : who.map((each) => inWords(each)).join('; ');
  if (people === NOBODY) return bare ? NOBODY : null;
  const words = bare ? people : say.upTo(people);
  return <span className="up-to">{plain ? words : <Sentence>{words}</Sentence>}</span>;
}

/** What the API says where nobody must act. */
const NOBODY = '—';

function inWords({ name, roleInWords, away, substitute }: WhoLine): string {
  if (!away) return `${name} (${roleInWords})`;
  return substitute === undefined
    ? `${name} (${say.away})`
    : `${name} (${say.away}), ${say.standsIn(substitute.name)}`;
}
