import { useState } from 'react';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { roleInWords } from '#domain/people/role-words.js';
import { Dialog } from '../../ui/dialog.js';
import { Disclosure } from '../../ui/disclosure.js';
import { words } from '../../words/index.js';
import { AbsenceForm } from './absence-form.js';
import { CapabilityForm } from './capability-form.js';
import { ContactsForm } from './contacts-form.js';
import { CloseForm, EraseForm, ReopenForm, UnlockForm } from './leave-forms.js';
import { InviteAgain } from './invite-form.js';
import type { Managing } from './managing.js';
import type { HeldHere, PersonHere } from './of-body.js';
import { EndRoleForm, GiveRoleForm } from './role-forms.js';

const say = words.people;

type Act =
  | 'role'
  | 'absence'
  | 'capability'
  | 'contacts'
  | 'again'
  | 'unlock'
  | 'close'
  | 'reopen'
  | 'erase'
  | { end: HeldHere };

/** What may be done about a person, as a short list; each act asks in a window of its own. */
export function PersonActs({ here, on, managing }: { here: PersonHere; on: LocalDate; managing: Managing }) {
  const [act, setAct] = useState<Act>();
  const { person, roles } = here;
  const running = roles.filter(({ state }) => state === 'now' || state === 'continued' || state === 'future');
  const entries: [string, Act][] = person.active
    ? [
        [say.role.open, 'role'],
        ...running.map((each): [string, Act] => [say.end.open(roleInWords(each.role)), { end: each }]),
        ...(person.managed
          ? ([
              [say.absence.open, 'absence'],
              [say.capability.open, 'capability'],
            ] satisfies [string, Act][])
          : []),
        ...(person.correctable.length > 0
          ? ([[say.contacts.open, 'contacts']] satisfies [string, Act][])
          : []),
        ...(person.managed && person.access !== null && person.access.state !== 'joined'
          ? ([[say.invite.again, 'again']] satisfies [string, Act][])
          : []),
        ...(managing.head ? ([[say.unlock.open, 'unlock']] satisfies [string, Act][]) : []),
        ...(managing.head ? ([[say.close.open, 'close']] satisfies [string, Act][]) : []),
        ...(managing.head ? ([[say.erase.open, 'erase']] satisfies [string, Act][]) : []),
      ]
    : managing.head
      ? [
          [say.close.reopen, 'reopen'],
          [say.erase.open, 'erase'],
        ]
      : [];
  if (entries.length === 0) return null;
  const close = () => setAct(undefined);
  const form = { person, on, managing, done: close };
  return (
    <div className="person-acts">
      <Disclosure
        className="disclosure-button"
        label={say.actsLabel(person.name)}
        summary={<span className="btn btn-outline-primary btn-xs">{say.acts}</span>}
      >
        <ul>
          {entries.map(([label, value]) => (
            <li key={label}>
              <button type="button" onClick={() => setAct(value)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </Disclosure>
      <Dialog title={titleOf(act, person.name)} open={act !== undefined} close={close}>
        {act === 'role' && <GiveRoleForm {...form} />}
        {act === 'absence' && <AbsenceForm {...form} acting={{ actingBody: managing.actingBody }} />}
        {act === 'capability' && (
          <CapabilityForm {...form} held={person.capabilities} acting={{ actingBody: managing.actingBody }} />
        )}
        {act === 'contacts' && <ContactsForm {...form} acting={{ actingBody: managing.actingBody }} />}
        {act === 'again' && <InviteAgain {...form} />}
        {act === 'unlock' && <UnlockForm {...form} />}
        {act === 'close' && <CloseForm {...form} />}
        {act === 'reopen' && <ReopenForm {...form} />}
        {act === 'erase' && <EraseForm {...form} />}
        {typeof act === 'object' && (
          <EndRoleForm {...form} role={roles.find(({ id }) => id === act.end.id) ?? act.end} />
        )}
      </Dialog>
    </div>
  );
}

function titleOf(act: Act | undefined, name: string): string {
  if (typeof act === 'object') return say.end.title(roleInWords(act.end.role), name);
  switch (act) {
    case 'role':
      return `${say.role.open}: ${name}`;
    case 'absence':
      return `${say.absence.open}: ${name}`;
    case 'capability':
      return `${say.capability.open}: ${name}`;
    case 'contacts':
      return `${say.contacts.open}: ${name}`;
    case 'again':
      return `${say.invite.again}: ${name}`;
    case 'unlock':
      return `${say.unlock.open}: ${name}`;
    case 'close':
      return say.close.title(name);
    case 'reopen':
      return `${say.close.reopen}: ${name}`;
    case 'erase':
      return say.erase.title(name);
    case undefined:
      return '';
  }
}
