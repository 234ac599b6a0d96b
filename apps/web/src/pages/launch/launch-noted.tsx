import { useQuery } from '@tanstack/react-query';
import type { CallDefinition } from '#domain/call/definition.js';
import { notedCallQuery } from '../../api/queries/noted.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.launch.noted;

/**
 * What the office noted of the call that is being launched. A definition says its own title and dates, so nothing is
 * written over: where they differ it is said, and which of the two counts.
 */
export function LaunchNoted({ slug, definition }: { slug: string; definition?: CallDefinition | undefined }) {
  const { data } = useQuery(notedCallQuery(slug));
  if (data === undefined) return null;
  const term = definition?.terms.find((each) => each.rule.unit === 'fixed')?.rule;
  const fixed = term?.unit === 'fixed' && term.date !== undefined ? term : undefined;
  const when = (day: string, at: string) =>
    `${dayInWords(day)} ${day.slice(0, 4)}, ${words.dates.at(hour(at))}`;
  const otherEnd = fixed !== undefined && (fixed.date !== data.end || fixed.cutOff !== data.cutOff);
  const otherOpening =
    definition !== undefined && data.opening !== undefined && definition.opening !== data.opening;
  return (
    <Notice kind={otherEnd || otherOpening ? 'warning' : 'info'}>
      {say.from}{' '}
      <a href={data.link} target="_blank" rel="noreferrer">
        {data.title}
      </a>
      . {say.closes(when(data.end, data.cutOff))} {words.noted.source(data.source)}.{' '}
      {(otherEnd || otherOpening) && say.differs}
    </Notice>
  );
}
