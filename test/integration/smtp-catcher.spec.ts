import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { DEAD_ADDRESSES, SmtpCatcher } from '../support/smtp-catcher.js';

let catcher: SmtpCatcher;

beforeEach(async () => {
  catcher = await SmtpCatcher.start();
});

afterEach(() => catcher.stop());

function send(to: string, subject: string, url = catcher.url) {
  return createTransport(url).sendMail({
    from: 'ufficio@unione.example',
    to,
    subject,
    text: 'È arrivata la PEC.',
    html: '<p>È arrivata la PEC.</p>',
    messageId: '<prova-1@unione.example>',
  });
}

test('gives the mail with its accents, its Message-ID and its recipient', async () => {
  const waiting = catcher.waitFor((mail) => mail.to.includes('sindaca@comune.example'));
  await send('Sindaca@comune.example', 'Già scaduto: città di Lauria');
  const mail = await waiting;
  expect(mail.subject).toBe('Già scaduto: città di Lauria');
  expect(mail.text.trim()).toBe('È arrivata la PEC.');
  expect(mail.html).toContain('<p>È arrivata la PEC.</p>');
  expect(mail.messageId).toBe('<prova-1@unione.example>');
});

test('finds a mail that arrived before it was waited for', async () => {
  await send('rup@comune.example', 'Prima');
  expect((await catcher.waitFor((mail) => mail.subject === 'Prima', 10)).number).toBe(1);
});

test('says what did arrive when the awaited mail does not', async () => {
  await send('rup@comune.example', 'Altra cosa');
  await expect(catcher.waitFor((mail) => mail.subject === 'Attesa', 20)).rejects.toThrow(
    'to rup@comune.example: Altra cosa',
  );
});

test('refuses an address with the code asked for, as often as asked, and keeps nothing', async () => {
  catcher.refuse('rup@comune.example', { code: 451, times: 1 });
  await expect(send('rup@comune.example', 'Primo invio')).rejects.toMatchObject({ responseCode: 451 });
  expect(catcher.messages).toHaveLength(0);
  await send('rup@comune.example', 'Secondo invio');
  expect(catcher.messages.map((mail) => mail.subject)).toEqual(['Secondo invio']);
});

test('refuses after the content when asked, until it is told to accept', async () => {
  catcher.refuse('rup@comune.example', { code: 554, stage: 'content' });
  await expect(send('rup@comune.example', 'No')).rejects.toMatchObject({ responseCode: 554 });
  await expect(send('rup@comune.example', 'No')).rejects.toMatchObject({ responseCode: 554 });
  catcher.accept('rup@comune.example');
  await send('rup@comune.example', 'Sì');
  expect(catcher.messages.map((mail) => mail.subject)).toEqual(['Sì']);
});

test('keeps each mail as a file with a line in the index, and goes on counting after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'capofila-mail-'));
  try {
    for (const subject of ['Uno', 'Due']) {
      const keeping = await SmtpCatcher.start({ folder });
      await send('rup@comune.example', subject, keeping.url);
      await keeping.stop();
    }
    const files = ['000001.eml', '000001.json', '000002.eml', '000002.json', 'index.jsonl'];
    expect((await readdir(folder)).sort()).toEqual(files);
    const lines = (await readFile(join(folder, 'index.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { subject: string }).subject)).toEqual(['Uno', 'Due']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an address written into the folder’s list of dead ones is refused for good, while it runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'capofila-mail-'));
  const keeping = await SmtpCatcher.start({ folder });
  try {
    await send('sindaco@comune.example', 'Prima', keeping.url);
    await writeFile(join(folder, DEAD_ADDRESSES), 'Sindaco@comune.example\n');
    const refused = { responseCode: 550, response: expect.stringContaining('5.1.1') };
    await expect(send('sindaco@comune.example', 'Dopo', keeping.url)).rejects.toMatchObject(refused);
    await send('rup@comune.example', 'A un altro', keeping.url);
    expect(keeping.messages.map((mail) => mail.subject)).toEqual(['Prima', 'A un altro']);
  } finally {
    await keeping.stop();
    await rm(folder, { recursive: true });
  }
});
