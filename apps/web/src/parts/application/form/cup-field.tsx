import { checkCup } from '#domain/cup/cup.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { words } from '../../../words/index.js';

const say = words.record;

/** As long as it is shorter, somebody is still typing. */
const LENGTH = 15;

/** A CUP, checked while it is typed: the known slips are told with what was probably meant. */
export function CupField({
  id,
  label,
  name,
  value,
  error,
  optional,
  year,
  change,
  leave,
}: {
  id: string;
  label: string;
  name: string;
  value: string;
  error: string | undefined;
  optional?: boolean;
  year: number;
  change: (value: string) => void;
  leave: () => void;
}) {
  const check = checkCup(value, { latestYear: year });
  const [problem] = check.problems;
  const whole = check.normalized.length >= LENGTH;
  const said = error ?? (problem !== undefined && whole ? `${problem.message} (${problem.code})` : undefined);
  return (
    <div className="cup-field">
      <TextField
        id={id}
        label={label}
        name={name}
        value={value}
        hint={say.cupHint}
        error={said}
        {...(optional === true ? { optional } : {})}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="characters"
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
      />
      {check.suggestion !== undefined && (
        <Button
          small
          tone="secondary"
          label={say.useThisLabel(check.suggestion)}
          onClick={() => {
            change(check.suggestion ?? value);
            document.getElementById(id)?.focus();
          }}
        >
          {say.useThis}
        </Button>
      )}
      <p className="cup-good" aria-live="polite">
        {check.valid &&
          (check.doubts.map((each) => `${each.message} (${each.code})`).join(' ') || say.cupGood)}
      </p>
    </div>
  );
}
