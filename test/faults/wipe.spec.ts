import { signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** Launches for nine comuni, lets the invitations go, and comes to the second reminder; in between something happens. */
async function launchAndRemind(between: (product: RunningProduct) => Promise<void>): Promise<string[]> {
  const product = await runProduct({ date: '2024-05-07', time: '07:30' });
  try {
    const marta = await signIn(product.url, 'marta@unione.example', demoPassword);
    const actingBody = Object.values(marta.bodies)[0] ?? '';
    const launched = await marta.post('/calls', {
      actingBody,
      definition: { id: 'send-comuni-2024', version: 1 },
      comuni: 'all',
    });
    expect(launched.status).toBe(201);
    await product.setClock('2024-05-07', '08:00');
    await all(product, 13);
    await between(product);
    // Moving the clock wakes everything, as `capofila wake --all` does.
    await product.setClock('2024-05-13', '08:00');
    await all(product, 26);
    const mails = product.post.messages.map((mail) => `${mail.to[0]} ${mail.subject}`);
    const ids = product.post.messages.map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    return mails.toSorted((a, b) => a.localeCompare(b));
  } finally {
    await product.stop();
  }
}

/** Waits until so many mails have come, then looks that nobody waits for another one that is due. */
async function all(product: RunningProduct, count: number): Promise<void> {
  if (product.post.messages.length < count) {
    await product.post.waitFor((mail) => mail.number >= count, 30_000);
  }
}

test('Temporal’s data is lost in mid-call: the same mails go out, none twice', async () => {
  const undisturbed = await launchAndRemind(async () => {});
  const wiped = await launchAndRemind((product) => product.loseTemporal());
  expect(wiped).toEqual(undisturbed);
}, 180_000);
