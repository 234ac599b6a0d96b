import { useParams, useSearch } from '@tanstack/react-router';
import { useRegistry } from '../api/registry.js';
import { NotFound } from '../shell/not-found.js';
import { Page } from '../ui/page.js';
import { words } from '../words/index.js';
import { BodyViews } from './body-views.js';
import { Waiting } from './waiting.js';
import { slugOf } from './words-of-body.js';

/** One comune, or the union itself: its entry, its people, its applications. */
export function ComunePage() {
  const { comune } = useParams({ from: '/shell/comuni/$comune' });
  const { vista = 'persone' } = useSearch({ from: '/shell/comuni/$comune' });
  const { data, waiting } = useRegistry();
  const body = data?.union.bodies.find((each) => slugOf(each.name) === comune);
  if (data !== undefined && body === undefined) return <NotFound />;
  return (
    <Page title={body?.name ?? words.comuni.title}>
      {data === undefined || body === undefined ? (
        <Waiting query={waiting} />
      ) : (
        <BodyViews body={body} known={data} view={vista} />
      )}
    </Page>
  );
}
