import { Link } from '@tanstack/react-router';
import type { ApplicationPage } from '#contracts/application-page.js';
import { SCENARIO_WORDS } from '#domain/scenario/scenario-words.js';
import { words } from '../../../words/index.js';
import { hereLink } from '../../../parts/application/here-link.js';
import { ScenarioMeans } from './scenario-means.js';

const say = words.scenario;

/** "Chi fa cosa: il Comune firma il contratto, la CUC dell’Unione fa la gara (scenario 1). [Perché] [Cambia]" */
export function Scenario({ page }: { page: ApplicationPage }) {
  const { scenario, may } = page;
  if (scenario === undefined) return null;
  return (
    <div className="app-scenario">
      <p>
        <strong>{say.title}:</strong>{' '}
        {scenario === null ? say.unknown : say.is(SCENARIO_WORDS[scenario].who, scenario)}{' '}
        {may.scenario !== undefined && (
          <Link {...hereLink(page, { chi: 'cambia' })}>{scenario === null ? say.choose : say.change}</Link>
        )}
      </p>
      {scenario !== null && (
        <details>
          <summary>{say.why}</summary>
          <ScenarioMeans scenario={scenario} />
        </details>
      )}
    </div>
  );
}
