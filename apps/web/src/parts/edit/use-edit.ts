import { type DefaultValues, type FieldValues, type Path, type PathValue, useWatch } from 'react-hook-form';
import type { Problem } from '../../api/problem.js';
import { useAct } from './use-act.js';
import { type DraftForm, useDraft } from '../../ui/draft.js';

/** What is typed over something that stands already, with the version on which it was begun; null: the one of now. */
export type Edited<T> = T & { version: number | null };

/** A form over something that stands already, and what became of it. */
export interface Edit<T extends FieldValues> {
  form: DraftForm<Edited<T>>;
  busy: boolean;
  problem: Problem | null;
  /** Whoever was overtaken has looked: what stands now is shown beside what was typed. */
  seen: boolean;
  submit: (event: React.FormEvent) => void;
  /** Sends what was typed whatever stands there now. */
  mine: () => void;
  see: () => void;
  /** Gives up what was typed. */
  cancel: () => void;
}

/**
 * A form over something that stands already: what was typed survives, also with the version on which it was begun, and
 * another person who was quicker is a choice.
 *
 * @param key of the draft.
 * @param start what stands now.
 * @param version of it: a page goes on by itself, whoever types has not read it since the form was opened.
 * @param send gives the command, with what it was begun on.
 */
export function useEdit<T extends FieldValues>({
  key,
  start,
  version,
  send,
  done,
}: {
  key: string;
  start: T;
  version: number;
  send: (typed: Edited<T>, on: { ifMatch?: string }) => Promise<unknown>;
  done: () => void;
}): Edit<T> {
  const form = useDraft<Edited<T>>(key, { ...start, version } as DefaultValues<Edited<T>>, true);
  const place = 'version' as Path<Edited<T>>;
  const begun = useWatch({ control: form.control, name: place }) as number | null;
  const act = useAct<{ typed: Edited<T>; mine?: boolean }>(async ({ typed, mine }) => {
    await send(typed, mine === true ? {} : { ifMatch: `"${typed.version ?? version}"` });
    form.forget();
  }, done);
  return {
    form,
    busy: act.isPending,
    problem: act.error,
    seen: begun === null,
    submit: (event) => void form.handleSubmit((typed) => act.mutate({ typed }))(event),
    mine: () => void form.handleSubmit((typed) => act.mutate({ typed, mine: true }))(),
    see: () => {
      form.setValue(place, null as PathValue<Edited<T>, Path<Edited<T>>>);
      act.reset();
    },
    cancel: () => {
      form.forget();
      done();
    },
  };
}
