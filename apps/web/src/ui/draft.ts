import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form';
import { useMe } from '../api/queries/me.js';
import { kept } from './kept.js';

interface Draft<T> {
  /** Idempotency key of what is being typed: a repeat after a lost network does nothing twice. */
  once: string;
  values?: T;
}

/** A form that remembers. */
export interface DraftForm<T extends FieldValues> extends UseFormReturn<T> {
  once: string;
  /** What was typed before a reload is here again. */
  restored: boolean;
  /** The form did its work: nothing of it is kept, and what is typed next is another act, with a key of its own. */
  forget: () => void;
}

/**
 * A form whose words survive a reload, the end of the session and the loss of the network. They lie in this tab of the
 * browser alone, under the person who typed them, until the form has done its work.
 *
 * @param key of the form: what it is for, with the application.
 * @param focusFault whether the first fault takes the focus; not where a summary of the faults does.
 */
export function useDraft<T extends FieldValues>(
  key: string,
  empty: DefaultValues<T>,
  focusFault = false,
): DraftForm<T> {
  const { person } = useMe();
  const [found] = useState((): Draft<T> => kept.read<Draft<T>>(person, key) ?? { once: crypto.randomUUID() });
  const [once, setOnce] = useState(found.once);
  const form = useForm<T>({
    defaultValues: { ...empty, ...(found.values as DefaultValues<T> | undefined) },
    shouldFocusError: focusFault,
  });
  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => kept.write(person, key, { once, values: values as T }),
      }),
    [subscribe, person, key, once],
  );
  return {
    ...form,
    once,
    restored: found.values !== undefined,
    forget: () => {
      kept.forget(person, key);
      setOnce(crypto.randomUUID());
    },
  };
}
