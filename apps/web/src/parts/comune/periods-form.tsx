import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { RegisteredBody } from '#contracts/registry.js';
import { EditForm } from '../edit/edit-form.js';
import { useEdit } from '../edit/use-edit.js';
import { TextField } from '../../ui/field.js';
import { words } from '../../words/index.js';
import { Rows } from './rows.js';
import { isYearDay, toTyped, toYearDay } from './year-day.js';

const say = words.comuni.edit;

interface Period {
  from: string;
  to: string;
}

/** Closed weeks of a body, or of the whole union. */
export function PeriodsForm({
  draft,
  periods,
  version,
  standing,
  send,
  done,
}: {
  /** Whose weeks: what was typed for one is not what was typed for another. */
  draft: string;
  periods: RegisteredBody['closedPeriods'];
  version: number;
  standing: ReactNode;
  send: (periods: Period[], on: { ifMatch?: string }) => Promise<unknown>;
  done: () => void;
}) {
  const edit = useEdit<{ rows: Period[] }>({
    key: `chiusure ${draft}`,
    start: { rows: periods.map(({ from, to }) => ({ from: toTyped(from), to: toTyped(to) })) },
    version,
    send: ({ rows }, on) =>
      send(
        rows.map(({ from, to }) => ({ from: toYearDay(from), to: toYearDay(to) })),
        on,
      ),
    done,
  });
  const { register, control, formState } = edit.form;
  const rows = useFieldArray({ control, name: 'rows' });
  const rule = {
    required: words.fault.missing,
    validate: (typed: string) => isYearDay(typed) || words.fault.yearDay,
  };
  return (
    <EditForm edit={edit} standing={standing} button={say.save} note={say.note}>
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
    </EditForm>
  );
}
