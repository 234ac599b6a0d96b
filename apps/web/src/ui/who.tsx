import type { WhoLine } from '#contracts/desk.js';
import { words } from '../words/index.js';

const say = words.today;

/**
 * "Tocca a": the people where they are known, the roles or the outside body otherwise; nothing where it is up to nobody.
 *
 * @param bare under a heading that says "Tocca a" already.
 */
export function UpTo({ upTo, who, bare = false }: { upTo: string; who: readonly WhoLine[]; bare?: boolean }) {
  const people = who.length === 0 ? upTo : who.map((each) => inWords(each)).join('; ');
  if (people === NOBODY) return bare ? NOBODY : null;
  return <span className="up-to">{bare ? people : say.upTo(people)}</span>;
}

/** What the API says where nobody must act. */
const NOBODY = '—';

function inWords({ name, roleInWords, away, substitute }: WhoLine): string {
  if (!away) return `${name} (${roleInWords})`;
  return substitute === undefined
    ? `${name} (${say.away})`
    : `${name} (${say.away}), ${say.standsIn(substitute.name)}`;
}
