import type { UnionHistoryLine } from '#contracts/union-history.js';
import { CsvButton } from '../../ui/csv-button.js';
import type { CsvValue } from '../../ui/csv.js';
import { hour, inRome } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.unionHistory;

/** The facts that the page shows, by its filters and as far as it was gone on with, as a file for Excel. */
export function HistoryCsv({ facts, on }: { facts: readonly UnionHistoryLine[]; on: string }) {
  return <CsvButton name={say.csv.file(on)} head={say.csv.head} rows={() => facts.map(rowOf)} />;
}

function rowOf(fact: UnionHistoryLine): CsvValue[] {
  return [
    { day: fact.legalDate },
    fact.legalTime === undefined ? '' : hour(fact.legalTime),
    fact.application?.applicant ?? '',
    fact.call.shortTitle,
    fact.application?.number ?? '',
    fact.sentence,
    fact.who,
    fact.forWhom ?? '',
    fact.channelInWords,
    fact.certaintyInWords,
    inRome(fact.recordedAt).slice(0, 16).replace('T', ' '),
    fact.reason ?? '',
    fact.correctedBy === undefined ? '' : say.corrected,
    fact.hash,
  ];
}
