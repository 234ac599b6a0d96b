import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { roleInWords } from '#domain/people/role-words.js';
import { useMe } from '../../api/queries/me.js';
import { type KnownRegistry, useRegistry } from '../../api/queries/registry.js';
import { Waiting } from '../../ui/waiting.js';
import { slugOf } from '#domain/desk/slug.js';
import { MailTest } from '../../parts/office/office-settings.js';
import { ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Sign } from '../../ui/sign.js';
import { words } from '../../words/index.js';
import { anyCallQuery } from '../../api/queries/call.js';
import { missingOf } from './missing.js';

const say = words.firstSteps;

/** Leads through what a new installation needs before its first call. */
export function FirstStepsPage() {
  const { data, waiting } = useRegistry();
  return (
    <Page title={say.title} lead={say.lead}>
      {data === undefined ? <Waiting query={waiting} /> : <Steps known={data} />}
    </Page>
  );
}

function Steps({ known }: { known: KnownRegistry }) {
  const me = useMe();
  const launched = useQuery(anyCallQuery).data ?? false;
  const { data, people } = missingOf(known);
  const { steps } = say;
  return (
    <ol className="first-steps">
      <Step title={steps.account.title} done={me.phone !== null} what={steps.account.what}>
        {me.phone === null && <ButtonLink to="/impostazioni">{steps.account.go}</ButtonLink>}
      </Step>
      <Step
        title={steps.data.title}
        done={data.length === 0}
        what={data.length === 0 ? steps.data.none : steps.data.what}
      >
        {data.length > 0 && (
          <>
            <p>{steps.data.left(data.reduce((sum, { items }) => sum + items.length, 0))}</p>
            <ul>
              {data.map(({ body, items }) => (
                <li key={body.id}>
                  <Link
                    to="/comuni/$comune"
                    params={{ comune: slugOf(body.name) }}
                    search={{ vista: items.every((each) => each === 'agreements') ? 'servizi' : 'registro' }}
                  >
                    {body.name}
                  </Link>
                  : {items.map((each) => steps.data.items[each]).join(', ')}
                </li>
              ))}
            </ul>
          </>
        )}
      </Step>
      <Step
        title={steps.people.title}
        done={people.length === 0}
        what={people.length === 0 ? steps.people.none : steps.people.what}
      >
        {people.length > 0 && (
          <>
            <p>{steps.people.left(people.length)}</p>
            <ul>
              {people.map(({ body, roles }) => (
                <li key={body.id}>
                  <Link
                    to="/comuni/$comune"
                    params={{ comune: slugOf(body.name) }}
                    search={{ vista: 'persone' }}
                  >
                    {body.name}
                  </Link>
                  : {roles.map((role) => words.comuni.nobody(roleInWords(role))).join(', ')}
                </li>
              ))}
            </ul>
          </>
        )}
      </Step>
      <Step title={steps.mail.title} what={steps.mail.what}>
        {me.may.headOfOffice && <MailTest />}
      </Step>
      <Step title={steps.call.title} done={launched} what={launched ? steps.call.none : steps.call.what}>
        {!launched && <ButtonLink to="/avvisi/nuovo">{steps.call.go}</ButtonLink>}
      </Step>
    </ol>
  );
}

function Step({
  title,
  what,
  done,
  children,
}: {
  title: string;
  what: string;
  /** Absent where nothing can tell. */
  done?: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <h2>
        {title} {done === true && <Sign sign="done" />}
        {done === false && <span className="first-steps-open">{say.toDo}</span>}
      </h2>
      <p>{what}</p>
      {children}
    </li>
  );
}
