import type { ReactNode } from 'react';
import { type FieldValues, useFieldArray, useWatch } from 'react-hook-form';
import type { RegisteredBody, RegistryPart } from '#contracts/registry.js';
import { ask } from '../../api/client.js';
import { EditForm } from '../edit/edit-form.js';
import { useEdit } from '../edit/use-edit.js';
import { CheckField, TextField } from '../../ui/field.js';
import { words } from '../../words/index.js';
import { PeriodsForm } from './periods-form.js';
import { Rows } from './rows.js';
import { isYearDay, toTyped, toYearDay } from './year-day.js';

const say = words.comuni.edit;
const required = words.fault.missing;

export interface EntryFormProps {
  body: RegisteredBody;
  /** Of the part, as the page shows it. */
  version: number;
  /** What stands there now, as the page shows it. */
  standing: ReactNode;
  acting: { actingBody: string };
  done: () => void;
}

/** A part of the entry that is typed over. @param send gives it to the API, on the version that was seen. */
function usePart<T extends FieldValues>(
  { body, version, done }: EntryFormProps,
  part: RegistryPart,
  start: T,
  send: (typed: T, on: { ifMatch?: string }) => Promise<unknown>,
) {
  return useEdit<T>({ key: `registro ${body.id} ${part}`, start, version, send, done });
}

export function ResidentsForm(props: EntryFormProps) {
  const edit = usePart(
    props,
    'residents',
    { rows: props.body.residents.toReversed().map((each) => ({ ...each, on: each.on as string })) },
    ({ rows: residents }, on) =>
      ask('PUT /registry/bodies/:id/residents', {
        params: { id: props.body.id },
        body: { ...props.acting, residents },
        ...on,
      }),
  );
  const { register, control, formState } = edit.form;
  const rows = useFieldArray({ control, name: 'rows' });
  return (
    <EditForm edit={edit} standing={props.standing} button={say.save} note={say.note}>
      <Rows
        rows={rows.fields}
        add={() => rows.prepend({ on: '', count: 0, source: '', confirmed: false })}
        remove={rows.remove}
      >
        {(n) => {
          const wrong = formState.errors.rows?.[n];
          return (
            <>
              <TextField
                type="date"
                label={say.on}
                error={wrong?.on?.message}
                {...register(`rows.${n}.on`, { required })}
              />
              <TextField
                type="number"
                min={0}
                label={say.count}
                error={wrong?.count?.message}
                {...register(`rows.${n}.count`, { required, valueAsNumber: true })}
              />
              <TextField
                label={say.source}
                hint={say.sourceHint}
                error={wrong?.source?.message}
                {...register(`rows.${n}.source`, { required })}
              />
              <CheckField label={say.confirmed} {...register(`rows.${n}.confirmed`)} />
            </>
          );
        }}
      </Rows>
    </EditForm>
  );
}

export function AgreementsForm(props: EntryFormProps) {
  const edit = usePart(
    props,
    'agreements',
    {
      rows: props.body.agreements.map((each) => ({
        ...each,
        from: each.from as string,
        to: (each.to ?? '') as string,
      })),
    },
    ({ rows: typed }, on) =>
      ask('PUT /registry/bodies/:id/agreements', {
        params: { id: props.body.id },
        body: {
          ...props.acting,
          agreements: typed.map(({ to, ...each }) => ({ ...each, ...(to === '' ? {} : { to }) })),
        },
        ...on,
      }),
  );
  const { register, control, formState } = edit.form;
  const rows = useFieldArray({ control, name: 'rows' });
  return (
    <EditForm edit={edit} standing={props.standing} button={say.save} note={say.note}>
      <Rows
        rows={rows.fields}
        add={() => rows.append({ function: '', from: '', to: '', source: '', confirmed: false })}
        remove={rows.remove}
      >
        {(n) => {
          const wrong = formState.errors.rows?.[n];
          return (
            <>
              <TextField
                label={say.function}
                hint={say.functionHint}
                error={wrong?.function?.message}
                {...register(`rows.${n}.function`, { required })}
              />
              <TextField
                type="date"
                label={say.from}
                error={wrong?.from?.message}
                {...register(`rows.${n}.from`, { required })}
              />
              <TextField
                type="date"
                label={say.to}
                optional
                hint={say.toHint}
                {...register(`rows.${n}.to`)}
              />
              <TextField
                label={say.source}
                hint={say.sourceHint}
                error={wrong?.source?.message}
                {...register(`rows.${n}.source`, { required })}
              />
              <CheckField label={say.confirmed} {...register(`rows.${n}.confirmed`)} />
            </>
          );
        }}
      </Rows>
    </EditForm>
  );
}

export function ClosedPeriodsForm({ body, acting, version, standing, done }: EntryFormProps) {
  return (
    <PeriodsForm
      draft={body.id}
      periods={body.closedPeriods}
      version={version}
      standing={standing}
      send={(periods, on) =>
        ask('PUT /registry/bodies/:id/closed-periods', {
          params: { id: body.id },
          body: { ...acting, periods },
          ...on,
        })
      }
      done={done}
    />
  );
}

export function PatronDayForm(props: EntryFormProps) {
  const { patronDay, patronDaySource } = props.body;
  const edit = usePart(
    props,
    'patronDay',
    {
      day: patronDay === undefined ? '' : toTyped(patronDay),
      none: false,
      source: patronDaySource ?? '',
    },
    ({ day, none, source }, on) =>
      ask('PUT /registry/bodies/:id/patron-day', {
        params: { id: props.body.id },
        body: { ...props.acting, day: none ? null : toYearDay(day), source },
        ...on,
      }),
  );
  const { register, control, formState } = edit.form;
  const none = useWatch({ control, name: 'none' });
  return (
    <EditForm edit={edit} standing={props.standing} button={say.save} note={say.note}>
      {!none && (
        <TextField
          label={say.day}
          hint={say.yearDayHint}
          error={formState.errors.day?.message}
          {...register('day', {
            required,
            validate: (typed: string) => isYearDay(typed) || words.fault.yearDay,
          })}
        />
      )}
      <CheckField label={say.noDay} {...register('none')} />
      <TextField
        label={say.source}
        hint={say.sourceHint}
        error={formState.errors.source?.message}
        {...register('source', { required })}
      />
    </EditForm>
  );
}
