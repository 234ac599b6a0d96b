import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { ApplicationPage, MilestoneForm } from '#contracts/application-page.js';
import { fieldsFor } from '#domain/call/requirement.js';
import { ask } from '../../../api/client.js';
import { useMe } from '../../../api/queries/me.js';
import type { Problem } from '../../../api/problem.js';
import { useDraft } from '../../../ui/draft.js';
import { ErrorSummary } from '../../../ui/error-summary.js';
import { Choice, TextArea } from '../../../ui/field.js';
import { Notice } from '../../../ui/notice.js';
import { FormButtons } from '../../../ui/form-buttons.js';
import { words } from '../../../words/index.js';
import { Collision } from '../../../ui/collision.js';
import { tagOf } from '../../../api/queries/application.js';
import { DefinedField, type WithData } from './defined-field.js';
import { Follows } from './follows.js';
import { ProofField } from './proof-field.js';
import { ReceivedFields } from './received-fields.js';
import { emptyRecord, type Fault, faultsOf, fieldId, type RecordValues, requestOf } from './record-values.js';
import { WhenFields } from './when-fields.js';

const say = words.record;

/**
 * A form made from what the API says may be recorded: its fields, outcomes and proof; in whose name; when.
 *
 * @param recorded it stands on record.
 * @param done and the pages know it too.
 * @param start what is known already: of a PEC that was read.
 */
export function RecordForm({
  page,
  asked,
  start = {},
  source = 'page',
  recorded,
  done,
  close,
}: {
  page: ApplicationPage;
  asked: MilestoneForm;
  start?: Partial<RecordValues>;
  /** Where it was opened: what was typed there is not what was typed here. */
  source?: 'page' | 'pec';
  recorded?: () => void;
  /** @param answer that was given, where a question was asked. */
  done: (answer?: string) => void;
  close: () => void;
}) {
  const { unionBody } = useMe();
  const client = useQueryClient();
  const office = asked.acting.actingBody === unionBody;
  const form = useDraft<RecordValues>(
    `registra ${source} ${page.id} ${asked.milestone} ${start.proof ?? ''}`,
    {
      ...emptyRecord(asked, page),
      ...start,
    },
  );
  // An answer that was pressed just now counts more than one that was typed before and left.
  const { setValue } = form;
  const pressed = start.outcome;
  useEffect(() => {
    if (pressed !== undefined) setValue('outcome', pressed);
  }, [pressed, setValue]);
  // As it was when the form was opened: the page underneath goes on by itself, whoever types has not read it since.
  const [tag, setTag] = useState<string | undefined>(() => tagOf(page));
  const [found, setFaults] = useState<Fault[]>([]);
  const typed = useWatch({ control: form.control }) as RecordValues;
  // A proof that was missing is here as soon as it has arrived.
  const faults = found.filter(({ field }) => field !== fieldId('proof') || typed.proof === '');
  const { when, outcome } = typed;
  // A question that is answered here: the answer is what happens, now, and the button says it.
  const answered = asked.place === 'here' && asked.outcomes.length > 0;
  const answer = asked.outcomes.find((each) => each.code === outcome)?.label;
  const notice = office && asked.acting.onBehalfOf === undefined;
  // A proof that is still to come changes nothing of what follows.
  const whole = faultsOf(asked, { ...typed, proof: 'x' }, { on: page.on, office }).length === 0;
  const record = useMutation<unknown, Problem, { values: RecordValues; mine?: boolean }>({
    mutationFn: ({ values, mine }) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: requestOf(asked, values, { office }),
        once: form.once,
        ...(mine === true ? {} : { ifMatch: tag ?? tagOf(page) }),
      }),
    onSuccess: async () => {
      form.forget();
      recorded?.();
      await client.invalidateQueries();
      done(answered ? answer : undefined);
    },
    onError: (problem) => setFaults(serverFaults(problem)),
  });
  const error = (name: string) => faults.find((each) => each.field === fieldId(name))?.message;
  const submit = form.handleSubmit((values) => {
    if (record.isPending) return;
    const wrong = faultsOf(asked, values, { on: page.on, office });
    setFaults(wrong);
    record.reset();
    if (wrong.length === 0) record.mutate({ values });
  });
  const proofNeeded = asked.proof || (when === 'other' && !office);
  const consequence = asked.outcomes.find((each) => each.code === outcome)?.consequence ?? asked.consequence;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {form.restored && <Notice>{words.record.restored}</Notice>}
      <ErrorSummary errors={faults} />
      {record.error !== null && faults.length === 0 && (
        <Collision
          problem={record.error}
          mine={() => record.mutate({ values: form.getValues(), mine: true })}
          seen={() => {
            setTag(undefined);
            record.reset();
          }}
        />
      )}
      {asked.outcomes.length > 0 && (
        <Choice
          id={fieldId('outcome')}
          label={asked.label}
          {...form.register('outcome')}
          error={error('outcome')}
          options={asked.outcomes.map(({ code, label, consequence: words }) => ({
            value: code,
            label,
            ...(words === undefined ? {} : { hint: words }),
          }))}
        />
      )}
      {fieldsFor(asked.fields, outcome).map((field) => (
        <DefinedField
          key={field.name}
          field={field}
          control={form.control as unknown as Control<WithData>}
          error={error(field.name)}
          year={Number(page.on.slice(0, 4))}
        />
      ))}
      {office && (
        <ReceivedFields
          form={form}
          comune={page.applicant.name}
          behalf={asked.acting.onBehalfOf !== undefined}
          on={page.on}
          people={page.people.map((each) => each.name)}
          error={error}
        />
      )}
      {(office || !answered) && <WhenFields form={form} on={page.on} error={error} />}
      {(proofNeeded || asked.place !== 'here') && (
        <ProofField
          form={form}
          page={page}
          acting={asked.acting}
          required={proofNeeded}
          error={error('proof')}
        />
      )}
      <TextArea id={fieldId('note')} label={say.note} optional maxLength={2000} {...form.register('note')} />
      {consequence !== undefined && asked.outcomes.length === 0 && (
        <Notice kind="warning">{consequence}</Notice>
      )}
      {notice && (
        <Follows
          application={page.id}
          request={whole ? requestOf(asked, { ...typed, proof: '', note: '' }, { office }) : undefined}
          busy={record.isPending || record.isSuccess}
          on={page.on}
        />
      )}
      <FormButtons
        busy={record.isPending}
        cancel={() => {
          form.forget();
          close();
        }}
      >
        {answered && answer !== undefined ? say.answer(answer) : asked.button}
      </FormButtons>
    </form>
  );
}

/** What the server found wrong, at the field it is about where that is known. */
function serverFaults({ code, detail, fields, field }: Problem): Fault[] {
  const about = field === undefined ? [] : [{ path: field, message: `${detail} (${code})` }];
  return [...fields, ...about].map(({ path, message }) => ({
    field: fieldId(LEGAL[path] ?? path.split('.').at(-1) ?? path),
    message,
  }));
}

const LEGAL: Readonly<Record<string, string>> = {
  legalDate: 'date',
  legalTime: 'time',
  'body.outcome': 'outcome',
};
