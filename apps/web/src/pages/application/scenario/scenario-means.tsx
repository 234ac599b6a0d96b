import type { Scenario } from '#domain/fact/scenario.js';
import { ALWAYS, SCENARIO_SOURCE, SCENARIO_WORDS } from '#domain/scenario/scenario-words.js';
import { words } from '../../../words/index.js';

const say = words.scenario;

/** What a scenario decides, in words: who contracts, who signs, what is uploaded. */
export function ScenarioMeans({ scenario }: { scenario: Scenario }) {
  const { contract, cre, upload } = SCENARIO_WORDS[scenario];
  return (
    <>
      <ul>
        {[contract, cre, upload, ALWAYS].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="field-hint">
        {say.papersStay} {say.source(SCENARIO_SOURCE)}
      </p>
    </>
  );
}
