import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Acting, ApplicationPage } from '#contracts/application-page.js';
import { type Scenario, SCENARIOS } from '#domain/fact/scenario.js';
import { SCENARIO_WORDS } from '#domain/scenario/scenario-words.js';
import { ask } from '../../../api/client.js';
import type { Problem } from '../../../api/problem.js';
import { Collision } from '../../../ui/collision.js';
import { useDraft } from '../../../ui/draft.js';
import { ErrorSummary } from '../../../ui/error-summary.js';
import { Choice, TextField } from '../../../ui/field.js';
import { FormButtons } from '../../../ui/form-buttons.js';
import { words } from '../../../words/index.js';
import { tagOf } from '../../../api/queries/application.js';
import { Panel } from '../panel.js';
import { ScenarioMeans } from './scenario-means.js';

const say = words.scenario;

interface Typed {
  /** Radio buttons that were only visited hold null. */
  scenario: string | null;
  reason: string;
}

/** Says which part the union has, with what that means in sight before it is put on record. */
export function ScenarioForm({
  page,
  acting,
  close,
}: {
  page: ApplicationPage;
  acting: Acting;
  close: () => void;
}) {
  const client = useQueryClient();
  const form = useDraft<Typed>(`chi fa cosa ${page.id}`, {
    scenario: page.scenario == null ? '' : String(page.scenario),
    reason: '',
  });
  // As it was when the form was opened: the page underneath goes on by itself.
  const [tag, setTag] = useState(() => tagOf(page));
  const typed = useWatch({ control: form.control, name: 'scenario' });
  const chosen = SCENARIOS.find((each) => String(each) === typed);
  const choose = useMutation<unknown, Problem, { scenario: Scenario; reason: string; mine: boolean }>({
    mutationFn: ({ scenario, reason, mine }) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: {
          ...acting,
          type: 'scenario.chosen',
          body: { scenario },
          ...(reason.trim() === '' ? {} : { detail: { reason: reason.trim() } }),
        },
        once: form.once,
        ...(mine ? {} : { ifMatch: tag }),
      }),
    onSuccess: async () => {
      form.forget();
      await client.invalidateQueries();
      close();
    },
  });
  const send = (mine: boolean) => {
    if (chosen !== undefined) choose.mutate({ scenario: chosen, reason: form.getValues('reason'), mine });
  };
  const error = form.formState.errors.scenario?.message;
  return (
    <Panel title={say.title}>
      <form noValidate onSubmit={(event) => void form.handleSubmit(() => send(false))(event)}>
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'chi-fa-cosa', message: error }]} />
        <Choice
          id="chi-fa-cosa"
          label={say.question}
          error={error}
          {...form.register('scenario', { required: say.missing })}
          options={SCENARIOS.map((each) => ({
            value: String(each),
            label: say.option(SCENARIO_WORDS[each].who, each),
          }))}
        />
        <div className="preview" aria-live="polite">
          {chosen !== undefined && (
            <>
              <h3>{say.means}</h3>
              <ScenarioMeans scenario={chosen} />
            </>
          )}
        </div>
        <TextField
          label={say.where}
          hint={say.whereHint}
          optional
          maxLength={500}
          {...form.register('reason')}
        />
        {choose.error !== null && (
          <Collision
            problem={choose.error}
            mine={() => send(true)}
            seen={() => {
              setTag(tagOf(page));
              choose.reset();
            }}
          />
        )}
        <FormButtons
          busy={choose.isPending}
          cancel={() => {
            form.forget();
            close();
          }}
        >
          {say.record}
        </FormButtons>
      </form>
    </Panel>
  );
}
