import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MessageLine } from '#contracts/messages.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import { peopleQuery } from '../../api/queries/people.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { momentInWords } from '../../ui/dates.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import { MailLink } from './columns.js';
import { mailQuery } from '../../api/queries/messages.js';

const say = words.messages;

/** Mails that did not arrive: one block a mail, with the way to put it right. */
export function Failures({ messages, on }: { messages: readonly MessageLine[]; on: string }) {
  const mails = new Map<string, MessageLine[]>();
  for (const each of messages) {
    const id = each.mail?.id ?? each.id;
    mails.set(id, [...(mails.get(id) ?? []), each]);
  }
  return (
    <ul className="lines">
      {[...mails].map(([id, all]) => (
        <Failure key={id} messages={all} on={on} />
      ))}
    </ul>
  );
}

function Failure({ messages, on }: { messages: readonly MessageLine[]; on: string }) {
  const [first] = messages;
  if (first === undefined) return null;
  const { person, mail } = first;
  return (
    <li className="line">
      <div className="line-what">
        <h3>{person.name}</h3>
        {mail === undefined ? (
          <p>{first.why}</p>
        ) : (
          <p>
            «{mail.subject}» <MailLink mail={mail} />
          </p>
        )}
        <p className="line-meta">
          <span>{momentInWords(first.deliverAt, on)}</span>
          <span>{messages.map((each) => `${each.applicant} · ${each.call}`).join(', ')}</span>
        </p>
      </div>
      {mail !== undefined && <Again mail={mail.id} person={person} />}
    </li>
  );
}

/** What became of it, and the second try, where it makes sense. */
function Again({ mail, person }: { mail: string; person: MessageLine['person'] }) {
  const { unionBody, desk } = useMe();
  const router = useRouter();
  const client = useQueryClient();
  const { data } = useQuery(mailQuery(mail));
  const again = useMutation<unknown, Problem>({
    mutationFn: () =>
      ask('POST /mails/:id/resend', { params: { id: mail }, body: { actingBody: unionBody } }),
    onSuccess: () => client.invalidateQueries({ queryKey: mailQuery(mail).queryKey }),
  });
  const people = useQuery({ ...peopleQuery, enabled: desk === 'office' });
  if (data === undefined) return null;
  const whose = people.data?.people.find((each) => each.id === person.id);
  const corrects = whose?.correctable.includes('email') === true;
  const page = `/persone/${person.id}`;
  const wrongAddress = data.resend === 'sameAddress' || data.resend === 'noAddress';
  return (
    <>
      <div className="line-acts">
        {corrects && wrongAddress && (
          <a
            className="btn btn-primary btn-xs"
            href={page}
            aria-label={say.correctLabel(person.name)}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              router.history.push(page);
            }}
          >
            {say.correct}
          </a>
        )}
        {data.resend === 'may' && (
          <Button
            small
            busy={again.isPending}
            label={say.resendLabel(person.name)}
            onClick={() => again.mutate()}
          >
            {say.resend}
          </Button>
        )}
      </div>
      <div className="line-what line-wide">
        <p>
          {data.outcome} {data.to !== '' && say.address(data.to)}{' '}
          {data.resend === 'noAddress' && say.noAddress}{' '}
          {whose !== undefined && !corrects && wrongAddress && say.whoCorrects}
        </p>
        {again.isSuccess && <Notice kind="success">{say.resent}</Notice>}
        {again.error !== null && <ProblemNotice problem={again.error} />}
      </div>
    </>
  );
}
