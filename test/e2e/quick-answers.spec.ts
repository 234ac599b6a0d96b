import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;
let application: string;
let link: string;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076092'],
  });
  application = json.applications[0].number;
  await marta.post(`/applications/${application}/facts`, {
    actingBody,
    onBehalfOf: json.applications[0].applicant,
    channel: 'phone',
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes' },
  });
  await product.setClock('2024-09-06', '08:00');
  const reminder = await product.post.waitFor((mail) => mail.to[0] === 'paolo@trecchina.example');
  link =
    /https:\/\/capofila\.example(\/risposte\/[\w-]+)\?risposta=chiamatemi/.exec(reminder.text)?.[1] ?? '';
});

afterAll(() => product?.stop());

const answersOnRecord = async () => {
  const { json } = await marta.get(`/applications/${application}/facts`);
  return json.facts.filter((fact: { type: string }) => fact.type === 'reminder.answered');
};

test('opening the link asks one question with one button, and records nothing', async () => {
  for (let scanner = 0; scanner < 3; scanner += 1) {
    const page = await fetch(`${product.url}${link}?risposta=chiamatemi`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain('Chiamatemi');
  }
  expect(await answersOnRecord()).toEqual([]);
});

test.each(['constructor', 'toString', '__proto__', 'forse'])(
  'an answer that is none, like %s, is refused and records nothing',
  async (word) => {
    const opened = await fetch(`${product.url}${link}?risposta=${word}`);
    const pressed = await fetch(`${product.url}${link}/${word}`, { method: 'POST' });
    expect([opened.status, pressed.status]).toEqual([422, 422]);
    expect(await answersOnRecord()).toEqual([]);
  },
);

test('pressing the button declares once, and the office is asked to telephone', async () => {
  const pressed = await fetch(`${product.url}${link}/chiamatemi`, { method: 'POST' });
  expect(pressed.status).toBe(200);
  expect(await pressed.text()).toContain('Abbiamo segnato la tua risposta');
  expect(await answersOnRecord()).toMatchObject([
    { channel: 'email', body: { answer: 'cannot', term: 'callEnd', round: 1 }, who: 'Paolo Marotta' },
  ]);
  const { json } = await marta.get(`/applications/${application}/messages`);
  expect(json.messages).toContainEqual(
    expect.objectContaining({ kind: 'officeCall', person: 'Marta Donadio' }),
  );
});

test('the link works once', async () => {
  const again = await fetch(`${product.url}${link}/fatto`, { method: 'POST' });
  expect(again.status).toBe(404);
  expect(await again.json()).toMatchObject({ code: 'RISP-01' });
  expect(await answersOnRecord()).toHaveLength(1);
});

test('whoever opens a used link in a browser reads why, on a page', async () => {
  const page = await fetch(`${product.url}${link}?risposta=fatto`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toContain('Questo collegamento è già stato usato o è scaduto');
});

test('a made-up link says so', async () => {
  expect((await fetch(`${product.url}/risposte/inventato?risposta=fatto`)).status).toBe(404);
});
