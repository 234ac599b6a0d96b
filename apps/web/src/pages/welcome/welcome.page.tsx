import { useQuery } from '@tanstack/react-query';
import { Problem } from '../../api/problem.js';
import { invitationQuery } from '../../api/queries/access.js';
import { Foot } from '../../parts/shell/foot.js';
import { Answer } from '../../ui/answer.js';
import { ButtonLink } from '../../ui/button.js';
import { OfficeCard } from '../../parts/office/office-card.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { ChooseWay } from './choose-way.js';

const say = words.welcome;

/** Where an invitation leads. Its secret stands in the fragment, so that no server keeps it in a log. */
export function WelcomePage() {
  const secret = window.location.hash.slice(1);
  return (
    <main className="alone">
      <p className="alone-brand">{words.shell.product}</p>
      {secret === '' ? <Nothing title={say.none} what={say.noneWhat} /> : <Invitation secret={secret} />}
      <Foot />
    </main>
  );
}

function Invitation({ secret }: { secret: string }) {
  const look = useQuery(invitationQuery(secret));
  if (look.error instanceof Problem && look.error.code === 'ACC-04') {
    return <Nothing title={say.expired} what={say.expiredWhat} />;
  }
  return (
    <Page
      title={look.data === undefined ? say.title : say.greeting(look.data.name)}
      tab={say.title}
      lead={look.data === undefined ? undefined : say.lead(look.data.union)}
    >
      <Answer query={look}>
        {({ email }) => (
          <>
            {email !== null && <p>{say.email(email)}</p>}
            <ChooseWay secret={secret} email={email ?? ''} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Nothing({ title, what }: { title: string; what: string }) {
  return (
    <Page title={title}>
      <p>{what}</p>
      <OfficeCard />
      <ButtonLink to="/accedi">{say.signIn}</ButtonLink>
    </Page>
  );
}
