import { type Desk, signIn } from '../../apps/demo/desk.js';
import { formatEuro } from '#domain/money/money.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** The office's mail of the morning and its first page, two days before the call of May 2024 closes. */
let product: RunningProduct;
let marta: Desk;

beforeAll(async () => {
  product = await runProduct({ date: '2024-09-18', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  await marta.post('/calls', {
    actingBody: Object.values(marta.bodies)[0] ?? '',
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076042', '076092', '076068'],
  });
});

afterAll(() => product?.stop());

test('the digest counts what the first page counts', async () => {
  // So shortly before the end the office hears at once who cannot; what somebody says goes with the digest.
  for (const [person, comune, slug, answer] of [
    ['sindaco@lauria.example', 'Lauria', 'lauria-send-2024', 'cannot'],
    ['antonio@rivello.example', 'Rivello', 'rivello-send-2024', 'cannot'],
    ['sindaco@trecchina.example', 'Trecchina', 'trecchina-send-2024', 'done'],
    ['giulia@rivello.example', 'Rivello', 'rivello-send-2024', 'done'],
  ] as const) {
    const desk = await signIn(product.url, person, demoPassword);
    const asked = await desk.post(`/applications/${slug}/facts`, {
      actingBody: desk.bodies[comune] ?? '',
      type: 'reminder.answered',
      body: { answer, requirement: 'participation' },
    });
    expect(asked.status).toBe(201);
  }
  await product.setClock('2024-09-19', '07:46');
  const mail = await product.post.waitFor(
    ({ to, parsed }) => to.includes('marta@unione.example') && (parsed.subject ?? '').startsWith('Oggi'),
    30_000,
  );
  const today = (await marta.get('/today')).json;
  expect(today.atRisk).toMatchObject({ days: 7, cents: 3_258_900 + 2 * 2_314_700 });
  expect(mail.parsed.subject).toContain(`${formatEuro(today.atRisk.cents)} a rischio in 7 giorni`);
  expect(mail.parsed.subject).toContain(
    `Oggi: ${today.now.length} da fare, ${today.phone.length} telefonate`,
  );
});
