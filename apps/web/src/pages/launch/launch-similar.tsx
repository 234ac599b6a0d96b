import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '../../api/problem.js';
import { queries } from '../../api/query-client.js';
import { applicationsQuery } from '../../api/queries/application.js';
import { callQuery, callsQuery } from '../../api/queries/call.js';
import type { Model } from '../../api/queries/definition.js';
import { registryQuery } from '../../api/queries/registry.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import type { LaunchDraft } from '../../parts/launch/launch-draft.js';
import { proposedFrom } from './proposal.js';

const say = words.launch.similar;

/** "Da un avviso simile": the choices of an earlier launch that still hold. */
export function LaunchSimilar({
  models,
  start,
}: {
  models: readonly Model[];
  start: (draft: Partial<LaunchDraft>) => void;
}) {
  const calls = useQuery(callsQuery).data?.calls.toReversed() ?? [];
  const [chosen, setChosen] = useState<string>();
  const slug = chosen ?? calls[0]?.slug ?? '';
  const propose = useMutation<Partial<LaunchDraft>, Problem>({
    mutationFn: async () => {
      const [call, { applications }, { bodies }] = await Promise.all([
        queries.fetchQuery(callQuery(slug)),
        queries.fetchQuery(applicationsQuery),
        queries.fetchQuery(registryQuery),
      ]);
      const { definition, comuni, confirmed, busy, newer } = proposedFrom(call, {
        models,
        calls,
        applications,
        bodies,
      });
      return { definition, comuni, confirmed, like: { number: call.number, title: call.title, busy, newer } };
    },
    onSuccess: start,
  });
  if (calls.length === 0) return null;
  return (
    <section className="part" aria-labelledby="simile">
      <h2 id="simile">{say.title}</h2>
      <p>{say.lead}</p>
      {propose.error !== null && <ProblemNotice problem={propose.error} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          propose.mutate();
        }}
      >
        <SelectField label={say.which} value={slug} onChange={(event) => setChosen(event.target.value)}>
          {calls.map((call) => (
            <option key={call.id} value={call.slug}>
              {`${call.title} (${call.number})`}
            </option>
          ))}
        </SelectField>
        <Button type="submit" tone="secondary" busy={propose.isPending}>
          {say.propose}
        </Button>
      </form>
    </section>
  );
}
