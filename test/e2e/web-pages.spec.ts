import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type RunningApi, runApi } from '../support/running-api.js';

const SCRIPT = 'console.log("Capofila")';
let folder: string;
let api: RunningApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capofila-web-'));
  await mkdir(join(folder, 'web', 'assets'), { recursive: true });
  const files: [string, string | Buffer][] = [
    ['web/index.html', '<!doctype html><html lang="it"><title>Capofila</title></html>'],
    ['web/manifest.webmanifest', '{}'],
    ['web/assets/index-B1a2.js', SCRIPT],
    ['web/assets/index-B1a2.js.br', brotliCompressSync(SCRIPT)],
    ['web/assets/index-B1a2.js.gz', gzipSync(SCRIPT)],
    ['secret.txt', 'not of the pages'],
  ];
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  api = await runApi({ date: '2024-05-08', time: '10:00' }, { CAPOFILA_WEB_DIR: join(folder, 'web') });
});

afterAll(async () => {
  await api?.stop();
  await rm(folder, { recursive: true, force: true });
});

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${api.url}${path}`, { method, headers });

test.each(['/', '/oggi', '/quadro?avviso=send', '/candidature/rivello-send-2027'])(
  'a browser that opens %s gets the page, which asks again each time whether it is still the same',
  async (path) => {
    const answer = await ask(path, { accept: HTML });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('<title>Capofila</title>');
  },
);

test('a file with a hash in its name is kept for a year, and comes compressed as the browser likes it', async () => {
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const answer = await ask('/assets/index-B1a2.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await answer.text()).toBe(SCRIPT);
  }
});

test('what is not there is told as ever to who wants no page: a script is never answered by HTML', async () => {
  for (const answer of [
    await ask('/assets/gone.js'),
    await ask('/nessuna', { accept: 'application/json' }),
  ]) {
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'API-404' });
  }
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt'])(
  'nothing outside of the folder is served: %s',
  async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('not of the pages');
  },
);

test('a command to an address that is none stays a problem, whatever it accepts', async () => {
  const answer = await ask('/oggi', { accept: HTML }, 'DELETE');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ code: 'API-404' });
});

test('a route of the API stays one, also for a browser that is sent there', async () => {
  const answer = await ask('/applications', { accept: HTML, 'sec-fetch-mode': 'navigate' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
});

test('every answer, also an error of the framework, forbids inline code, frames of others and guessing of types', async () => {
  const asked = [
    '/oggi',
    '/assets/index-B1a2.js',
    '/status',
    '/me',
    '/nessuna',
    '/applications/%zz',
    '/openapi.json',
  ];
  for (const path of asked) {
    const { headers } = await ask(path, path === '/oggi' ? { accept: HTML } : {});
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(self)'),
    });
    // Only production, and only behind TLS.
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('answers of people’s data are kept by nobody', async () => {
  expect((await ask('/me')).headers.get('cache-control')).toBe('no-store');
  expect((await ask('/status')).headers.get('cache-control')).toBe('no-store');
});

test('the page of a quick answer allows its own style by hash and nothing else', async () => {
  const answer = await ask(`/risposte/${'x'.repeat(43)}?risposta=fatto`, { accept: HTML });
  const page = await answer.text();
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).not.toContain('unsafe');
  const [, style = ''] = /<style>(.*)<\/style>/.exec(page) ?? [];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  expect(policy).toContain(`style-src 'sha256-${Buffer.from(digest).toString('base64')}'`);
});
