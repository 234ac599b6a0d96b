import { Link } from '@tanstack/react-router';
import type { ApplicationPage, ValueLine } from '#contracts/application-page.js';
import { formatEuro } from '#domain/money/money.js';
import { Sentence } from '../../../ui/acronym.js';
import { dayInWords, nearDay } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';
import { hereLink } from '../../../parts/application/here-link.js';

const say = words.application;

/** Numbers and dates on record, each with how surely we know it. */
export function Values({ page }: { page: ApplicationPage }) {
  if (page.values.length === 0) return <p className="empty">{say.noValues}</p>;
  return (
    <dl className="values">
      {page.values.map((each) => (
        <div key={`${each.milestone} ${each.name} ${each.round}`} className="value">
          <dt>
            <Sentence>{each.label}</Sentence>
            {each.round > 1 && ` (${say.round(each.round)})`}
          </dt>
          <dd>
            <span className={each.type === 'cup' || each.type === 'text' ? 'mono' : undefined}>
              {valueInWords(each, page.on)}
            </span>
            <span className="value-meta">
              {nearDay(each.on, page.on)}, {each.proven ? say.proven : say.declared}
            </span>
            {page.may.correct !== undefined && (
              <Link
                {...hereLink(page, { scheda: 'numeri', correggi: each.fact })}
                aria-label={say.correctLabel(each.label)}
              >
                {say.correct}
              </Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function valueInWords({ type, value }: Pick<ValueLine, 'type' | 'value'>, on: string): string {
  if (type === 'cents' && typeof value === 'number') return formatEuro(value);
  if (type === 'date') return dayInWords(String(value), on);
  return String(value);
}
