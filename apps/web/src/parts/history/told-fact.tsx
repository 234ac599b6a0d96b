import type { ReactNode } from 'react';
import type { HistoryLine } from '#contracts/history.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { words } from '../../words/index.js';

/** One fact: when it happened, what, why; who for whom, by which channel, how we know it; and what its page adds. */
export function ToldFact({
  fact,
  on,
  place,
  who,
  children,
}: {
  fact: Pick<
    HistoryLine,
    | 'legalDate'
    | 'legalTime'
    | 'sentence'
    | 'reason'
    | 'forWhom'
    | 'channel'
    | 'channelInWords'
    | 'certainty'
    | 'certaintyInWords'
  >;
  on: string;
  place?: ReactNode;
  who: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <p className="fact-when">
        {dayInWords(fact.legalDate, on)}
        {fact.legalTime !== undefined && `, ${words.dates.at(hour(fact.legalTime))}`}
      </p>
      <p className="fact-what">{fact.sentence}</p>
      {fact.reason !== undefined && <p className="said-text">{fact.reason}</p>}
      <p className="line-meta">
        {place}
        <span>
          {who}
          {fact.forWhom !== undefined && ` ${words.documents.onBehalfOf(fact.forWhom)}`}
        </span>
        {fact.channel !== 'engine' && <span>{fact.channelInWords}</span>}
        <span className={`certainty-${fact.certainty}`}>{fact.certaintyInWords}</span>
        {children}
      </p>
    </>
  );
}
