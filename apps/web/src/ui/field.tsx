import { type ComponentProps, type ReactNode, useId } from 'react';
import { words } from '../words/index.js';
import { Coded } from './coded.js';
import { AcronymsOf } from './acronym.js';

interface Described {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
}

type Native<T extends 'input' | 'select' | 'textarea'> = Omit<ComponentProps<T>, 'id' | 'className'> & {
  id?: string;
};

type FrameProps = Described & { id: string };

function Hint({ id, hint }: Pick<FrameProps, 'id' | 'hint'>) {
  return hint === undefined ? null : (
    <p id={`${id}-hint`} className="field-hint">
      {hint}
    </p>
  );
}

function Wrong({ id, error }: Pick<FrameProps, 'id' | 'error'>) {
  return error === undefined ? null : (
    <p id={`${id}-error`} className="field-error">
      <Coded text={error} />
    </p>
  );
}

/** What every field has in common: its label above it, a hint and its error tied to it for screen readers. */
function Frame({ id, label, hint, error, optional, children }: FrameProps & { children: ReactNode }) {
  return (
    <div className={`field ${error === undefined ? '' : 'field-wrong'}`}>
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="field-optional"> {words.field.optional}</span>}
      </label>{' '}
      <AcronymsOf label={label} />
      <Hint id={id} hint={hint} />
      {children}
      <Wrong id={id} error={error} />
    </div>
  );
}

/** Parts a field's own properties from those of the native element, and ties hint and error to it. */
function useField<P extends Described & { id?: string | undefined }>(props: P) {
  const own = useId();
  const { label, hint, error, optional, ...rest } = props;
  const id = props.id ?? own;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    frame: { id, label, hint, error, optional },
    native: {
      ...rest,
      id,
      'aria-describedby': described === '' ? undefined : described,
      'aria-invalid': error === undefined ? undefined : true,
    },
  };
}

/** A line of text, a date, an hour, a number; takes what react-hook-form's `register` gives. */
export function TextField(props: Described & Native<'input'>) {
  const { frame, native } = useField(props);
  return (
    <Frame {...frame}>
      <input type="text" {...native} className="form-control" />
    </Frame>
  );
}

export function TextArea(props: Described & Native<'textarea'>) {
  const { frame, native } = useField(props);
  return (
    <Frame {...frame}>
      <textarea rows={3} {...native} className="form-control" />
    </Frame>
  );
}

export function SelectField(props: Described & Native<'select'>) {
  const { frame, native } = useField(props);
  return (
    <Frame {...frame}>
      <select {...native} className="form-select" />
    </Frame>
  );
}

/** One yes or no. */
export function CheckField(props: Described & Native<'input'>) {
  const { frame, native } = useField(props);
  return (
    <div className="check">
      <input type="checkbox" {...native} className="check-box" />
      <label htmlFor={frame.id}>{frame.label}</label>
      <Hint {...frame} />
      <Wrong {...frame} />
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
  const own = useId();
  const id = input.id ?? own;
  const { value, defaultValue, ...native } = input;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      className={`field choice ${error === undefined ? '' : 'field-wrong'}`}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend>
        {label}
        {optional === true && <span className="field-optional"> {words.field.optional}</span>}
      </legend>
      <Hint id={id} hint={hint} />
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
          <Hint id={`${id}-${n}`} hint={option.hint} />
        </div>
      ))}
      <Wrong id={id} error={error} />
    </fieldset>
  );
}
