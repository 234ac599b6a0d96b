import { Link } from '@tanstack/react-router';
import type { ApplicationPage } from '#contracts/application-page.js';
import { Explained, Sentence } from '../../ui/acronym.js';
import { Button } from '../../ui/button.js';
import { Ends } from '../../ui/ends.js';
import { Euro } from '../../ui/euro.js';
import { Icon } from '../../ui/icon.js';
import { Sign } from '../../ui/sign.js';
import { useCopy } from '../../ui/use-copy.js';
import { UpTo } from '../../parts/people/who.js';
import { Scenario } from './scenario/scenario.js';
import { words } from '../../words/index.js';

const say = words.application;

/** Where the application stands, to whom it is up, until when, for how much; and always why it waits. */
export function Head({ page }: { page: ApplicationPage }) {
  const { sign, label, overlays, upTo, who, cup, on } = page;
  return (
    <div className="app-head">
      <p className="app-state">
        <Sign sign={page.updating ? 'updating' : sign} />
        <strong className="app-label">{label}</strong>
        {overlays.map((each) => (
          <span key={each} className="app-overlay">
            {each}
          </span>
        ))}
      </p>
      <ul className="app-facts">
        {!page.ended && (
          <li>
            <UpTo upTo={upTo} who={who} />
          </li>
        )}
        {page.workBy !== null && (
          <li>
            <Ends workBy={page.workBy} end={page.end} cutOff={page.cutOff} on={on} />
          </li>
        )}
        <li>
          <Euro cents={page.amountCents} word={page.amountWord} />
        </li>
        {cup !== null && (
          <li>
            <Cup cup={cup} />
          </li>
        )}
        <li>{page.number}</li>
      </ul>
      <Scenario page={page} />
      <p className="app-why" data-tour="why">
        <strong>{page.ended ? say.whyEnded : say.why}</strong> <Sentence>{page.sentence}</Sentence>
      </p>
      {page.guides.map((guide) => (
        <p key={guide}>
          <Link to="/aiuto/$guide" params={{ guide }}>
            {words.help.guides[guide]}
          </Link>
        </p>
      ))}
    </div>
  );
}

/** The CUP, to be copied as it stands. */
function Cup({ cup }: { cup: string }) {
  const { said, copy } = useCopy();
  return (
    <span className="app-cup">
      <Explained acronym="CUP" /> <span className="mono">{cup}</span>
      <Button tone="quiet" small label={say.copyCup} onClick={() => copy(cup)}>
        <Icon name="copy" size="xs" />{' '}
        <span aria-live="polite">{said === 'copied' ? say.copied : say.copy}</span>
      </Button>
      {said === 'refused' && <output className="field-hint">{words.problem.notCopied}</output>}
    </span>
  );
}
