import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { BODY_ROLES, type Role } from '#domain/people/role.js';
import { roleInWords } from '#domain/people/role-words.js';
import { ask } from '../../api/client.js';
import { applicationsQuery } from '../../api/queries/application.js';
import { Button } from '../../ui/button.js';
import { dayAfter, withArticle } from '../../ui/dates.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Collision } from '../../ui/collision.js';
import { Notice } from '../../ui/notice.js';
import { useDraft } from '../../ui/draft.js';
import { words } from '../../words/index.js';
import { type ChangePreview, previewChange } from './change-of-person.js';
import type { HeldHere, PersonHere } from './of-body.js';
import { EMAIL, NAME } from './contact-rules.js';
import type { Managing } from './managing.js';
import { useAct } from '../edit/use-act.js';

const say = words.changeOfPerson;
const NEW = 'new';
const FIRST: Role = 'legalRepresentative';

interface Typed {
  role: Role;
  who: string;
  name: string;
  email: string;
  from: string;
  /** Who was leaving when it was looked at, null for nobody; `now`: whoever stands there now. */
  replaces: Replaced | null | 'now';
}

interface Replaced {
  membership: string;
  version: number;
}

/** A new mayor after elections, a secretary who goes: the old mandate ends the day before the new one begins. */
export function ChangeForm({
  here,
  on,
  leaving,
  managing,
  done,
}: {
  here: readonly PersonHere[];
  on: string;
  /** The role that changes hands, where it was chosen already. */
  leaving?: HeldHere | undefined;
  managing: Managing;
  done: () => void;
}) {
  const { actingBody, body } = managing;
  const lines = useQuery(applicationsQuery).data?.applications ?? [];
  const [told, setTold] = useState<string>();
  const first = leaving?.role ?? FIRST;
  const { register, handleSubmit, control, formState, setValue, forget } = useDraft<Typed>(
    leaving === undefined ? `cambio ${body.id}` : `cambio ${leaving.id}`,
    {
      role: first,
      who: NEW,
      name: '',
      email: '',
      from: on,
      replaces: replacedIn(previewChange(first, body.id, here, [], leaving)),
    },
    true,
  );
  const { role, who, from, name } = useWatch({ control });
  const preview = previewChange(role ?? first, body.id, here, lines, leaving);
  const change = useAct<Typed>(async (typed) => setTold(await begin(typed)), forget);
  const submit = handleSubmit((typed) => change.mutate(typed));

  /**
   * One act: the new one is there and the old one has a last day, or neither.
   * @returns what is to be said of the invitation, where one was made.
   */
  async function begin(typed: Typed): Promise<string> {
    const replaces = typed.replaces === 'now' ? replacedIn(preview) : typed.replaces;
    const given = {
      body: body.id,
      role: typed.role,
      from: typed.from,
      ...(replaces === null ? {} : { replaces }),
    };
    if (typed.who === NEW) {
      const { mailed, invitation } = await ask('POST /invitations', {
        body: {
          actingBody,
          name: typed.name,
          email: typed.email,
          memberships: [given],
        },
      });
      if (mailed) return words.people.invite.sent(typed.name);
      return `${words.people.invite.notMailed(typed.name)} ${window.location.origin}/benvenuto#${invitation}`;
    }
    await ask('POST /people/:id/memberships', { params: { id: typed.who }, body: { actingBody, ...given } });
    return say.done;
  }

  if (change.isSuccess) {
    return (
      <>
        <Notice kind="success">{told}</Notice>
        <Button onClick={done}>{words.people.invite.done}</Button>
      </>
    );
  }
  const { errors } = formState;
  const newcomer = who === NEW ? name : managing.people.find((each) => each.id === who)?.name;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {change.error !== null && (
        <Collision
          problem={change.error}
          mine={() => {
            setValue('replaces', 'now');
            void submit();
          }}
          seen={() => {
            setValue('replaces', 'now');
            change.reset();
          }}
        />
      )}
      {leaving === undefined && (
        <SelectField
          label={words.people.invite.role}
          {...register('role', {
            onChange: (event: { target: { value: Role } }) =>
              setValue('replaces', replacedIn(previewChange(event.target.value, body.id, here, []))),
          })}
        >
          {BODY_ROLES.map((each) => (
            <option key={each} value={each}>
              {roleInWords(each)}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField label={say.who} {...register('who')}>
        <option value={NEW}>{say.newcomer}</option>
        {managing.people
          .filter((each) => each.active && each.id !== preview.leaving?.person.id)
          .map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
      </SelectField>
      {who === NEW && (
        <>
          <TextField
            label={words.people.invite.name}
            error={errors.name?.message}
            {...register('name', NAME)}
          />
          <TextField
            type="email"
            label={words.people.invite.email}
            hint={words.people.invite.emailHint}
            error={errors.email?.message}
            {...register('email', EMAIL)}
          />
        </>
      )}
      <TextField
        type="date"
        label={say.from}
        error={errors.from?.message}
        {...register('from', { required: words.fault.missing })}
      />
      <Preview preview={preview} newcomer={newcomer ?? ''} from={from ?? on} on={on} />
      <Button type="submit" busy={change.isPending}>
        {say.record}
      </Button>
    </form>
  );
}

/** Whose place is taken, as the page shows it. */
function replacedIn({ leaving }: ChangePreview): Replaced | null {
  return leaving === undefined ? null : { membership: leaving.role.id, version: leaving.role.version };
}

/** What moves, before anything is recorded. */
function Preview({
  preview: { leaving, waiting, unsigned, means, keeps },
  newcomer,
  from,
  on,
}: {
  preview: ChangePreview;
  newcomer: string;
  from: string;
  on: string;
}) {
  const last = from === '' ? undefined : withArticle('al', dayAfter(from, -1), on);
  const name = newcomer.trim() === '' ? say.theNewOne : newcomer;
  return (
    <section className="preview" aria-live="polite">
      <h3>{say.preview}</h3>
      <ul>
        <li>
          {leaving === undefined || last === undefined
            ? say.nobodyLeaves
            : say.leaves(leaving.person.name, last)}
        </li>
        <li>{waiting.length === 0 ? say.nothingWaits : say.waits(waiting.map(lineName), name)}</li>
        {unsigned.length > 0 && <li>{say.unsigned(unsigned.map(lineName))}</li>}
        {means.length > 0 && <li>{say.means(means.map(({ kind }) => words.people.means[kind]))}</li>}
        {leaving !== undefined && (
          <li>
            {keeps.length === 0
              ? say.mailsStop(leaving.person.name)
              : say.mailsGoOn(
                  leaving.person.name,
                  keeps.map((each) => roleInWords(each.role)),
                )}
          </li>
        )}
      </ul>
      <p className="field-hint">{say.outside}</p>
    </section>
  );
}

const lineName = ({ call, label }: { call: { shortTitle: string }; label: string }) =>
  `${call.shortTitle} (${label})`;
