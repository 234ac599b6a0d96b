import { useParams, useSearch } from '@tanstack/react-router';
import { useRegistry } from '../../api/queries/registry.js';
import { NotFound } from '../../parts/shell/not-found.js';
import { PEOPLE_STEP } from '../../parts/launch/launch-step.js';
import { ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { BodyViews } from '../../parts/comune/body-views.js';
import { Waiting } from '../../ui/waiting.js';
import { slugOf } from '#domain/desk/slug.js';

/** One comune, or the union itself: its entry, its people, its applications. */
export function ComunePage() {
  const { comune } = useParams({ from: '/shell/comuni/$comune' });
  const { vista = 'persone', torna } = useSearch({ from: '/shell/comuni/$comune' });
  const { data, waiting } = useRegistry();
  const body = data?.union.bodies.find((each) => slugOf(each.name) === comune);
  if (data !== undefined && body === undefined) return <NotFound />;
  return (
    <Page
      title={body?.name ?? words.comuni.title}
      actions={
        torna === 'avvio' && (
          <ButtonLink to="/avvisi/nuovo" search={{ passo: PEOPLE_STEP }} small>
            {words.launch.people.back}
          </ButtonLink>
        )
      }
    >
      {data === undefined || body === undefined ? (
        <Waiting query={waiting} />
      ) : (
        <BodyViews body={body} known={data} view={vista} />
      )}
    </Page>
  );
}
