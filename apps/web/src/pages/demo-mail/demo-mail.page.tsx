import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Foot } from '../../parts/shell/foot.js';
import { addressOf } from '../../api/client.js';
import { demoMailQuery, demoMailsQuery } from '../../api/queries/demo.js';
import { useDemoPeople } from '../../parts/shell/demo-bar.js';
import { Answer } from '../../ui/answer.js';
import { dayInWords, hour, momentInWords } from '../../ui/dates.js';
import { SelectField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.demoMail;

/** What the demo sent, to be read as whoever received it. */
export function DemoMailPage() {
  return <Mailbox {...useSearch({ from: '/shell/posta' })} at="/posta" />;
}

/** The same for who is signed out and waits for a code. */
export function DemoMailOutsidePage() {
  return (
    <main className="alone is-wide">
      <p>
        <Link to="/accedi">{say.backToSignIn}</Link>
      </p>
      <Mailbox {...useSearch({ from: '/accedi/posta' })} at="/accedi/posta" />
      <Foot />
    </main>
  );
}

function Mailbox({ at, a, n }: { at: '/posta' | '/accedi/posta'; a?: string; n?: number }) {
  const navigate = useNavigate();
  const people = useDemoPeople();
  const list = useQuery(demoMailsQuery(a));
  return (
    <Page title={say.title} lead={say.lead}>
      <SelectField
        label={say.to}
        value={a ?? ''}
        onChange={(event) =>
          void navigate({ to: at, search: event.target.value === '' ? {} : { a: event.target.value } })
        }
      >
        <option value="">{say.everybody}</option>
        {people.map((each) => (
          <option key={each.email} value={each.email}>
            {each.name} ({each.role})
          </option>
        ))}
      </SelectField>
      <Answer query={list}>
        {({ mails }) =>
          mails.length === 0 ? (
            <p className="empty">{say.empty}</p>
          ) : (
            <div className="mailbox">
              <nav aria-label={say.list}>
                <ul className="mailbox-list">
                  {mails.map((mail) => (
                    <li key={mail.number}>
                      <Link
                        to={at}
                        search={{ ...(a === undefined ? {} : { a }), n: mail.number }}
                        aria-current={mail.number === n ? 'true' : undefined}
                      >
                        {mail.subject}
                        <small>
                          {mail.to} · {dayInWords(mail.on, mails[0]?.on)}, {hour(mail.at)}
                        </small>
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
              {n === undefined ? <p>{say.choose}</p> : <Mail number={n} />}
            </div>
          )
        }
      </Answer>
    </Page>
  );
}

function Mail({ number }: { number: number }) {
  const query = useQuery(demoMailQuery(number));
  const address = addressOf('GET /demo/mails/:number/html', { params: { number } });
  return (
    <Answer query={query}>
      {(mail) => (
        <article>
          <h2>{mail.subject}</h2>
          <p className="line-meta">
            <span>{say.from(mail.from)}</span>
            <span>{say.toWhom(mail.to)}</span>
            <span>{say.when(momentInWords(`${mail.on}T${mail.at}`))}</span>
            <a href={address} target="_blank" rel="noreferrer">
              {say.ownTab}
            </a>
          </p>
          <iframe title={say.asSent} src={address} sandbox="allow-popups allow-popups-to-escape-sandbox" />
        </article>
      )}
    </Answer>
  );
}
