import { Link } from '@tanstack/react-router';
import { OfficeCard } from '../ui/office-card.js';
import { Page } from '../ui/page.js';
import { words } from '../words/index.js';

const say = words.help;

/** A telephone number and a name first, then guides. */
export function HelpPage() {
  return (
    <Page title={say.title}>
      <section>
        <h2>{say.callTitle}</h2>
        <OfficeCard />
      </section>
      <section className="part">
        <h2>{say.guidesTitle}</h2>
        <p>{say.guidesLead}</p>
        <ul className="guides">
          {Object.entries(say.guides).map(([guide, title]) => (
            <li key={guide}>
              <Link to="/aiuto/$guide" params={{ guide }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
