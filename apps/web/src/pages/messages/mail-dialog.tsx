import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../ui/answer.js';
import { momentInWords } from '../../ui/dates.js';
import { Dialog } from '../../ui/dialog.js';
import { words } from '../../words/index.js';
import { mailQuery } from '../../api/queries/messages.js';

const say = words.messages;

/** One e-mail as it was sent. */
export function MailDialog({ id, close }: { id: string | undefined; close: () => void }) {
  return (
    <Dialog title={say.mailTitle} open={id !== undefined} close={close}>
      {id !== undefined && <Mail id={id} />}
    </Dialog>
  );
}

function Mail({ id }: { id: string }) {
  const query = useQuery(mailQuery(id));
  return (
    <Answer query={query}>
      {(mail) => (
        <>
          <p>
            {say.mailTo(mail.person.name, mail.to)}
            <br />
            <strong>{say.mailSubject(mail.subject)}</strong>
            <br />
            {mail.sentAt === undefined
              ? say.mailAt(momentInWords(mail.createdAt))
              : say.mailSentAt(momentInWords(mail.sentAt))}
          </p>
          <p>
            {mail.outcome}
            {mail.resentAt !== undefined && ` ${say.mailResentAt(momentInWords(mail.resentAt))}.`}
          </p>
          {mail.text === '' ? <p>{say.erased}</p> : <pre className="mail-text">{mail.text}</pre>}
        </>
      )}
    </Answer>
  );
}
