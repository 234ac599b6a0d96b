import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runStory, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;

beforeAll(async () => {
  product = await runStory();
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
});

afterAll(() => product?.stop());

test('measure', async () => {
  const { json } = await marta.get('/applications');
  const time = async (name: string, ask: () => Promise<{ status: number }>) => {
    const from = performance.now();
    const { status } = await ask();
    console.log(name, status, Math.round(performance.now() - from));
  };
  const live = json.applications.filter((a: any) => !a.ended);
  console.log(live.length, live.map((a: any) => a.number));
  const union = Object.values(marta.bodies)[0];
  for (const a of live) {
    await time(`page ${a.number}`, () => marta.get(`/applications/${a.number}`));
    for (const othersAct of [true, false])
    await time(`what-if ${a.number} ${othersAct}`, () => marta.post(`/applications/${a.number}/what-if`, { until: '2028-03-20', othersAct, milestones: [], amendments: [] }));
  }
  const calls = (await marta.get('/calls')).json.calls;
  for (const c of calls) console.log(c.number, c.ended, c.label);
  await time('launch preview', () => marta.post('/calls/preview', { actingBody: union, definition: { id: 'send-comuni-2024', version: 1 }, comuni: [], confirmed: [] }));
});
