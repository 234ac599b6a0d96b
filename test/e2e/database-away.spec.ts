import { signIn, type Desk } from '../../apps/demo/desk.js';
import { testPostgresPort } from '../support/server-addresses.js';
import { type Line, lineTo } from '../support/line.js';
import { demoPassword } from '../support/running-product.js';
import { runApi, type RunningApi } from '../support/running-api.js';

let line: Line;
let api: RunningApi;
let marta: Desk;

beforeAll(async () => {
  line = await lineTo(testPostgresPort());
  api = await runApi({ date: '2024-05-08', time: '10:00' }, {}, line.port);
  marta = await signIn(api.url, 'marta@unione.example', demoPassword);
});

afterAll(async () => {
  line?.mend();
  await api?.stop();
  await line?.close();
});

test('while the database is away everything is 503 with the time to come back, and works again afterwards', async () => {
  line.cut();
  for (const path of ['/today', '/applications', '/me', '/status']) {
    const { status, json, headers } = await marta.get(path);
    expect({ path, status, code: json.code }).toEqual({ path, status: 503, code: 'SYS-02' });
    expect(headers.get('retry-after')).toBe('30');
  }
  line.mend();
  expect((await marta.get('/today')).status).toBe(200);
  expect((await marta.get('/status')).status).toBe(200);
});

test('the status does not wait for a database that does not answer', async () => {
  line.silence();
  const from = performance.now();
  const asked = await Promise.all(Array.from({ length: 20 }, () => marta.get('/status')));
  const took = performance.now() - from;
  line.mend();
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([503]));
  expect(took).toBeLessThan(4_000);
});
