import type { Deadline } from '#contracts/deadlines.js';
import { dayInWords } from '../../ui/dates.js';
import { useNarrow } from '../../ui/narrow.js';
import { words } from '../../words/index.js';
import { place, yearFrom } from './year.js';

const say = words.deadlines;
const HEAD = 40;
const ROW = 30;

/**
 * Terms drawn over a year, one row a comune or a call: a diamond on the day to work by, a bar on the official end, a
 * line between them. The list below it is its text.
 */
export function Timeline({
  deadlines,
  on,
  rowOf,
}: {
  deadlines: readonly Deadline[];
  on: string;
  rowOf: (deadline: Deadline) => string;
}) {
  const narrow = useNarrow('47.99rem');
  const [width, left, row] = narrow ? [360, 8, ROW + 18] : [1140, 190, ROW];
  const { from, to, months } = yearFrom(on);
  const drawn = deadlines.filter((each) => each.workBy <= to);
  const names = [...new Set(drawn.map(rowOf))].toSorted((a, b) => a.localeCompare(b, 'it'));
  const height = HEAD + names.length * row + 6;
  const x = (day: string) => left + place(day, from, to) * (width - left - 10);
  const later = deadlines.length - drawn.length;
  const now = x(on);
  return (
    <figure className="timeline">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="disegno disegno-che">
        {months.map(({ first, label }, n) => (
          <g key={first}>
            <line x1={x(first)} x2={x(first)} y1={0} y2={height} className="timeline-month" />
            {(!narrow || n % 3 === 0) && (
              <text x={x(first) + 3} y={14} className="timeline-label">
                {label}
              </text>
            )}
          </g>
        ))}
        {names.map((name, n) => {
          const y = HEAD + n * row + (narrow ? 28 : 15);
          return (
            <g key={name}>
              <line x1={0} x2={width} y1={HEAD + n * row} y2={HEAD + n * row} className="timeline-row" />
              <text x={0} y={narrow ? HEAD + n * row + 14 : y + 5} className="timeline-name">
                {name}
              </text>
              {drawn
                .filter((each) => rowOf(each) === name)
                .map((each) => (
                  <Mark
                    key={`${each.application.id} ${each.label} ${each.end}`}
                    work={x(each.workBy)}
                    end={x(each.end)}
                    y={y}
                    late={each.workBy < on}
                    official={each.official}
                  />
                ))}
            </g>
          );
        })}
        <line x1={now} x2={now} y1={HEAD - 18} y2={height} className="timeline-today" />
        <text x={now + 4} y={HEAD - 8} className="timeline-label">
          {say.today}
        </text>
      </svg>
      <figcaption id="disegno-che">
        {say.timelineWhat(dayInWords(from), dayInWords(to, from))} {later > 0 && say.later(later)}
      </figcaption>
    </figure>
  );
}

function Mark({
  work,
  end,
  y,
  late,
  official,
}: {
  work: number;
  end: number;
  y: number;
  late: boolean;
  official: boolean;
}) {
  return (
    <g className={late ? 'timeline-late' : undefined}>
      <line x1={work} x2={end} y1={y} y2={y} className="timeline-span" />
      <path d={`M${work} ${y - 6}l6 6-6 6-6-6Z`} />
      {official && <rect x={end - 1.5} y={y - 8} width="3" height="16" />}
    </g>
  );
}
