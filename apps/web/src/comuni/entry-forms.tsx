import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import type { RegisteredBody } from '#contracts/registry.js';
import { command } from '../api/client.js';
import { useAct } from '../people/use-act.js';
import { Button } from '../ui/button.js';
import { CheckField, TextField } from '../ui/field.js';
import { ProblemNotice } from '../ui/notice.js';
import { words } from '../words/index.js';
import { Rows } from './rows.js';
import { isYearDay, toTyped, toYearDay } from './year-day.js';

const say = words.comuni.edit;
const required = words.people.required;

export interface EntryFormProps {
  body: RegisteredBody;
  acting: { actingBody: string };
  done: () => void;
}

function usePut(body: string, part: string, done: () => void) {
  return useAct<object>((sent) => command(`/registry/bodies/${body}/${part}`, sent, { method: 'PUT' }), done);
}

export function ResidentsForm({ body, acting, done }: EntryFormProps) {
  const { register, control, handleSubmit, formState } = useForm({
    defaultValues: { rows: body.residents.toReversed().map((each) => ({ ...each, on: each.on as string })) },
  });
  const rows = useFieldArray({ control, name: 'rows' });
  const save = usePut(body.id, 'residents', done);
  return (
    <form
      noValidate
      onSubmit={(event) =>
        void handleSubmit(({ rows: residents }) => save.mutate({ ...acting, residents }))(event)
      }
    >
      {save.error !== null && <ProblemNotice problem={save.error} />}
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
      <Save busy={save.isPending} />
    </form>
  );
}

export function AgreementsForm({ body, acting, done }: EntryFormProps) {
  const { register, control, handleSubmit, formState } = useForm({
    defaultValues: {
      rows: body.agreements.map((each) => ({
        ...each,
        from: each.from as string,
        to: (each.to ?? '') as string,
      })),
    },
  });
  const rows = useFieldArray({ control, name: 'rows' });
  const save = usePut(body.id, 'agreements', done);
  return (
    <form
      noValidate
      onSubmit={(event) =>
        void handleSubmit((typed) =>
          save.mutate({
            ...acting,
            agreements: typed.rows.map(({ to, ...each }) => ({ ...each, ...(to === '' ? {} : { to }) })),
          }),
        )(event)
      }
    >
      {save.error !== null && <ProblemNotice problem={save.error} />}
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
      <Save busy={save.isPending} />
    </form>
  );
}

export function ClosedPeriodsForm({ body, acting, done }: EntryFormProps) {
  const save = usePut(body.id, 'closed-periods', done);
  return (
    <PeriodsForm
      periods={body.closedPeriods}
      busy={save.isPending}
      problem={save.error}
      save={(periods) => save.mutate({ ...acting, periods })}
    />
  );
}

/** Closed weeks of a body, or of the whole union. */
export function PeriodsForm({
  periods,
  busy,
  problem,
  save,
}: {
  periods: RegisteredBody['closedPeriods'];
  busy: boolean;
  problem: React.ComponentProps<typeof ProblemNotice>['problem'] | null;
  save: (periods: { from: string; to: string }[]) => void;
}) {
  const { register, control, handleSubmit, formState } = useForm({
    defaultValues: { rows: periods.map(({ from, to }) => ({ from: toTyped(from), to: toTyped(to) })) },
  });
  const rows = useFieldArray({ control, name: 'rows' });
  const rule = { required, validate: (typed: string) => isYearDay(typed) || say.yearDayWrong };
  return (
    <form
      noValidate
      onSubmit={(event) =>
        void handleSubmit((typed) =>
          save(typed.rows.map(({ from, to }) => ({ from: toYearDay(from), to: toYearDay(to) }))),
        )(event)
      }
    >
      {problem !== null && <ProblemNotice problem={problem} />}
      <Rows rows={rows.fields} add={() => rows.append({ from: '', to: '' })} remove={rows.remove}>
        {(n) => (
          <>
            <TextField
              label={say.periodFrom}
              hint={say.yearDayHint}
              error={formState.errors.rows?.[n]?.from?.message}
              {...register(`rows.${n}.from`, rule)}
            />
            <TextField
              label={say.periodTo}
              hint={say.yearDayHint}
              error={formState.errors.rows?.[n]?.to?.message}
              {...register(`rows.${n}.to`, rule)}
            />
          </>
        )}
      </Rows>
      <Save busy={busy} />
    </form>
  );
}

export function PatronDayForm({ body, acting, done }: EntryFormProps) {
  const { register, handleSubmit, control, formState } = useForm({
    defaultValues: {
      day: body.patronDay === undefined ? '' : toTyped(body.patronDay),
      none: false,
      source: body.patronDaySource ?? '',
    },
  });
  const save = usePut(body.id, 'patron-day', done);
  const none = useWatch({ control, name: 'none' });
  return (
    <form
      noValidate
      onSubmit={(event) =>
        void handleSubmit(({ day, source }) =>
          save.mutate({ ...acting, day: none ? null : toYearDay(day), source }),
        )(event)
      }
    >
      {save.error !== null && <ProblemNotice problem={save.error} />}
      {!none && (
        <TextField
          label={say.day}
          hint={say.yearDayHint}
          error={formState.errors.day?.message}
          {...register('day', {
            required,
            validate: (typed: string) => isYearDay(typed) || say.yearDayWrong,
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
      <Save busy={save.isPending} />
    </form>
  );
}

function Save({ busy }: { busy: boolean }) {
  return (
    <>
      <p className="field-hint">{say.note}</p>
      <Button type="submit" busy={busy}>
        {say.save}
      </Button>
    </>
  );
}
