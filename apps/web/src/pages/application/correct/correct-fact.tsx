import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { HistoryLine } from '#contracts/history.js';
import type { CasePreview } from '#contracts/preview.js';
import { fieldsFor } from '#domain/call/requirement.js';
import { ask } from '../../../api/client.js';
import type { Problem } from '../../../api/problem.js';
import { Answer } from '../../../ui/answer.js';
import { Button } from '../../../ui/button.js';
import { useDraft } from '../../../ui/draft.js';
import { ErrorSummary } from '../../../ui/error-summary.js';
import { Choice, TextArea, TextField } from '../../../ui/field.js';
import { Notice, ProblemNotice } from '../../../ui/notice.js';
import { words } from '../../../words/index.js';
import { Collision } from '../../../ui/collision.js';
import { DefinedField, type WithData } from '../../../parts/application/form/defined-field.js';
import { fieldId } from '../../../parts/application/form/record-values.js';
import { factsQuery, tagOf } from '../../../api/queries/application.js';
import { Panel } from '../panel.js';
import {
  correctionOf,
  type CorrectionValues,
  emptyCorrection,
  faultsOf,
  NOTHING_ASKED,
} from './correction.js';
import { Preview } from './preview.js';

const say = words.correct;

/** Puts a fact right, or voids it: with a reason, after a look at what would change. */
export function CorrectFact({
  page,
  fact,
  close,
}: {
  page: ApplicationPage;
  fact: string;
  close: () => void;
}) {
  const query = useQuery(factsQuery(page.id));
  return (
    <Answer query={query}>
      {({ facts }) => {
        const old = facts.find((each) => each.id === fact);
        if (old === undefined || old.correctedBy !== undefined || page.may.correct === undefined) {
          return <Notice kind="info">{words.application.gone}</Notice>;
        }
        return (
          <Panel title={say.title}>
            <p className="correct-old">
              {say.old} <strong>{old.sentence}</strong>
            </p>
            <Form page={page} old={old} close={close} />
          </Panel>
        );
      }}
    </Answer>
  );
}

function Form({ page, old, close }: { page: ApplicationPage; old: HistoryLine; close: () => void }) {
  const client = useQueryClient();
  const asked = old.asks ?? NOTHING_ASKED;
  const form = useDraft<CorrectionValues>(`correggi ${old.id}`, emptyCorrection(old));
  const [faults, setFaults] = useState<{ field: string; message: string }[]>([]);
  const [how, outcome] = useWatch({ control: form.control, name: ['how', 'outcome'] });
  // As it was when the preview was asked for: the page underneath goes on by itself, the preview does not.
  const [tag, setTag] = useState(() => tagOf(page));
  const preview = useMutation<CasePreview, Problem, CorrectionValues>({
    mutationFn: (values) =>
      ask('POST /applications/:application/corrections/preview', {
        params: { application: page.id },
        body: correctionOf(old, values, page),
      }),
  });
  const correct = useMutation<unknown, Problem, { values: CorrectionValues; mine?: boolean }>({
    mutationFn: ({ values, mine }) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: correctionOf(old, values, page),
        once: form.once,
        ...(mine === true ? {} : { ifMatch: tag }),
      }),
    onSuccess: async () => {
      form.forget();
      await client.invalidateQueries();
      close();
    },
  });
  const error = (name: string) => faults.find((each) => each.field === fieldId(name))?.message;
  const look = form.handleSubmit((values) => {
    const found = faultsOf(values, asked, page.on);
    setFaults(found);
    preview.reset();
    correct.reset();
    if (found.length > 0) return;
    setTag(tagOf(page));
    preview.mutate(values);
  });
  const stale = preview.variables !== undefined && !same(preview.variables, form.watch());
  return (
    <form noValidate onSubmit={(event) => void look(event)}>
      <ErrorSummary errors={faults} />
      {old.asks !== undefined && (
        <Choice
          label={say.how}
          {...form.register('how')}
          options={[
            { value: 'correct', label: asked.outcomes.length > 1 ? say.howCorrectOutcome : say.howCorrect },
            { value: 'void', label: say.howVoid, hint: say.howVoidHint },
          ]}
        />
      )}
      {how === 'correct' && (
        <>
          {asked.outcomes.length > 1 && (
            <Choice
              id={fieldId('outcome')}
              label={say.outcome}
              {...form.register('outcome')}
              error={error('outcome')}
              options={asked.outcomes.map(({ code, label }) => ({ value: code, label }))}
            />
          )}
          <div className="field-row">
            <TextField
              id={fieldId('date')}
              label={words.record.date}
              type="date"
              max={page.on}
              {...form.register('date')}
              error={error('date')}
            />
            <TextField
              id={fieldId('time')}
              label={words.record.time}
              type="time"
              step={1}
              optional
              {...form.register('time')}
            />
          </div>
          {fieldsFor(asked.fields, outcome).map((field) => (
            <DefinedField
              key={field.name}
              field={field}
              control={form.control as unknown as Control<WithData>}
              error={error(field.name)}
              year={Number(page.on.slice(0, 4))}
            />
          ))}
        </>
      )}
      <TextArea
        id={fieldId('reason')}
        label={say.reason}
        hint={say.reasonHint}
        maxLength={500}
        {...form.register('reason')}
        error={error('reason')}
      />
      {preview.error !== null && <ProblemNotice problem={preview.error} />}
      {correct.error !== null && (
        <Collision
          problem={correct.error}
          mine={() => correct.mutate({ values: form.getValues(), mine: true })}
          seen={() => {
            correct.reset();
            preview.reset();
          }}
        />
      )}
      {preview.data !== undefined && !stale && <Preview preview={preview.data} on={page.on} />}
      <div className="form-actions">
        {preview.data !== undefined && !stale ? (
          <Button busy={correct.isPending} onClick={() => correct.mutate({ values: form.getValues() })}>
            {how === 'void' ? say.void : say.correct}
          </Button>
        ) : (
          <Button type="submit" busy={preview.isPending}>
            {say.look}
          </Button>
        )}
        <Button
          tone="quiet"
          onClick={() => {
            form.forget();
            close();
          }}
        >
          {say.leave}
        </Button>
      </div>
    </form>
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
