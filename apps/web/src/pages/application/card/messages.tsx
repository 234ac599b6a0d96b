import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { MailPage } from '#contracts/messages.js';
import { ask } from '../../../api/client.js';
import { Answer } from '../../../ui/answer.js';
import { inRome, momentInWords } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';

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
  /** The e-mail in which it went, where the reader may read it. */
  mail: string | null;
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
              <Message key={each.key} page={page} message={each} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function Message({ message, page }: { message: ListedMessage; page: ApplicationPage }) {
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
        <span>{momentInWords(inRome(sentAt ?? deliverAt).slice(0, 16), page.on)}</span>
      </p>
      {reason !== undefined && <p>{reason}</p>}
      {message.mail !== null && <MailText mail={message.mail} />}
    </li>
  );
}

/** The text as it was sent, asked for when somebody opens it. */
function MailText({ mail }: { mail: string }) {
  const [open, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['mail', mail],
    queryFn: ({ signal }) => ask<MailPage>(`/mails/${mail}`, signal),
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.text}</summary>
      {open && (
        <Answer query={query}>
          {({ to, text }) => (
            <>
              <p>{say.address(to)}</p>
              <p className="said-text">{text}</p>
            </>
          )}
        </Answer>
      )}
    </details>
  );
}

/** Why a message that was decided did not go. */
function becauseOf(why: string | null): string | undefined {
  if (why === null) return undefined;
  return say.because[why as keyof typeof say.because] ?? say.superseded;
}
