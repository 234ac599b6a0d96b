import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Test } from '@nestjs/testing';
import { SMTPServer } from 'smtp-server';
import { NotificationsModule } from '#notifications/notifications.module.js';
import { render } from '#notifications/render.js';
import { SmtpMailer } from '#notifications/smtp/mailer.js';
import { type Mail, Mailer } from '#use-cases/ports/mailer.js';
import { sendStory } from '../../support/send-story-mails.js';
import { SmtpCatcher } from '../../support/smtp-catcher.js';

let catcher: SmtpCatcher;
const open: SmtpMailer[] = [];

beforeEach(async () => {
  catcher = await SmtpCatcher.start();
});

afterEach(async () => {
  for (const mailer of open.splice(0)) mailer.close();
  await catcher.stop();
});

function mailerTo(url: string, part: { deadlineMs?: number; connectionTimeoutMs?: number } = {}): SmtpMailer {
  const mailer = new SmtpMailer({ url, ...part });
  open.push(mailer);
  return mailer;
}

function mail(part: Partial<Mail> = {}): Mail {
  return {
    messageId: '019c.2027-03-26T0800@unione.example',
    from: { name: "Ufficio ICT dell'Unione", address: 'capofila@unione.example' },
    to: { name: 'Giulia Riviello', address: 'giulia@rivello.example' },
    replyTo: { name: "Ufficio ICT dell'Unione", address: 'ict@unione.example' },
    subject: 'Rivello · SEND: inserire il CUP entro venerdì 26 marzo',
    text: 'Buongiorno Giulia,\n\nè stata ammessa.\n',
    html: '<p>Buongiorno Giulia,</p><p>è stata ammessa.</p>',
    ...part,
  };
}

test('sends text and HTML with the Message-ID it was given, and answers go to the office', async () => {
  const outcome = await mailerTo(catcher.url).send(mail());
  expect(outcome.kind).toBe('accepted');
  const [caught] = catcher.messages;
  expect(caught?.messageId).toBe('<019c.2027-03-26T0800@unione.example>');
  expect(caught?.subject).toBe('Rivello · SEND: inserire il CUP entro venerdì 26 marzo');
  expect(caught?.text).toContain('è stata ammessa.');
  expect(caught?.html).toContain('<p>è stata ammessa.</p>');
  expect(caught?.parsed.replyTo).toEqual([
    { name: "Ufficio ICT dell'Unione", address: 'ict@unione.example' },
  ]);
  expect(caught?.parsed.headers.find((each) => each.key === 'auto-submitted')?.value).toBe('auto-generated');
});

test('a second try carries the same Message-ID', async () => {
  const mailer = mailerTo(catcher.url);
  await mailer.send(mail());
  await mailer.send(mail());
  expect(new Set(catcher.messages.map((each) => each.messageId)).size).toBe(1);
  expect(catcher.messages).toHaveLength(2);
});

test('every e-mail of the story arrives with the words it was written with', async () => {
  const mailer = mailerTo(catcher.url);
  for (const view of Object.values(sendStory)) {
    const written = render(view);
    expect((await mailer.send(mail(written))).kind).toBe('accepted');
    const caught = catcher.messages.at(-1);
    expect(caught?.subject).toBe(written.subject);
    expect(caught?.text.trimEnd()).toBe(written.text.trimEnd());
    expect(caught?.html.trimEnd()).toBe(written.html.trimEnd());
  }
});

test.each([
  [451, 'recipient', 'retry'],
  [452, 'content', 'retry'],
  [550, 'recipient', 'dead'],
  [553, 'recipient', 'dead'],
  [552, 'recipient', 'refused'],
  [550, 'content', 'refused'],
] as const)('a refusal %d of the %s is %s', async (code, stage, kind) => {
  catcher.refuse('giulia@rivello.example', { code, stage });
  const outcome = await mailerTo(catcher.url).send(mail());
  expect(outcome.kind).toBe(kind);
  expect(outcome).toHaveProperty('code', expect.stringMatching(new RegExp(`^${code}`)));
  expect('code' in outcome && outcome.code).not.toContain('@');
  expect(catcher.messages).toEqual([]);
});

test('goes on with the next e-mail after a refusal', async () => {
  const mailer = mailerTo(catcher.url);
  catcher.refuse('giulia@rivello.example', { code: 550 });
  await mailer.send(mail());
  const to = { name: 'Paola', address: 'paola@rivello.example' };
  expect((await mailer.send(mail({ to }))).kind).toBe('accepted');
});

test('a server that is not there asks for a later try', async () => {
  const server = await listening(createServer());
  const url = urlOf(server);
  server.close();
  await once(server, 'close');
  const outcome = await mailerTo(url).send(mail());
  expect(outcome).toMatchObject({ kind: 'retry', unreached: true });
});

test('a server that never greets is left after the time allowed', async () => {
  const server = await listening(createServer());
  const outcome = await mailerTo(urlOf(server), { connectionTimeoutMs: 100 }).send(mail());
  expect(outcome).toMatchObject({ kind: 'retry', code: 'ETIMEDOUT', unreached: true });
  server.close();
});

test('a server that greets and then says nothing is left at the deadline', async () => {
  const server = await listening(
    createServer((socket) => socket.on('error', () => undefined).write('220 x\r\n')),
  );
  const outcome = await mailerTo(urlOf(server), { deadlineMs: 150 }).send(mail());
  expect(outcome).toMatchObject({ kind: 'retry', code: 'EABORT' });
  server.close();
});

test.each([
  ['STARTTLS', false, 'smtp', '?requireTLS=true&tls.rejectUnauthorized=false'],
  ['TLS from the start', true, 'smtps', '?tls.rejectUnauthorized=false'],
])('sends over %s', async (_name, secure, scheme, options) => {
  const seen: boolean[] = [];
  const server = new SMTPServer({
    secure,
    authOptional: true,
    disableReverseLookup: true,
    onData: (stream, session, answer) => {
      seen.push(session.secure);
      stream.resume();
      stream.on('end', () => answer());
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const outcome = await mailerTo(`${scheme}://127.0.0.1:${port}/${options}`).send(mail());
  expect(outcome.kind).toBe('accepted');
  expect(seen).toEqual([true]);
  // The server ends when no client holds a connection.
  for (const mailer of open.splice(0)) mailer.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

test('waits, and never goes on in the clear, where STARTTLS is required', async () => {
  const outcome = await mailerTo(`${catcher.url}/?requireTLS=true`).send(mail());
  expect(outcome).toMatchObject({ kind: 'retry' });
  expect(catcher.messages).toEqual([]);
});

test('a hostile name or subject adds no header and no recipient', async () => {
  const evil = 'x\r\nBcc: spy@evil.example\r\n\r\n<script>';
  const to = { name: evil, address: 'giulia@rivello.example' };
  await mailerTo(catcher.url).send(
    mail({ to, subject: evil, replyTo: { name: evil, address: 'ict@unione.example' } }),
  );
  const [caught] = catcher.messages;
  expect(caught?.to).toEqual(['giulia@rivello.example']);
  expect(caught?.parsed.headers.map((each) => each.key)).not.toContain('bcc');
});

test('leaves no connection behind when it closes', async () => {
  const mailer = mailerTo(catcher.url);
  await Promise.all([1, 2, 3, 4, 5].map(() => mailer.send(mail())));
  mailer.close();
  expect(await mailer.send(mail())).toMatchObject({ kind: 'retry', code: 'ECONNECTION' });
  // `stop` of the catcher in afterEach ends only when no client holds a connection.
});

test('the module provides the port and closes it with the application', async () => {
  const testing = await Test.createTestingModule({
    imports: [NotificationsModule.forRoot({ url: catcher.url })],
  }).compile();
  const app = await testing.init();
  const mailer = app.get(Mailer);
  expect((await mailer.send(mail())).kind).toBe('accepted');
  await app.close();
  expect(await mailer.send(mail())).toMatchObject({ kind: 'retry', code: 'ECONNECTION' });
});

test('takes only SMTP addresses', () => {
  expect(() => new SmtpMailer({ url: 'http://mail.example' })).toThrow('smtp://');
});

async function listening(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function urlOf(server: Server): string {
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
