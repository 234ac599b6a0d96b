import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/queries/me.js';
import { tourState } from '../../parts/tour/tour-state.js';
import { tourSteps } from '../../parts/tour/tour-steps.js';
import { Button } from '../../ui/button.js';
import { OfficeCard } from '../../parts/office/office-card.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.help;

/** A telephone number and a name first, then guides. */
export function HelpPage() {
  const { desk } = useMe();
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
      {tourSteps(desk, undefined).length > 0 && (
        <section className="part">
          <h2>{words.tour.name}</h2>
          <Button tone="secondary" onClick={() => tourState.goTo(0)}>
            {words.tour.restart}
          </Button>
        </section>
      )}
    </Page>
  );
}
