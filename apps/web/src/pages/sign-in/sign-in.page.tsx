import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { session } from '../../api/session.js';
import { Foot } from '../../parts/shell/foot.js';
import { OfficeCard } from '../../parts/office/office-card.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { DemoPeople } from './demo-people.js';
import { SignInForm } from '../../parts/sign-in/sign-in-form.js';

const say = words.signIn;

/** The only page of somebody whom Capofila does not know yet. */
export function SignInPage() {
  const { vai } = useSearch({ from: '/accedi' });
  const router = useRouter();
  const client = useQueryClient();
  const enter = async () => {
    // Nothing of whoever was here before may stay on the screen.
    client.clear();
    session.set('open');
    await router.invalidate();
    router.history.push(vai ?? '/');
  };
  return (
    <main className="alone">
      <p className="alone-brand">{words.shell.product}</p>
      <Page title={say.title} lead={say.lead}>
        <DemoPeople />
        <SignInForm done={() => void enter()} />
        <section className="alone-note">
          <h2>{say.noInvitation}</h2>
          <p>{say.noInvitationWhat}</p>
          <OfficeCard />
        </section>
      </Page>
      <Foot />
    </main>
  );
}
