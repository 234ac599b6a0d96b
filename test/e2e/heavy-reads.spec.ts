import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runStory, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;
let giulia: Desk;

beforeAll(async () => {
  product = await runStory();
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
});

afterAll(() => product?.stop());

test('who asks something small does not wait for eight people who look a year ahead', async () => {
  const { json } = await marta.get('/applications');
  const running = (json.applications as { number: string; ended: boolean }[]).filter(({ ended }) => !ended);
  const looking = running
    .slice(0, 8)
    .map(({ number }) =>
      marta.post(`/applications/${number}/what-if`, { until: '2028-03-20', othersAct: true }),
    );
  let over = false;
  const seen = Promise.all(looking).finally(() => (over = true));
  const waits: number[] = [];
  while (!over) {
    const from = performance.now();
    expect((await giulia.get('/me')).status).toBe(200);
    waits.push(performance.now() - from);
  }
  expect((await seen).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  // One request takes some milliseconds, a look ahead up to a second, eight of them eight.
  expect(waits.length).toBeGreaterThan(8);
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(500);
});
