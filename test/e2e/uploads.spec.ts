import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { type RunningApi, runApi } from '../support/running-api.js';
import { demoPassword } from '../support/running-product.js';
import { type TusOutcome, tusRefusal, tusUpload, type TusWish } from '../support/tus-client.js';

const PAPER = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_500_000)]);
const HASH = createHash('sha256').update(PAPER).digest('hex');
const MIB = 1_048_576;

let api: RunningApi;
let giulia: Desk;
let application: string;
const tokens: Record<'giulia' | 'paolo' | 'revisore', Record<string, string>> = {
  giulia: {},
  paolo: {},
  revisore: {},
};

beforeAll(async () => {
  api = await runApi({ date: '2024-05-08', time: '10:00' });
  const sign = (email: string) => signIn(api.url, email, demoPassword);
  const marta = await sign('marta@unione.example');
  giulia = await sign('giulia@rivello.example');
  const others = {
    paolo: await sign('paolo@trecchina.example'),
    revisore: await sign('revisore@unione.example'),
  };
  for (const [name, desk] of Object.entries({ giulia, ...others })) {
    const { json } = await desk.post('/tokens', { label: 'tus', days: 1 });
    tokens[name as keyof typeof tokens] = { authorization: `Bearer ${json.token}` };
  }
  const union = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody: union,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  application = json.applications[0].number;
  const yes = { milestone: 'participation', outcome: 'yes' };
  const acting = { actingBody: union, onBehalfOf: rivello(), channel: 'phone' };
  await marta.post(`/applications/${application}/facts`, {
    ...acting,
    type: 'milestone.recorded',
    body: yes,
  });
});

afterAll(() => api?.stop());

const rivello = () => giulia.bodies['Rivello'] ?? '';
const folder = () => join(api.dataFolder, 'uploads');
/** Uploads under way. */
const underWay = () => readdirSync(folder()).filter((name) => name !== 'done');

function upload(
  content: Buffer,
  wish: Partial<TusWish> & { requirement?: string; as?: keyof typeof tokens },
) {
  const { requirement = 'participationAct', as = 'giulia', ...more } = wish;
  const metadata = {
    application,
    requirement,
    actingBody: rivello(),
    filename: '../determina è.pdf',
    filetype: 'application/pdf',
    ...more.metadata,
  };
  return tusUpload(content, { url: api.url, headers: tokens[as], ...more, metadata });
}

async function documents(): Promise<{ requirement: string; sha256: string; fileName: string }[]> {
  const { json } = await giulia.get(`/applications/${application}`);
  return json.requirements.flatMap((each: { id: string; versions: object[] }) =>
    each.versions.map((version) => ({ requirement: each.id, ...version })),
  );
}

async function brokenOff(content: Buffer, after: number): Promise<string> {
  let url = '';
  await upload(content, {
    chunk: 256 * 1024,
    onChunk: (taken, stop, at) => {
      url = at;
      if (taken >= after) stop();
    },
  });
  return url;
}

test('a file that comes whole is filed; the last answer is the confirmation', async () => {
  const done = (await upload(PAPER, {})) as TusOutcome;
  expect(done.json).toMatchObject({
    sha256: HASH,
    bytes: PAPER.length,
    document: expect.any(String),
    facts: [expect.objectContaining({ type: 'document.filed' })],
  });
  expect(await documents()).toContainEqual(
    expect.objectContaining({ requirement: 'participationAct', sha256: HASH, fileName: 'determina è.pdf' }),
  );
  expect(underWay()).toEqual([]);
});

test('broken off and gone on with, it is the same file', async () => {
  const content = Buffer.concat([PAPER, Buffer.from('seconda versione')]);
  const url = await brokenOff(content, 512 * 1024);
  expect(underWay().length).toBe(2);
  const head = await fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0', ...tokens.giulia } });
  expect(Number(head.headers.get('upload-offset'))).toBeGreaterThanOrEqual(512 * 1024);
  expect(head.headers.get('access-control-allow-origin')).toBeNull();
  const done = (await upload(content, { uploadUrl: url })) as TusOutcome;
  expect(done.json).toMatchObject({
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
  });
  expect(underWay()).toEqual([]);
});

test('a connection that breaks in the middle of a request keeps the bytes that came', async () => {
  const start = await fetch(`${api.url}/uploads`, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(PAPER.length),
      ...said({}),
      ...tokens.giulia,
    },
  });
  expect(start.status).toBe(201);
  const url = new URL(start.headers.get('location') ?? '', api.url).href;
  const file = join(folder(), url.split('/').at(-1) ?? '');
  const page = new AbortController();
  let sent = 0;
  const half = new ReadableStream({
    async pull(controller) {
      if (sent >= MIB) {
        while (statSync(file).size === 0) await new Promise((resolve) => setImmediate(resolve));
        page.abort();
        return;
      }
      controller.enqueue(PAPER.subarray(sent, sent + 65_536));
      sent += 65_536;
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
  };
  await fetch(url, {
    method: 'PATCH',
    headers: { ...headers, ...tokens.giulia },
    body: half,
    duplex: 'half',
    signal: page.signal,
  } as RequestInit).catch(() => undefined);
  const head = await fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0', ...tokens.giulia } });
  expect(Number(head.headers.get('upload-offset'))).toBeGreaterThan(0);
  const done = (await upload(PAPER, { uploadUrl: url })) as TusOutcome;
  expect(done.json).toMatchObject({ sha256: HASH });
});

test('asked again after the end, the same confirmation comes, and nothing is filed twice', async () => {
  const content = Buffer.from('%PDF-1.7 una volta sola');
  const done = (await upload(content, {})) as TusOutcome;
  const filed = (await documents()).length;
  const tusHeaders = { 'tus-resumable': '1.0.0', ...tokens.giulia };
  const head = await fetch(done.url, { method: 'HEAD', headers: tusHeaders });
  expect(head.headers.get('upload-offset')).toBe(String(content.length));
  expect(await (await fetch(done.url, { headers: tokens.giulia })).json()).toEqual(done.json);
  const patch = await fetch(done.url, {
    method: 'PATCH',
    headers: {
      ...tusHeaders,
      'upload-offset': String(content.length),
      'content-type': 'application/offset+octet-stream',
    },
  });
  expect(await patch.json()).toEqual(done.json);
  const again = (await upload(content, { uploadUrl: done.url })) as TusOutcome;
  expect(again.url).toBe(done.url);
  expect(await documents()).toHaveLength(filed);
  const dropped = await fetch(done.url, { method: 'DELETE', headers: tusHeaders });
  expect(await dropped.json()).toMatchObject({ code: 'DOC-207' });
});

test('a proof is kept, and files nothing by itself', async () => {
  const done = (await upload(Buffer.from('%PDF-1.7 ricevuta'), { requirement: 'proof' })) as TusOutcome;
  expect(done.json).toMatchObject({ facts: [], document: expect.any(String) });
  const { document } = done.json as { document: string };
  const back = await giulia.get(`/applications/${application}/documents/${document}`);
  expect(back.text).toBe('%PDF-1.7 ricevuta');
});

test.each<[string, () => Promise<unknown>, number, string]>([
  ['a paper for another step', () => upload(PAPER, { requirement: 'cre' }), 422, 'DOC-101'],
  ['an empty file', () => upload(Buffer.alloc(0), {}), 422, 'DOC-201'],
  ['a file over the limit', () => upload(Buffer.alloc(50 * MIB + 1), {}), 422, 'DOC-202'],
  [
    'a program named as one',
    () => upload(PAPER, { metadata: { filename: 'determina.pdf.exe' } }),
    422,
    'DOC-208',
  ],
  ['a file of a comune that is not one’s own', () => upload(PAPER, { as: 'paolo' }), 404, 'ACC-404'],
  ['a file by who only reads', () => upload(PAPER, { as: 'revisore' }), 403, 'ACC-05'],
  ['a file for nobody', () => upload(PAPER, { metadata: { actingBody: 'x' } }), 422, 'API-03'],
  ['an application that is none', () => upload(PAPER, { metadata: { application: '../x' } }), 422, 'API-03'],
  ['a file without sign-in', () => upload(PAPER, { headers: {} }), 401, 'ACC-03'],
])('%s is refused before its first byte', async (_what, uploading, status, code) => {
  expect(await tusRefusal(uploading())).toEqual({ status, code });
  expect(underWay()).toEqual([]);
});

test('an upload of unknown length is refused', async () => {
  const start = await fetch(`${api.url}/uploads`, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', 'upload-defer-length': '1', ...said({}), ...tokens.giulia },
  });
  expect(start.status).toBe(422);
  expect(await start.json()).toMatchObject({ code: 'DOC-204' });
});

test('another person’s upload is not there, under way or done', async () => {
  const url = await brokenOff(PAPER, 1);
  const done = (await upload(Buffer.from('%PDF-1.7 mio'), {})) as TusOutcome;
  for (const at of [url, done.url]) {
    for (const method of ['HEAD', 'GET', 'PATCH', 'DELETE']) {
      const headers = {
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        ...(method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream' } : {}),
      };
      const answer = await fetch(at, { method, headers: { ...headers, ...tokens.paolo } });
      expect([method, answer.status]).toEqual([method, 404]);
    }
  }
  // Its own person may give it up.
  const dropped = await fetch(url, {
    method: 'DELETE',
    headers: { 'tus-resumable': '1.0.0', ...tokens.giulia },
  });
  expect(dropped.status).toBe(204);
  expect(underWay()).toEqual([]);
});

test('what is refused at the end leaves nothing behind', async () => {
  const url = await brokenOff(PAPER, 512 * 1024);
  // Meanwhile the paper is no longer wanted: the application is closed.
  const marta = await signIn(api.url, 'marta@unione.example', demoPassword);
  const office = { actingBody: Object.values(marta.bodies)[0] };
  const facts = `/applications/${application}/facts`;
  const closed = await marta.post(facts, {
    ...office,
    type: 'application.closed',
    body: { reason: 'prova' },
  });
  expect(closed.status).toBe(201);
  expect(await tusRefusal(upload(PAPER, { uploadUrl: url }))).toEqual({ status: 409, code: 'CASO-01' });
  expect(underWay()).toEqual([]);
  await marta.post(facts, {
    ...office,
    type: 'fact.voided',
    corrects: closed.json.facts[0].id,
    body: { reason: 'era una prova' },
  });
});

test('at most twenty uploads of a person are left unfinished; what is a day old is removed', async () => {
  const begin = () =>
    fetch(`${api.url}/uploads`, {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '9', ...said({}), ...tokens.giulia },
    });
  for (let n = 0; n < 20; n += 1) expect((await begin()).status).toBe(201);
  const refused = await begin();
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: 'DOC-205' });
  const yesterday = Date.now() / 1000 - 25 * 3600;
  for (const name of underWay()) utimesSync(join(folder(), name), yesterday, yesterday);
  const { UploadFolder } = await import('../../apps/api/src/uploads/upload-folder.js');
  await new UploadFolder(folder()).sweep(Date.now());
  expect(underWay()).toEqual([]);
  expect(existsSync(join(folder(), 'done'))).toBe(true);
});

/** The header of an upload's metadata. */
function said(more: Record<string, string>): Record<string, string> {
  const metadata = { application, requirement: 'participationAct', actingBody: rivello(), ...more };
  const pairs = Object.entries(metadata).map(
    ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
  );
  return { 'upload-metadata': pairs.join(',') };
}
