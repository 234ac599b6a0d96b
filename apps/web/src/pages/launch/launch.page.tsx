import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LaunchedCall } from '#contracts/calls.js';
import { useMe } from '../../api/queries/me.js';
import { Answer } from '../../ui/answer.js';
import { launchPreviewQuery } from '../../api/queries/launch.js';
import { notedCallQuery } from '../../api/queries/noted.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { LaunchCall } from './launch-call.js';
import { LaunchComuni } from './launch-comuni.js';
import { useLaunchDraft } from '../../parts/launch/launch-draft.js';
import { LaunchFrom } from './launch-from.js';
import { LaunchPapers } from './launch-papers.js';
import { LaunchPeople } from './launch-people.js';
import { LaunchResult } from './launch-result.js';
import { LaunchStart } from './launch-start.js';
import { chosenIn, COMUNI_STEP } from '../../parts/launch/launch-step.js';

const say = words.launch;

const STEPS = [LaunchCall, LaunchComuni, LaunchPapers, LaunchPeople] as const;
/** The preview of all, before the launch itself. */
const LAST = STEPS.length + 1;

/** A new call from a published definition, in six steps that can be left; nothing happens before the last press. */
export function LaunchPage() {
  const { passo = 0, visto } = useSearch({ from: '/shell/avvisi/nuovo' });
  const noted = useQuery({ ...notedCallQuery(visto ?? ''), enabled: visto !== undefined }).data;
  const navigate = useNavigate();
  const { unionBody } = useMe();
  const { draft, change, forget } = useLaunchDraft();
  const [launched, setLaunched] = useState<LaunchedCall>();
  const { definition } = draft;
  const step = definition === undefined ? 0 : Math.min(passo, LAST);
  const goTo = (next: number) =>
    void navigate({
      to: '/avvisi/nuovo',
      search: {
        ...(visto === undefined ? {} : { visto }),
        ...(next === 0 ? {} : { passo: next }),
      },
    });
  const comuni = step === COMUNI_STEP || draft.comuni?.length === 0 ? 'all' : (draft.comuni ?? 'all');
  const query = useQuery({
    ...launchPreviewQuery({ actingBody: unionBody, definition, comuni, confirmed: draft.confirmed }),
    enabled: definition !== undefined && launched === undefined,
  });
  if (launched !== undefined) {
    return (
      <Page title={say.done.title}>
        <LaunchResult launched={launched} />
      </Page>
    );
  }
  if (step === 0) {
    return (
      <Page title={say.title} lead={say.from.title}>
        {noted !== undefined && <Notice>{say.noted.choose(noted.title)}</Notice>}
        <LaunchFrom
          draft={draft}
          start={(chosen) => {
            change({ ...chosen, noted: noted && { id: noted.id, slug: noted.slug } });
            goTo(1);
          }}
        />
        {noted === undefined && (
          <section className="part" aria-labelledby="soltanto">
            <h2 id="soltanto">{words.noted.title}</h2>
            <p>{say.noted.lead}</p>
            <ButtonLink to="/avvisi/visti/nuovo" tone="secondary">
              {words.noted.title}
            </ButtonLink>
          </section>
        )}
      </Page>
    );
  }
  const Step = STEPS[step - 1];
  return (
    <Page title={say.title} lead={say.step(step, say.steps.length, say.steps[step - 1] ?? '')}>
      <Answer query={query}>
        {(preview) => (
          <>
            {Step !== undefined && <Step preview={preview} draft={draft} change={change} />}
            {step === LAST && definition !== undefined && (
              <LaunchStart
                definition={definition}
                preview={preview}
                draft={draft}
                done={(result) => {
                  forget();
                  setLaunched(result);
                }}
              />
            )}
            <div className="form-actions">
              {step < LAST && (
                <Button
                  disabled={step === COMUNI_STEP && chosenIn(preview, draft).length === 0}
                  onClick={() => goTo(step + 1)}
                >
                  {say.next}
                </Button>
              )}
              <Button tone="secondary" onClick={() => goTo(step - 1)}>
                {say.back}
              </Button>
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}
