import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { officeQuery } from '../../api/queries/office.js';
import { Foot } from '../../parts/shell/foot.js';
import { OfficeCard } from '../../parts/office/office-card.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.accessibility;

/** What was tested and how, what is not right yet, whom to tell: for everybody, also before signing in. */
export function AccessibilityPage() {
  const email = useQuery(officeQuery).data?.email;
  return (
    <main className="alone">
      <p className="alone-brand">
        <Link to="/">{words.shell.product}</Link>
      </p>
      <Page title={say.title} lead={say.lead}>
        {say.parts.map(({ title, body }) => (
          <section key={title} className="part">
            <h2>{title}</h2>
            {body.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </section>
        ))}
        <OfficeCard />
        {email !== undefined && (
          <p>
            <a href={`mailto:${email}?subject=${encodeURIComponent(say.subject)}`}>{say.write}</a>
          </p>
        )}
        <p className="field-hint">{say.prepared}</p>
      </Page>
      <Foot />
    </main>
  );
}
