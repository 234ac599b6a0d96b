import { useQuery } from '@tanstack/react-query';
import type { ApplicationPage } from '#contracts/application-page.js';
import { ask } from '../../api/client.js';
import { Answer } from '../../ui/answer.js';
import { inRome, momentInWords } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.mailLines;

interface ListedMessage {
  key: string;
  kind: string;
  person: string;
  deliverAt: string;
  state: string;
  why: string | null;
  step: string | null;
  subject: string | null;
  sentAt: string | null;
}

/** What was written to whom about this application: sent, still to go, not needed any more, not delivered. */
export function Messages({ page }: { page: ApplicationPage }) {
  const query = useQuery({
    queryKey: ['application', page.id, 'messages'],
    queryFn: ({ signal }) => ask<{ messages: ListedMessage[] }>(`/applications/${page.id}/messages`, signal),
  });
  return (
    <Answer query={query}>
      {({ messages }) =>
        messages.length === 0 ? (
          <p className="empty">{say.empty}</p>
        ) : (
          <ul className="lines">
            {messages.map((each) => (
              <Message key={each.key} message={each} on={page.on} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function Message({ message, on }: { message: ListedMessage; on: string }) {
  const { person, subject, state, why, sentAt, deliverAt, kind } = message;
  const reason = state === 'failed' ? say.failed : state === 'skipped' ? becauseOf(why) : undefined;
  return (
    <li className="said">
      <p>
        <strong>{subject ?? say.kind[kind as keyof typeof say.kind] ?? say.kind.other}</strong>
      </p>
      <p className="line-meta">
        <span>{say.to(person)}</span>
        <span className={`message-${state}`}>{say.state[state as keyof typeof say.state] ?? state}</span>
        <span>{momentInWords(inRome(sentAt ?? deliverAt), on)}</span>
      </p>
      {reason !== undefined && <p>{reason}</p>}
    </li>
  );
}

/** Why a message that was decided did not go. */
function becauseOf(why: string | null): string | undefined {
  if (why === null) return undefined;
  return say.because[why as keyof typeof say.because] ?? say.superseded;
}
