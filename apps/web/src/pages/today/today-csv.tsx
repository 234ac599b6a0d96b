import type { ApplicationLine, Today } from '#contracts/desk.js';
import { CsvButton } from '../../ui/csv-button.js';
import type { CsvValue } from '../../ui/csv.js';
import { words } from '../../words/index.js';

const say = words.today;

/** What the first page of the office asks for, section by section, as a file for Excel. */
export function TodayCsv({ today }: { today: Today }) {
  return <CsvButton name={say.csv.file(today.on)} head={say.csv.head} rows={() => rowsOf(today)} />;
}

function rowsOf({ now, phone, review, round, soon, failed }: Today): CsvValue[][] {
  const { sections } = say;
  return [
    ...now.map((line) => lineOf(sections.now, line)),
    ...phone.map(({ applicant, call, sentence, person }) =>
      row(sections.phone, applicant, call, sentence, person?.name ?? ''),
    ),
    ...review.map(({ applicant, call, label, by }) => row(sections.review, applicant, call, label, by ?? '')),
    ...round.lines
      .filter(({ due }) => due)
      .map(({ applicant, call, sentence }) => row(sections.round, applicant, call, sentence, '')),
    ...soon.map((line) => lineOf(sections.soon, line)),
    ...failed.map(({ bodies, sentence, person }) =>
      row(sections.failed, bodies.join(', '), '', sentence, person.name),
    ),
  ];
}

function row(section: string, comune: string, call: string, what: string, who: string): CsvValue[] {
  return [section, comune, call, what, who, null, null, null, ''];
}

function lineOf(section: string, line: ApplicationLine): CsvValue[] {
  return [
    section,
    line.applicant.name,
    line.call.shortTitle,
    line.attention ?? (line.missing[0] === undefined ? line.label : say.missing(line.missing.join(', '))),
    line.who.map((each) => each.name).join(', ') || line.upTo,
    { day: line.workBy },
    { day: line.end },
    { cents: line.amountCents },
    words.signs.amount[line.amountWord],
  ];
}
