import { type ComponentProps, type ReactNode, useId } from 'react';

interface Described {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
}

type Native<T extends 'input' | 'select' | 'textarea'> = Omit<ComponentProps<T>, 'id' | 'className'> & {
  id?: string;
};

/** What every field has in common: its label above it, a hint and its error tied to it for screen readers. */
function Frame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: Described & { id: string; children: ReactNode }) {
  return (
    <div className={`field ${error === undefined ? '' : 'field-wrong'}`}>
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="field-optional"> (facoltativo)</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

function useDescribed(props: Described & { id?: string }) {
  const own = useId();
  const id = props.id ?? own;
  const described = [
    props.hint === undefined ? undefined : `${id}-hint`,
    props.error === undefined ? undefined : `${id}-error`,
  ].filter((each) => each !== undefined);
  return {
    id,
    aria: {
      'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      'aria-invalid': props.error === undefined ? undefined : true,
    },
  };
}

/** A line of text, a date, an hour, a number; takes what react-hook-form's `register` gives. */
export function TextField({ label, hint, error, optional, ...input }: Described & Native<'input'>) {
  const { id, aria } = useDescribed({
    label,
    hint,
    error,
    ...(input.id === undefined ? {} : { id: input.id }),
  });
  return (
    <Frame {...{ id, label, hint, error, ...(optional === undefined ? {} : { optional }) }}>
      <input type="text" {...input} {...aria} id={id} className="form-control" />
    </Frame>
  );
}

export function TextArea({ label, hint, error, optional, ...area }: Described & Native<'textarea'>) {
  const { id, aria } = useDescribed({
    label,
    hint,
    error,
    ...(area.id === undefined ? {} : { id: area.id }),
  });
  return (
    <Frame {...{ id, label, hint, error, ...(optional === undefined ? {} : { optional }) }}>
      <textarea rows={3} {...area} {...aria} id={id} className="form-control" />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  children,
  ...select
}: Described & Native<'select'>) {
  const { id, aria } = useDescribed({
    label,
    hint,
    error,
    ...(select.id === undefined ? {} : { id: select.id }),
  });
  return (
    <Frame {...{ id, label, hint, error, ...(optional === undefined ? {} : { optional }) }}>
      <select {...select} {...aria} id={id} className="form-select">
        {children}
      </select>
    </Frame>
  );
}

/** One yes or no. */
export function CheckField({ label, hint, error, ...input }: Described & Native<'input'>) {
  const { id, aria } = useDescribed({
    label,
    hint,
    error,
    ...(input.id === undefined ? {} : { id: input.id }),
  });
  return (
    <div className="check">
      <input type="checkbox" {...input} {...aria} id={id} className="check-box" />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

/** One of a few, all in sight. */
export function Choice({
  label,
  hint,
  error,
  optional,
  options,
  ...input
}: Described &
  Omit<Native<'input'>, 'value' | 'defaultValue'> & {
    options: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
    value?: string;
    defaultValue?: string;
  }) {
  const { id } = useDescribed({ label, hint, error, ...(input.id === undefined ? {} : { id: input.id }) });
  const { value, defaultValue, ...native } = input;
  return (
    <fieldset
      id={id}
      className={`field choice ${error === undefined ? '' : 'field-wrong'}`}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend>
        {label}
        {optional === true && <span className="field-optional"> (facoltativo)</span>}
      </legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      {options.map((option, n) => (
        <div key={option.value} className="check">
          <input
            {...native}
            type="radio"
            id={`${id}-${n}`}
            value={option.value}
            {...(value === undefined ? {} : { checked: value === option.value })}
            {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === option.value })}
            className="check-box"
            aria-describedby={option.hint === undefined ? undefined : `${id}-${n}-hint`}
          />
          <label htmlFor={`${id}-${n}`}>{option.label}</label>
          {option.hint !== undefined && (
            <p id={`${id}-${n}-hint`} className="field-hint">
              {option.hint}
            </p>
          )}
        </div>
      ))}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
