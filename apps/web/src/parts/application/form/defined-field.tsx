import { Controller, type Control } from 'react-hook-form';
import type { FieldDefinition } from '#domain/call/requirement.js';
import { Choice, SelectField, TextField } from '../../../ui/field.js';
import { words } from '../../../words/index.js';
import { CupField } from './cup-field.js';
import { fieldId } from './record-values.js';

const say = words.record;

/** All that forms with fields of a definition have in common. */
export interface WithData {
  data: Record<string, string>;
}

/** More choices than these go into a list that opens. */
const MOST_IN_SIGHT = 6;

/** A field as the call's definition describes it. */
export function DefinedField({
  field,
  control,
  error,
  year,
}: {
  field: FieldDefinition;
  control: Control<WithData>;
  error: string | undefined;
  /** Latest year that a CUP may have. */
  year: number;
}) {
  return (
    <Controller
      control={control}
      name={`data.${field.name}`}
      render={({ field: { value, onChange, onBlur, ref } }) => {
        const common = {
          id: fieldId(field.name),
          label: field.label,
          error,
          ...(field.required ? {} : { optional: true }),
          name: field.name,
        };
        const native = { value: value ?? '', onChange, onBlur, ref };
        switch (field.type) {
          case 'cup':
            return <CupField {...common} value={value ?? ''} change={onChange} leave={onBlur} year={year} />;
          case 'date':
            return <TextField {...common} {...native} type="date" />;
          case 'cents':
            return <TextField {...common} {...native} inputMode="decimal" hint={say.centsHint} />;
          case 'number':
            return <TextField {...common} {...native} inputMode="numeric" />;
          case 'choice': {
            const choices = field.choices ?? [];
            if (choices.length > MOST_IN_SIGHT) {
              return (
                <SelectField {...common} {...native}>
                  <option value="">{say.choose}</option>
                  {choices.map(({ code, label }) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
                </SelectField>
              );
            }
            return (
              <Choice
                {...common}
                value={value ?? ''}
                onChange={onChange}
                onBlur={onBlur}
                options={choices.map(({ code, label }) => ({ value: code, label }))}
              />
            );
          }
          case 'cig':
          case 'taxCode':
            return (
              <TextField
                {...common}
                {...native}
                autoCapitalize="characters"
                autoComplete="off"
                spellCheck={false}
              />
            );
          case 'text':
            return <TextField {...common} {...native} maxLength={200} />;
        }
      }}
    />
  );
}
