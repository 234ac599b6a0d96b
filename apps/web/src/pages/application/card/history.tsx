import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { HistoryLine } from '#contracts/history.js';
import { CsvButton } from '../../../ui/csv-button.js';
import { Answer } from '../../../ui/answer.js';
import type { CsvValue } from '../../../ui/csv.js';
import { hour, inRome, momentInWords } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';
import { DocumentLink } from '../../../parts/application/document-link.js';
import { hereLink } from '../../../parts/application/here-link.js';
import { ToldFact } from '../../../parts/history/told-fact.js';
import { factsQuery } from '../../../api/queries/application.js';

const say = words.history;

/** Every fact in order: what happened, who recorded it, for whom, by what channel, how surely we know it. */
export function HistoryCard({ page }: { page: ApplicationPage }) {
  const query = useQuery(factsQuery(page.id));
  return (
    <Answer query={query}>
      {({ facts, callFacts }) => (
        <>
          <CsvButton
            name={`${say.file}-${page.number}`}
            head={say.csv}
            rows={() => [...callFacts, ...facts].map((each) => rowOf(each, facts))}
          />
          <ol className="history">
            {facts
              // A correction stands beside what it corrects.
              .filter((each) => each.corrects === undefined || !facts.some((old) => old.id === each.corrects))
              .map((each) => (
                <Fact key={each.id} page={page} fact={each} all={facts} />
              ))}
          </ol>
          {callFacts.length > 0 && (
            <>
              <h3>{say.ofCall}</h3>
              <ol className="history">
                {callFacts.map((each) => (
                  <li key={each.id} className="fact">
                    <Told page={page} fact={each} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </Answer>
  );
}

/** A fact as a row for Excel, with its hash, by which it can be proved that nobody changed it. */
function rowOf(fact: HistoryLine, all: readonly HistoryLine[]): CsvValue[] {
  const correction = all.find((each) => each.id === fact.correctedBy);
  return [
    { day: fact.legalDate },
    fact.legalTime === undefined ? '' : hour(fact.legalTime),
    fact.sentence,
    fact.who,
    fact.forWhom ?? '',
    fact.channelInWords,
    fact.certaintyInWords,
    momentInWords(inRome(fact.recordedAt).slice(0, 16)),
    fact.reason ?? '',
    fact.document?.fileName ?? '',
    correction?.sentence ?? '',
    fact.hash,
  ];
}

/** Of an address that names a fact: it is found as soon as the history is there. */
function seekWhenAsked(line: HTMLElement | null): void {
  if (line === null || window.location.hash !== `#${line.id}`) return;
  line.scrollIntoView({ block: 'center' });
  line.focus({ preventScroll: true });
}

function Fact({
  page,
  fact,
  all,
}: {
  page: ApplicationPage;
  fact: HistoryLine;
  all: readonly HistoryLine[];
}) {
  return (
    <li
      id={`fatto-${fact.seq}`}
      tabIndex={-1}
      ref={seekWhenAsked}
      className={`fact ${fact.correctedBy === undefined ? '' : 'fact-corrected'}`}
    >
      <WithCorrection page={page} fact={fact} all={all} />
    </li>
  );
}

/** A fact and what puts it right, which may have been put right in its turn. */
function WithCorrection(props: { page: ApplicationPage; fact: HistoryLine; all: readonly HistoryLine[] }) {
  const { page, fact, all } = props;
  const correction = all.find((each) => each.id === fact.correctedBy);
  return (
    <>
      <Told page={page} fact={fact} />
      {correction !== undefined && (
        <div className="fact-correction" id={`fatto-${correction.seq}`} tabIndex={-1} ref={seekWhenAsked}>
          <p>
            <strong>{correction.type === 'fact.voided' ? say.voided : say.corrected}</strong>
          </p>
          <WithCorrection page={page} fact={correction} all={all} />
        </div>
      )}
    </>
  );
}

/** What nobody puts right by hand: what the engine decided, and what answers another fact. */
function mayCorrect(fact: HistoryLine, page: ApplicationPage): boolean {
  const own = fact.channel !== 'engine' && fact.correctedBy === undefined && fact.type !== 'fact.voided';
  return page.may.correct !== undefined && own && !FIRST.includes(fact.type);
}

const FIRST: readonly string[] = ['application.opened', 'call.launched'];

function Told({ page, fact }: { page: ApplicationPage; fact: HistoryLine }) {
  const { on } = page;
  const recorded = inRome(fact.recordedAt);
  const sameDay = recorded.startsWith(fact.legalDate);
  return (
    <ToldFact fact={fact} on={on} who={fact.who}>
      {!sameDay && <span>{say.recorded(momentInWords(recorded.slice(0, 16), on))}</span>}
      {fact.document !== undefined && (
        <DocumentLink application={page.id} id={fact.document.id} fileName={fact.document.fileName} />
      )}
      {mayCorrect(fact, page) && (
        <Link
          {...hereLink(page, { scheda: 'storia', correggi: fact.id })}
          aria-label={(fact.type === 'milestone.recorded' ? say.correctLabel : say.voidLabel)(fact.sentence)}
        >
          {fact.type === 'milestone.recorded' ? words.application.correct : say.void}
        </Link>
      )}
    </ToldFact>
  );
}
