import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import type { PersonAnswer } from '#contracts/identity.js';
import type { RegisteredUnion } from '#contracts/registry.js';
import { slugOf } from '#domain/desk/slug.js';
import { ask } from '../../api/client.js';
import { Answer } from '../../ui/answer.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

/** Leads from a person's id to the card of the person, among the people of their first body. */
export function PersonPage() {
  const { person } = useParams({ strict: false });
  const id = String(person);
  const query = useQuery({
    queryKey: ['person', id],
    queryFn: async ({ signal }) => {
      const [found, union] = await Promise.all([
        ask<PersonAnswer>(`/people/${encodeURIComponent(id)}`, signal),
        ask<RegisteredUnion>('/registry', signal),
      ]);
      const bodies = found.memberships.map((each) => each.body);
      return { name: found.name, body: union.bodies.find((each) => bodies.includes(each.id)) };
    },
  });
  return (
    <Page title={query.data?.name ?? words.search.kinds.person}>
      <Answer query={query}>
        {({ body }) =>
          body === undefined ? (
            <p>{words.search.noRole}</p>
          ) : (
            <Navigate
              to="/comuni/$comune"
              params={{ comune: slugOf(body.name) }}
              hash={`persona-${id}`}
              replace
            />
          )
        }
      </Answer>
    </Page>
  );
}
