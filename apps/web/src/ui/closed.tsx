import type { TermLine } from '#contracts/application-page.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { daysInWords } from '#domain/term/gap.js';
import { words } from '../words/index.js';

/** Days on which a term was over and not yet open again: they do not run. */
export function Closed({ closed }: { closed: TermLine['closed'] }) {
  return closed.map(({ from, to, unsure }) => (
    <span key={from} className="line-meta">
      {words.dates.closed(daysInWords({ from: from as LocalDate, to: to as LocalDate }), unsure)}
    </span>
  ));
}
