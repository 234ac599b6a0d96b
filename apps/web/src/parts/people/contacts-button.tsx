import { useState } from 'react';
import type { PersonAnswer } from '#contracts/identity.js';
import { useMe } from '../../api/queries/me.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { words } from '../../words/index.js';
import { ContactsForm } from './contacts-form.js';

const say = words.people.contacts;

/** For who corrects how a person is reached, and nothing else about them. */
export function ContactsButton({ person }: { person: PersonAnswer }) {
  const { unionBody } = useMe();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="person-acts">
      <Button tone="secondary" small label={say.reachLabel(person.name)} onClick={() => setOpen(true)}>
        {say.reach}
      </Button>
      <Dialog title={`${say.reach}: ${person.name}`} open={open} close={close}>
        <ContactsForm person={person} acting={{ actingBody: unionBody }} done={close} />
      </Dialog>
    </div>
  );
}
