import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DemoAnswer, DemoMail, DemoMailList } from '#contracts/demo.js';
import { SmtpMailer } from '#notifications/smtp/mailer.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { PRODUCT } from '../support/product.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';

let database: TestDatabase;
let post: SmtpCatcher;
let folder: string;
const apis: NestFastifyApplication[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capofila-demo-'));
  database = await createTestDatabase(PRODUCT);
  post = await SmtpCatcher.start({ folder: join(folder, 'mail') });
  const mailer = new SmtpMailer({ url: post.url });
  const office = { name: 'Ufficio ICT', address: 'capofila@unione.example' };
  for (const [address, subject] of [
    ['giulia@rivello.example', 'Rivello · SEND: inserire il CUP'],
    ['antonio@rivello.example', 'Rivello · SEND: serve una Sua decisione'],
  ] as const) {
    await mailer.send({
      messageId: `${randomUUID()}@unione.example`,
      from: office,
      to: { name: '', address },
      replyTo: office,
      subject,
      date: Date.parse('2027-03-26T07:02:00Z'),
      text: 'Buongiorno',
      html: '<p>Buongiorno</p>',
    });
  }
  mailer.close();
});

afterAll(async () => {
  for (const api of apis) await api.close();
  await post?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function started(mode: 'production' | 'demo'): Promise<string> {
  const api = await createApi(
    readConfiguration({
      CAPOFILA_MODE: mode,
      CAPOFILA_DATABASE_URL: database.urls.app,
      CAPOFILA_SMTP_URL: post.url,
      CAPOFILA_WEB_DIR: join(folder, 'no-pages'),
      CAPOFILA_DATA_DIR: folder,
      CAPOFILA_DEMO_MAIL_DIR: join(folder, 'mail'),
    }),
    false,
  );
  apis.push(api);
  await api.listen(0, '127.0.0.1');
  return api.getUrl();
}

const signIn = (url: string, email: string) =>
  fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });

test('in production there is no demo: no mailbox, no list of people, no sign-in without password', async () => {
  const url = await started('production');
  for (const path of ['/demo', '/demo/mails', '/demo/mails/1', '/demo/mails/1/html']) {
    const answer = await fetch(`${url}${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
  }
  expect((await signIn(url, 'marta@unione.example')).status).toBe(404);
});

describe('in the demo', () => {
  let url: string;

  beforeAll(async () => {
    url = await started('demo');
  });

  test('the mailbox shows what was sent, the newest first, by the clock of the demo', async () => {
    const all = (await (await fetch(`${url}/demo/mails`)).json()) as DemoMailList;
    expect(all.mails).toEqual([
      {
        number: 2,
        on: '2027-03-26',
        at: '08:02',
        to: 'antonio@rivello.example',
        subject: 'Rivello · SEND: serve una Sua decisione',
      },
      expect.objectContaining({ number: 1, to: 'giulia@rivello.example' }),
    ]);
    const hers = await fetch(`${url}/demo/mails?to=Giulia@rivello.example`);
    expect(((await hers.json()) as DemoMailList).mails.map((mail) => mail.number)).toEqual([1]);
    const newer = await fetch(`${url}/demo/mails?after=1`);
    expect(((await newer.json()) as DemoMailList).mails.map((mail) => mail.number)).toEqual([2]);
  });

  test('one mail has its words, its HTML as text and its headers', async () => {
    const answer = await fetch(`${url}/demo/mails/1`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    const mail = (await answer.json()) as DemoMail;
    expect(mail).toMatchObject({ number: 1, from: 'Ufficio ICT <capofila@unione.example>' });
    expect(mail.text).toContain('Buongiorno');
    expect(mail.html).toContain('<p>Buongiorno</p>');
    expect(mail.headers).toContainEqual({ name: 'auto-submitted', value: 'auto-generated' });
    const page = await fetch(`${url}/demo/mails/1/html`);
    expect(await page.text()).toContain('<p>Buongiorno</p>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('script-src');
    expect((await fetch(`${url}/demo/mails/3`)).status).toBe(404);
    expect((await fetch(`${url}/demo/mails/..%2Findex`)).status).toBe(422);
  });

  test('the people to try are named with their role, without a password', async () => {
    const text = await (await fetch(`${url}/demo`)).text();
    const { people } = JSON.parse(text) as DemoAnswer;
    expect(people.map(({ name, role }) => `${name}, ${role}`)).toEqual([
      "Marta Donadio, ufficio ICT dell'Unione",
      'Giulia Riviello, referente di Rivello',
      'Antonio Conte, sindaco di Rivello',
      'Aurora Bellomo, revisore',
      "Rocco Lapenta, responsabile dell'ufficio ICT",
    ]);
    expect(text).not.toContain('capofila-demo');
  });

  test('one click opens a session for them, and for nobody else', async () => {
    const answer = await signIn(url, 'antonio@rivello.example');
    expect(answer.status).toBe(201);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = await fetch(`${url}/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ name: 'Antonio Conte' });
    for (const email of ['paolo@trecchina.example', 'nobody@unione.example', 'toString']) {
      const refused = await signIn(url, email);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ code: 'DEMO-01' });
      expect(refused.headers.get('set-cookie')).toBeNull();
    }
  });
});
