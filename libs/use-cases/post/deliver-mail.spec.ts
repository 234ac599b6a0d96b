import type { Mail, SendOutcome } from '../ports/mailer.js';
import { DeliverMail, TryAgainLater } from './deliver-mail.js';
import type { PostBox } from './post-box.js';

const ACCEPTED: SendOutcome = { kind: 'accepted', response: '250' };

/** A post box and a mail server that say what was asked of them. */
function post(during: { claim?: () => void; send?: () => void } = {}) {
  const said: string[] = [];
  const box = {
    claim: async () => {
      said.push('claimed');
      during.claim?.();
      return { id: 'mail' } as Mail & { id: string };
    },
    settle: async (id: string, { kind }: SendOutcome) => void said.push(`${id} ${kind}`),
  } as unknown as PostBox;
  const send = async () => {
    during.send?.();
    said.push('sent');
    return ACCEPTED;
  };
  return { said, deliver: new DeliverMail(box, { send }) };
}

test('a program that is told to stop begins no mail', async () => {
  const { said, deliver } = post();
  await expect(deliver.run('p', 's', AbortSignal.abort())).rejects.toThrow(TryAgainLater);
  expect(said).toEqual([]);
});

test('one that is told while the mail is made leaves it to the next program, kept and not sent', async () => {
  const stop = new AbortController();
  const { said, deliver } = post({ claim: () => stop.abort() });
  await expect(deliver.run('p', 's', stop.signal)).rejects.toMatchObject({ code: 'stopping' });
  expect(said).toEqual(['claimed']);
});

test('one that is told in the middle of a mail ends it, and puts on record what became of it', async () => {
  const stop = new AbortController();
  const { said, deliver } = post({ send: () => stop.abort() });
  expect(await deliver.run('p', 's', stop.signal)).toBe('sent');
  expect(said).toEqual(['claimed', 'sent', 'mail accepted']);
});
