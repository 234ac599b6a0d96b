import type { AmountWord, ApplicationLine } from '#contracts/desk.js';
import { formatEuro } from '#domain/money/money.js';
import { type Column, ListTable } from '../../ui/list-table.js';
import { words } from '../../words/index.js';
import { counts } from './filtered.js';

const say = words.board;
const WORDS: readonly AmountWord[] = ['estimated', 'requested', 'decreed', 'collected'];

/** Told apart without colour: empty, striped, dotted, full. */
const FILLS: Record<AmountWord, string> = {
  estimated: '#fff',
  requested: 'url(#money-stripes)',
  decreed: 'url(#money-dots)',
  collected: '#17324d',
};

/** Units of the drawing. */
const WIDTH = 720;
const BAR = 14;
const GAP = 4;
const LABEL = 26;
const ROW = LABEL + WORDS.length * (BAR + GAP) + 16;

type Sums = Record<AmountWord, number>;

interface Row {
  measure: string;
  sums: Sums;
}

function sumsOf(lines: readonly ApplicationLine[]): Sums {
  const sums: Sums = { estimated: 0, requested: 0, decreed: 0, collected: 0 };
  for (const each of lines) sums[each.amountWord] += each.amountCents;
  return sums;
}

/** Money by measure and state: a picture, and the same numbers as its table. */
export function Money({ lines: all }: { lines: readonly ApplicationLine[] }) {
  const lines = all.filter(counts);
  const measures = [...new Set(lines.map((each) => each.call.measure))].toSorted();
  const rows = measures.map((measure) => ({
    measure,
    sums: sumsOf(lines.filter((each) => each.call.measure === measure)),
  }));
  const most = Math.max(1, ...rows.flatMap(({ sums }) => Object.values(sums)));
  return (
    <>
      <p>{say.moneyMeans}</p>
      <figure className="money">
        <figcaption id="denaro">{say.moneyPicture}</figcaption>
        {/* The table below says the same in numbers. */}
        <svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} role="img" aria-labelledby="denaro">
          <Patterns />
          {rows.map(({ measure, sums }, n) => (
            <g key={measure} transform={`translate(0 ${n * ROW})`}>
              <text x="0" y="16" className="money-measure">
                {measure}
              </text>
              {WORDS.map((word, m) => (
                <Bar key={word} word={word} cents={sums[word]} most={most} y={LABEL + m * (BAR + GAP)} />
              ))}
            </g>
          ))}
        </svg>
      </figure>
      <ListTable
        caption={say.moneyCaption}
        rows={[...rows, { measure: say.moneyTotal, sums: sumsOf(lines) }]}
        columns={COLUMNS}
        keyOf={(row) => row.measure}
        order={undefined}
      />
    </>
  );
}

const amount = (id: string, label: string, cents: (sums: Sums) => number): Column<Row> => ({
  id,
  label,
  show: ({ sums }) => formatEuro(cents(sums)),
  csv: ({ sums }) => ({ cents: cents(sums) }),
  number: true,
});

const COLUMNS: readonly Column<Row>[] = [
  { id: 'misura', label: say.measure, show: (row) => row.measure, csv: (row) => row.measure },
  ...WORDS.map((word) => amount(word, words.signs.amount[word], (sums) => sums[word])),
  amount('totale', say.moneyTotal, (sums) => Object.values(sums).reduce((a, b) => a + b, 0)),
];

function Bar({ word, cents, most, y }: { word: AmountWord; cents: number; most: number; y: number }) {
  const width = Math.round((cents / most) * (WIDTH - 290));
  return (
    <>
      <text x="0" y={y + BAR - 2}>
        {words.signs.amount[word]}
      </text>
      <rect x="100" y={y} width={width} height={BAR} fill={FILLS[word]} />
      <text x={108 + width} y={y + BAR - 2}>
        {formatEuro(cents)}
      </text>
    </>
  );
}

function Patterns() {
  return (
    <defs>
      <pattern id="money-stripes" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 6 6 0" className="money-line" />
      </pattern>
      <pattern id="money-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.8" className="money-dot" />
      </pattern>
    </defs>
  );
}
