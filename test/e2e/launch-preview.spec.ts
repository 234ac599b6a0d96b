import type { LaunchPreview } from '#contracts/launch-preview.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;
let request: object;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  request = {
    actingBody: Object.values(marta.bodies)[0] ?? '',
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: 'all',
    confirmed: ['callEnd'],
  };
});

afterAll(() => product?.stop());

test('a launch says before what it does: comuni, money, people, dates, e-mails, the first of them word by word', async () => {
  const asked = await marta.post('/calls/preview', request);
  expect([asked.status, asked.json.detail]).toEqual([200, undefined]);
  const preview = asked.json as LaunchPreview;
  expect(preview).toMatchObject({ eligible: 9, cents: 22_720_700 });
  const rivello = preview.comuni.find((each) => each.name === 'Rivello');
  expect(rivello).toMatchObject({ amountCents: 2_314_700, earlier: [] });
  expect(rivello?.formula).toMatch(/^2\.\d{3} abitanti al .*: fino a .* spettano 23\.147 euro$/);
  expect(rivello?.people.map((each) => each.role)).toEqual(
    expect.arrayContaining(['legalRepresentative', 'referent', 'rup']),
  );
  expect(rivello?.dates.map((each) => each.on)).toEqual(['2024-09-06', '2024-09-13', '2024-09-20']);
  expect(preview.papers.find((each) => each.label.startsWith('domanda di partecipazione'))).toMatchObject({
    place: 'both',
    who: 'sindaco',
  });
  expect(preview.tight).toEqual([]);
  expect(preview.toConfirm.map((each) => each.id)).not.toContain('callEnd');
  expect(preview.timeline.map((each) => each.sentence)).toContain('Comincia «In preparazione».');
  expect(preview.mails[0]?.count).toBeGreaterThan(1);
  expect(preview.firstMail?.subject).toContain('partecipiamo a SEND?');
  expect(preview.firstMail?.text).toContain('può chiedere 23.147 euro');
  expect(JSON.stringify(preview)).not.toMatch(/undefined|NaN/);
  expect((await marta.get('/calls')).json.calls).toEqual([]);
});

test('who has an application already is told of it, and why there is no second one, before the launch refuses it', async () => {
  await marta.post('/calls', { ...request, comuni: ['076068'] });
  const preview = (await marta.post('/calls/preview', request)).json as LaunchPreview;
  const rivello = preview.comuni.find((each) => each.name === 'Rivello');
  expect(rivello?.earlier).toMatchObject([{ call: 'SEND', label: 'Da decidere', ended: false }]);
  expect(rivello?.refused).toEqual({
    code: 'AVV-04',
    detail: expect.stringMatching(/^Ha già una candidatura in corso per questo avviso \(ULL-2024-\d{4}\)/),
  });
  expect([preview.eligible, rivello?.amountCents]).toEqual([8, undefined]);
  const refused = await marta.post('/calls', { ...request, comuni: ['076068'] });
  expect([refused.status, refused.json.code]).toEqual([409, 'AVV-04']);
});

test('a call that is over is told to be so before somebody prepares its launch', async () => {
  const moved = await marta.post('/clock', {
    actingBody: Object.values(marta.bodies)[0],
    to: { date: '2024-12-02', time: '10:00' },
  });
  expect(moved.status).toBe(200);
  const { status, json } = await marta.post('/calls/preview', request);
  expect([status, json.code]).toEqual([409, 'AVV-08']);
});
