import type { Sent } from '#contracts/routes.js';
import type { UseFormReturn } from 'react-hook-form';
import type { NotedCall } from '#contracts/noted-call.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { TextArea, TextField } from '../../ui/field.js';
import { words } from '../../words/index.js';

const say = words.noted;
const FIELDS = ['title', 'funder', 'link', 'opening', 'end', 'cutOff', 'source'] as const;

/** What was typed of a call that came out; an opening that nobody knows stands empty. */
export type TypedNote = Record<(typeof FIELDS)[number], string>;

export const EMPTY: TypedNote = {
  title: '',
  funder: '',
  link: '',
  opening: '',
  end: '',
  cutOff: '23:59',
  source: '',
};

/** The few things that are known of a call on the day it comes out. */
export function NotedFields({ form }: { form: Pick<UseFormReturn<TypedNote>, 'register' | 'formState'> }) {
  const { errors } = form.formState;
  const required = words.fault.missing;
  const named = (field: keyof TypedNote) => ({
    id: field,
    label: say.fields[field],
    error: errors[field]?.message,
  });
  return (
    <>
      <ErrorSummary
        errors={FIELDS.flatMap((field) => {
          const message = errors[field]?.message;
          return message === undefined
            ? []
            : [
                {
                  field,
                  message: words.field.fault(
                    say.fields[field],
                    `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
                  ),
                },
              ];
        })}
      />
      <TextField {...named('title')} maxLength={300} {...form.register('title', { required })} />
      <TextField {...named('funder')} maxLength={200} {...form.register('funder', { required })} />
      <TextField
        {...named('link')}
        type="url"
        hint={say.hints.link}
        maxLength={500}
        {...form.register('link', {
          required,
          pattern: { value: /^https?:\/\/\S+\.\S+$/, message: words.fault.webAddress },
        })}
      />
      <div className="form-grid">
        <TextField {...named('opening')} type="date" optional {...form.register('opening')} />
        <TextField
          {...named('end')}
          type="date"
          {...form.register('end', {
            required,
            validate: (end, { opening }) => opening === '' || opening <= end || say.wrongOrder,
          })}
        />
        <TextField
          {...named('cutOff')}
          hint={say.hints.cutOff}
          {...form.register('cutOff', {
            required,
            pattern: { value: /^([01]\d|2[0-3]):[0-5]\d$/, message: words.fault.hour },
          })}
        />
      </div>
      <TextArea
        {...named('source')}
        hint={say.hints.source}
        maxLength={500}
        {...form.register('source', { required })}
      />
    </>
  );
}

export function typedOf({ title, funder, link, opening = '', end, cutOff, source }: NotedCall): TypedNote {
  return { title, funder, link, opening, end, cutOff, source };
}

/** As the API takes it: nothing of an opening that stands empty. */
export function asSent({
  opening,
  ...typed
}: TypedNote): Omit<Sent<'POST /noted-calls', 'body'>, 'actingBody'> {
  return opening === '' ? typed : { ...typed, opening };
}
