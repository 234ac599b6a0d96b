import { useQuery } from '@tanstack/react-query';
import type { FactRequest } from '#contracts/fact-request.js';
import type { ApplicationPage } from '#contracts/application-page.js';
import { followsQuery } from '../../../api/queries/application.js';
import { atHour, nearDay } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';

const say = words.documents;

/** Before a paper goes back: who hears of it, and when. */
export function ToldWhen({ page, request }: { page: ApplicationPage; request: FactRequest }) {
  const { data } = useQuery(followsQuery(page.id, request));
  if (data === undefined || data.messages.atOnce.length === 0) return null;
  return (
    <ul className="preview" aria-live="polite">
      {data.messages.atOnce.map(({ sentence, on, at }) => (
        <li key={sentence}>{say.toldWhen(sentence, nearDay(on, page.on), atHour(at))}</li>
      ))}
    </ul>
  );
}
