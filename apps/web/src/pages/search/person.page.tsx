import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { slugOf } from '#domain/desk/slug.js';
import { personQuery } from '../../api/queries/people.js';
import { registryQuery } from '../../api/queries/registry.js';
import { Answer } from '../../ui/answer.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

/** Leads from a person's id to the card of the person, among the people of their first body. */
export function PersonPage() {
  const { person } = useParams({ from: '/shell/persone/$person' });
  const found = useQuery(personQuery(person));
  const registry = useQuery(registryQuery);
  return (
    <Page title={found.data?.name ?? words.search.kinds.person}>
      <Answer query={found}>
        {({ memberships }) => (
          <Answer query={registry}>
            {({ bodies }) => {
              const body = bodies.find(({ id }) => memberships.some((each) => each.body === id));
              return body === undefined ? (
                <p>{words.search.noRole}</p>
              ) : (
                <Navigate
                  to="/comuni/$comune"
                  params={{ comune: slugOf(body.name) }}
                  hash={`persona-${person}`}
                  replace
                />
              );
            }}
          </Answer>
        )}
      </Answer>
    </Page>
  );
}
