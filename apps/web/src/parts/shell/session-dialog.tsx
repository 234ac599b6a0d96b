import { useQueryClient } from '@tanstack/react-query';
import { useMe } from '../../api/queries/me.js';
import { session, useSession } from '../../api/session.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { Dialog } from '../../ui/dialog.js';
import { words } from '../../words/index.js';

/** The session ended while a page was open: sign in again over it, and what was typed is still there. */
export function SessionDialog() {
  const ended = useSession() === 'ended';
  const client = useQueryClient();
  const me = useMe();
  return (
    <Dialog title={words.shell.away} open={ended}>
      <p>{words.shell.awayWhat}</p>
      <SignInForm
        email={me.email ?? ''}
        done={(person) => {
          session.set('open');
          // Somebody else signed in here: nothing of the first person may stay on the screen.
          if (person === me.person) void client.invalidateQueries();
          else window.location.assign('/');
        }}
      />
    </Dialog>
  );
}
