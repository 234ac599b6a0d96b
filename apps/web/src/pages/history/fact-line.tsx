import { Link } from '@tanstack/react-router';
import type { UnionHistoryLine } from '#contracts/union-history.js';
import type { Asked } from '../../ui/filters.js';
import { ToldFact } from '../../parts/history/told-fact.js';
import { inRome, momentInWords } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.unionHistory;

/** One fact: when it happened and when it was recorded, what, who for whom, by which channel, how we know it. */
export function FactLine({ fact, on }: { fact: UnionHistoryLine; on: string }) {
  const recorded = inRome(fact.recordedAt);
  return (
    <li className={`fact ${fact.correctedBy === undefined ? '' : 'fact-corrected'}`}>
      <ToldFact fact={fact} on={on} place={<Place fact={fact} />} who={<Recorder fact={fact} />}>
        <span>{say.recorded(momentInWords(recorded.slice(0, 16), on))}</span>
        {fact.correctedBy !== undefined && <span>{say.corrected}</span>}
      </ToldFact>
    </li>
  );
}

/** Where the fact stands, among the others of its application or its call. */
function Place({ fact: { seq, call, application } }: { fact: UnionHistoryLine }) {
  if (application === undefined) {
    return (
      <Link to="/avvisi/$call" params={{ call: call.slug }} preload={false}>
        {say.ofCall(call.shortTitle)}
      </Link>
    );
  }
  const what = `${application.applicant} · ${call.shortTitle}`;
  return (
    <Link
      to="/candidature/$application"
      params={{ application: application.slug }}
      search={{ scheda: 'storia' }}
      hash={`fatto-${seq}`}
      aria-label={say.place(what)}
      preload={false}
    >
      {what}
    </Link>
  );
}

/** Who recorded it, as a filter; what the engine decided has nobody. */
function Recorder({ fact: { actor, who } }: { fact: UnionHistoryLine }) {
  if (actor === undefined) return who;
  return (
    <Link
      to="."
      search={((all: Asked) => ({ ...all, chi: actor })) as never}
      aria-label={say.onlyLabel(who)}
      activeOptions={{ exact: true }}
      resetScroll={false}
    >
      {who}
    </Link>
  );
}
