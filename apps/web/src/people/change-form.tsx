import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { InvitationAnswer } from '#contracts/identity.js';
import { BODY_ROLES, type Role } from '#domain/people/role.js';
import { roleInWords } from '#domain/people/role-words.js';
import { command } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { applicationsQuery } from '../api/registry.js';
import { Button } from '../ui/button.js';
import { dayAfter, withArticle } from '../ui/dates.js';
import { SelectField, TextField } from '../ui/field.js';
import { Notice, ProblemNotice } from '../ui/notice.js';
import { useDraft } from '../ui/draft.js';
import { words } from '../words/index.js';
import { type ChangePreview, previewChange } from './change-of-person.js';
import type { HeldHere, PersonHere } from './of-body.js';
import type { Managing } from './managing.js';
import { useAct } from './use-act.js';

const say = words.changeOfPerson;
const NEW = 'new';

interface Typed {
  role: Role;
  who: string;
  name: string;
  email: string;
  from: string;
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
  const { register, handleSubmit, control, formState, forget } = useDraft<Typed>(
    leaving === undefined ? `cambio ${body.id}` : `cambio ${leaving.id}`,
    { role: leaving?.role ?? 'legalRepresentative', who: NEW, name: '', email: '', from: on },
    true,
  );
  const { role, who, from, name } = useWatch({ control });
  const preview = previewChange(role ?? 'legalRepresentative', body.id, here, lines, leaving);
  const change = useAct<Typed>(async (typed) => {
    setTold(await begin(typed));
    // The new one is there: between the two acts nobody is without a mayor.
    const { leaving: goes } = preview;
    if (goes === undefined) return;
    const to = dayAfter(typed.from, -1);
    if (to < goes.role.from) return;
    await command(`/people/${goes.person.id}/memberships/${goes.role.id}/end`, { actingBody, to });
  }, forget);

  /** @returns what is to be said of the invitation, where one was made. */
  async function begin(typed: Typed): Promise<string> {
    const given = { body: body.id, role: typed.role, from: typed.from };
    if (typed.who === NEW) {
      const { mailed, invitation } = await command<InvitationAnswer>('/invitations', {
        actingBody,
        name: typed.name,
        email: typed.email,
        memberships: [given],
      });
      if (mailed) return words.people.invite.sent(typed.name);
      return `${words.people.invite.notMailed(typed.name)} ${window.location.origin}/benvenuto#${invitation}`;
    }
    await command(`/people/${typed.who}/memberships`, { actingBody, ...given }).catch((error: unknown) => {
      // Given already by a first try whose second half did not arrive: go on with the end.
      if (!(error instanceof Problem && error.code === 'PER-06')) throw error;
    });
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
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => change.mutate(typed))(event)}>
      {change.error !== null && <ProblemNotice problem={change.error} />}
      {leaving === undefined && (
        <SelectField label={words.people.invite.role} {...register('role')}>
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
            {...register('name', { required: words.people.required })}
          />
          <TextField
            type="email"
            label={words.people.invite.email}
            hint={words.people.invite.emailHint}
            error={errors.email?.message}
            {...register('email', {
              required: words.people.wrongEmail,
              pattern: { value: /^\S+@\S+\.\S+$/, message: words.people.wrongEmail },
            })}
          />
        </>
      )}
      <TextField
        type="date"
        label={say.from}
        error={errors.from?.message}
        {...register('from', { required: words.people.required })}
      />
      <Preview preview={preview} newcomer={newcomer ?? ''} from={from ?? on} on={on} />
      <Button type="submit" busy={change.isPending}>
        {say.record}
      </Button>
    </form>
  );
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
