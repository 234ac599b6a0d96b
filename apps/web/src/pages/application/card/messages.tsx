import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedMessage } from '#contracts/messages.js';
import type { ApplicationPage } from '#contracts/application-page.js';
import { kindInWords } from '#domain/reminder/message-words.js';
import { whyInWords } from '#domain/reminder/not-sent.js';
import { applicationMessagesQuery } from '../../../api/queries/application.js';
import { mailQuery } from '../../../api/queries/messages.js';
import { Answer } from '../../../ui/answer.js';
import { inRome, momentInWords } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';

const say = words.mailLines;

/** What was written to whom about this application: sent, still to go, not needed any more, not delivered. */
export function Messages({ page }: { page: ApplicationPage }) {
  const query = useQuery(applicationMessagesQuery(page.id));
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
  const { person, subject, state, why, sentAt, goesAt, deliverAt, kind } = message;
  const skipped = state === 'skipped' && why !== null ? whyInWords(why) : undefined;
  const reason = state === 'failed' ? say.failed : skipped;
  return (
    <li className="said">
      <p>
        <strong>{subject ?? kindInWords(kind)}</strong>
      </p>
      <p className="line-meta">
        <span>{say.to(person)}</span>
        <span className={`message-${state}`}>{say.state[state]}</span>
        <span>{momentInWords(inRome(sentAt ?? goesAt ?? deliverAt).slice(0, 16), page.on)}</span>
      </p>
      {reason !== undefined && <p>{reason}</p>}
      {message.mail !== null && <MailText mail={message.mail} />}
    </li>
  );
}

/** The text as it was sent, asked for when somebody opens it. */
function MailText({ mail }: { mail: string }) {
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...mailQuery(mail), enabled: open, staleTime: Number.POSITIVE_INFINITY });
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
