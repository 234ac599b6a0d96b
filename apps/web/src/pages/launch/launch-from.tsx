import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callsQuery } from '../../api/queries/call.js';
import { definitionsQuery, type Model } from '../../api/queries/definition.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/field.js';
import { words } from '../../words/index.js';
import type { LaunchDraft } from '../../parts/launch/launch-draft.js';
import { LaunchSimilar } from './launch-similar.js';
import { lastUsedFirst } from './proposal.js';

const say = words.launch.from;

/** Step 0: from a published definition, from an earlier call, or only noted for now. */
export function LaunchFrom({
  draft,
  start,
}: {
  draft: LaunchDraft;
  start: (chosen: Partial<LaunchDraft>) => void;
}) {
  const query = useQuery(definitionsQuery);
  const launched = useQuery(callsQuery);
  return (
    <Answer query={launched}>
      {({ calls }) => (
        <Answer query={query}>
          {({ definitions }) =>
            definitions.length === 0 ? (
              <p className="empty">{say.none}</p>
            ) : (
              <>
                <section aria-labelledby="modello">
                  <h2 id="modello">{say.model}</h2>
                  <p>{say.lead}</p>
                  <Models
                    definitions={lastUsedFirst(definitions, calls)}
                    draft={draft}
                    start={(definition) =>
                      start({
                        definition,
                        confirmed: [],
                        like: undefined,
                        // What an earlier call proposed is not this one's.
                        ...(draft.like === undefined ? {} : { comuni: undefined }),
                      })
                    }
                  />
                </section>
                <LaunchSimilar models={definitions} start={start} />
              </>
            )
          }
        </Answer>
      )}
    </Answer>
  );
}

function Models({
  definitions,
  draft,
  start,
}: {
  definitions: readonly Model[];
  draft: LaunchDraft;
  start: (definition: { id: string; version: number }) => void;
}) {
  const nameOf = ({ id, version }: { id: string; version: number }) => `${id} ${version}`;
  const first = draft.definition ?? definitions[0];
  const [chosen, setChosen] = useState(first === undefined ? '' : nameOf(first));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const model = definitions.find((each) => nameOf(each) === chosen);
        if (model !== undefined) start({ id: model.id, version: model.version });
      }}
    >
      <Choice
        name="modello"
        label={say.which}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={definitions.map((each) => ({
          value: nameOf(each),
          label: each.title,
          hint: say.version(each.version),
        }))}
      />
      <Button type="submit">{say.start}</Button>
    </form>
  );
}
