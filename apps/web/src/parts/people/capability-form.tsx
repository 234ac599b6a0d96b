import type { CapabilityAnswer } from '#contracts/identity.js';
import { CAPABILITIES, type CapabilityKind } from '#domain/people/capability.js';
import { ask } from '../../api/client.js';
import { EditForm } from '../edit/edit-form.js';
import { useEdit } from '../edit/use-edit.js';
import { withArticle } from '../../ui/dates.js';
import { SelectField, TextField } from '../../ui/field.js';
import { words } from '../../words/index.js';

const say = words.people;
const FIRST: CapabilityKind = 'digitalSignature';

interface Typed {
  kind: CapabilityKind;
  expiresOn: string;
}

/** What a person can sign or reach, and until when. */
export function CapabilityForm({
  person,
  held,
  acting,
  done,
}: {
  person: { id: string };
  /** What is known already. */
  held: readonly CapabilityAnswer[];
  acting: { actingBody: string };
  done: () => void;
}) {
  const versionOf = (kind: CapabilityKind) => held.find((each) => each.kind === kind)?.version ?? 0;
  const edit = useEdit<Typed>({
    key: `abilitazione ${person.id}`,
    start: { kind: FIRST, expiresOn: '' },
    version: versionOf(FIRST),
    send: ({ kind, expiresOn, version }, on) =>
      ask('PUT /people/:id/capabilities/:kind', {
        params: { id: person.id, kind },
        body: { ...acting, expiresOn: expiresOn === '' ? null : expiresOn },
        ...on,
        ...(version === null ? { ifMatch: `"${versionOf(kind)}"` } : {}),
      }),
    done,
  });
  const { register } = edit.form;
  return (
    <EditForm
      edit={edit}
      standing={
        <ul>
          {held.map((each) => (
            <li key={each.kind}>{capabilityInWords(each)}</li>
          ))}
        </ul>
      }
      button={say.capability.save}
    >
      <SelectField
        label={say.capability.kind}
        {...register('kind', {
          onChange: (event: { target: { value: CapabilityKind } }) =>
            edit.form.setValue('version', versionOf(event.target.value)),
        })}
      >
        {CAPABILITIES.map((kind) => (
          <option key={kind} value={kind}>
            {say.means[kind]}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        label={say.capability.expires}
        hint={say.capability.expiresHint}
        {...register('expiresOn')}
      />
    </EditForm>
  );
}

/** "firma digitale, fino al 2 marzo 2028" */
export function capabilityInWords({ kind, expiresOn }: CapabilityAnswer, on?: string): string {
  const what = say.means[kind];
  return expiresOn === null ? say.state.noEnd(what) : say.state.valid(what, withArticle('al', expiresOn, on));
}
