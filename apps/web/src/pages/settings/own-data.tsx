import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import { clockQuery } from '../../api/queries/clock.js';
import { peopleQuery } from '../../api/queries/people.js';
import { AbsenceForm } from '../../parts/people/absence-form.js';
import { CapabilityForm, capabilityInWords } from '../../parts/people/capability-form.js';
import { useAct } from '../../parts/edit/use-act.js';
import { Button } from '../../ui/button.js';
import { withArticle } from '../../ui/dates.js';
import { Dialog } from '../../ui/dialog.js';
import { useDraft } from '../../ui/draft.js';
import { CheckField, TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.settings.own;
const { people } = words;

/** Name and contacts, absences, what one can sign, and which mails one does without. */
export function OwnData() {
  const me = useMe();
  return (
    <>
      <dl className="facts">
        <dt>{say.name}</dt>
        <dd>{me.name}</dd>
        <dt>{say.email}</dt>
        <dd>{me.email ?? say.noEmail}</dd>
      </dl>
      <p className="field-hint">{say.change}</p>
      <Phone phone={me.phone ?? ''} />
      {me.mandates.length > 0 && !me.may.auditor && <Availability />}
      <Mail />
    </>
  );
}

function Phone({ phone }: { phone: string }) {
  const { register, handleSubmit, restored, forget } = useDraft<{ phone: string }>('telefono', { phone });
  const save = useAct<{ phone: string }>(
    (typed) => ask('PUT /me/phone', { body: { phone: typed.phone.trim() === '' ? null : typed.phone } }),
    forget,
  );
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => save.mutate(typed))(event)}>
      {save.error !== null && <ProblemNotice problem={save.error} />}
      {restored && save.isIdle && <Notice>{words.record.restored}</Notice>}
      {save.isSuccess && <Notice kind="success">{say.saved}</Notice>}
      <TextField
        type="tel"
        autoComplete="tel"
        label={say.phone}
        hint={say.phoneHint}
        {...register('phone')}
      />
      <Button type="submit" busy={save.isPending}>
        {say.savePhone}
      </Button>
    </form>
  );
}

function Availability() {
  const me = useMe();
  const on = useQuery(clockQuery).data?.date;
  const all = useQuery(peopleQuery).data?.people;
  const [open, setOpen] = useState<'absence' | 'capability'>();
  const close = () => setOpen(undefined);
  const acting = { actingBody: me.mandates[0]?.body ?? '' };
  const cancel = useAct<string>((from) =>
    ask('POST /people/:id/absences/cancellation', { params: { id: me.person }, body: { ...acting, from } }),
  );
  return (
    <>
      <section className="part">
        <h2>{say.absences}</h2>
        {cancel.error !== null && <ProblemNotice problem={cancel.error} />}
        {me.absences.length === 0 && <p>{say.noAbsences}</p>}
        <ul className="plain">
          {me.absences.map(({ from, to, substitute }) => (
            <li key={from} className="person">
              <span>
                {people.away(withArticle('dal', from, on), withArticle('al', to, on))}:{' '}
                {substitute === undefined ? people.nobodyStandsIn : people.standsIn(substitute.name)}
              </span>
              <Button
                tone="secondary"
                small
                label={people.absence.cancelLabel(withArticle('dal', from, on))}
                onClick={() => cancel.mutate(from)}
              >
                {people.absence.cancel}
              </Button>
            </li>
          ))}
        </ul>
        <Button tone="secondary" small onClick={() => setOpen('absence')}>
          {people.absence.open}
        </Button>
      </section>
      <section className="part">
        <h2>{say.capabilities}</h2>
        {me.capabilities.length === 0 && <p>{say.noCapabilities}</p>}
        <ul>
          {me.capabilities.map((each) => (
            <li key={each.kind}>{capabilityInWords(each, on)}</li>
          ))}
        </ul>
        <Button tone="secondary" small onClick={() => setOpen('capability')}>
          {people.capability.open}
        </Button>
      </section>
      <Dialog
        title={open === 'capability' ? people.capability.open : people.absence.open}
        open={open !== undefined}
        close={close}
      >
        {open === 'absence' && on !== undefined && all !== undefined && (
          <AbsenceForm
            person={{ id: me.person }}
            on={on}
            acting={acting}
            managing={{ people: all }}
            done={close}
          />
        )}
        {open === 'capability' && (
          <CapabilityForm person={{ id: me.person }} held={me.capabilities} acting={acting} done={close} />
        )}
      </Dialog>
    </>
  );
}

function Mail() {
  const me = useMe();
  const save = useAct<boolean>((confirmations) =>
    ask('PUT /me/mail-preferences', { body: { confirmations } }),
  );
  return (
    <section className="part">
      <h2>{say.mail}</h2>
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <CheckField
        label={say.confirmations}
        hint={say.confirmationsHint}
        checked={me.mailPreferences.confirmations}
        onChange={(event) => save.mutate(event.currentTarget.checked)}
      />
    </section>
  );
}
