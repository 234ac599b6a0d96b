import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;
let paolo: Desk;
let application: string;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  paolo = await signIn(product.url, 'paolo@trecchina.example', demoPassword);
  const { json } = await marta.post('/calls', {
    actingBody: union(),
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  application = json.applications[0].number;
});

afterAll(() => product?.stop());

const union = () => Object.values(marta.bodies)[0] ?? '';
const send = () => JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8'));

test('a document comes back byte for byte, under its name, to whoever may see it and to nobody else', async () => {
  const body = (await marta.get(`/applications/${application}`)).json.applicant.id;
  const filed = await marta.upload(
    `/applications/${application}/documents?requirement=proof&actingBody=${union()}&onBehalfOf=${body}&channel=pec`,
    'perché è così',
    { 'x-file-name': encodeURIComponent('../ricevuta è.pdf') },
  );
  const path = `/applications/${application}/documents/${filed.json.document}`;
  const back = await marta.get(path);
  expect(back.text).toBe('perché è così');
  expect(back.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''ricevuta%20%C3%A8.pdf");
  expect((await paolo.get(path)).status).toBe(404);
});

test('a stored file that was changed or lost is not given, by page or by command', async () => {
  const body = (await marta.get(`/applications/${application}`)).json.applicant.id;
  const query = `requirement=proof&actingBody=${union()}&onBehalfOf=${body}&channel=pec`;
  const { json } = await marta.upload(
    `/applications/${application}/documents?${query}`,
    'una ricevuta intera',
  );
  const path = `/applications/${application}/documents/${json.document}`;
  const place = join(product.dataFolder, 'documents', json.sha256.slice(0, 2), json.sha256);
  const verified = async () => {
    const env = {
      ...process.env,
      CAPOFILA_DATABASE_URL: product.database.urls.worker,
      CAPOFILA_DATA_DIR: product.dataFolder,
    };
    const command = ['dist/apps/cli/main.js', 'verify', '--documents', '--json'];
    const ran = await promisify(execFile)(process.execPath, command, { env }).catch(
      (error: { code: number; stdout: string }) => error,
    );
    return { code: 'code' in ran ? ran.code : 0, ...JSON.parse(ran.stdout) };
  };
  expect(await verified()).toMatchObject({ code: 0, spoilt: [] });

  await writeFile(place, 'una ricevuta altera');
  const changed = await marta.get(path);
  expect([changed.status, changed.json.code]).toEqual([500, 'DOC-302']);
  expect(await verified()).toMatchObject({ code: 1, spoilt: [{ sha256: json.sha256, state: 'changed' }] });

  await rm(place);
  const lost = await marta.get(path);
  expect([lost.status, lost.json.code]).toEqual([500, 'DOC-301']);
  expect(await verified()).toMatchObject({ code: 1, spoilt: [{ sha256: json.sha256, state: 'lost' }] });
});

test('a paper is shown only when its bytes are those of a PDF or an image; everything else stays a download', async () => {
  const body = (await marta.get(`/applications/${application}`)).json.applicant.id;
  const query = `requirement=proof&actingBody=${union()}&onBehalfOf=${body}&channel=pec`;
  const shown = async (content: string, type: string) => {
    const headers = { 'content-type': type };
    const { json } = await marta.upload(`/applications/${application}/documents?${query}`, content, headers);
    return marta.get(`/applications/${application}/documents/${json.document}?mostra=1`);
  };
  const pdf = await shown('%PDF-1.7 determina', 'application/octet-stream');
  expect(pdf.text).toBe('%PDF-1.7 determina');
  expect(Object.fromEntries(pdf.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline; /),
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; .*frame-ancestors 'self'; sandbox$/,
    ),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  const image = await shown('GIF89a', 'application/pdf');
  expect(image.headers.get('content-type')).toBe('image/gif');
  expect(image.headers.get('content-security-policy')).toMatch(/; sandbox$/);
  for (const [content, type] of [
    ['<script>alert(1)</script>', 'application/pdf'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ] as const) {
    const { headers } = await shown(content, type);
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
  }
});

test('the office loads a definition of its own; one with a dead end is refused with its place', async () => {
  const own = { ...send(), id: 'avviso-nostro' };
  expect((await marta.post('/definitions', { actingBody: union(), definition: own })).status).toBe(201);
  const dead = send();
  dead.stages.find((stage: { id: string }) => stage.id === 'decree').exits = [];
  const refused = await marta.post('/definitions', { actingBody: union(), definition: dead });
  expect(refused).toMatchObject({ status: 422, json: { code: 'DEF-00' } });
  expect(refused.json.fields).toContainEqual(expect.objectContaining({ path: 'stage decree' }));
});

test('the same version with another content is refused', async () => {
  const changed = { ...send(), title: 'Altro' };
  const refused = await marta.post('/definitions', { actingBody: union(), definition: changed });
  expect(refused.json.code).toBe('DEF-20');
});

test('the API describes itself in OpenAPI 3.1, every operation with an id and a summary', async () => {
  const { json } = await marta.get('/openapi.json');
  expect(json.openapi).toBe('3.1.0');
  const operations = Object.values(json.paths as Record<string, Record<string, object>>).flatMap(
    Object.values,
  );
  expect(operations.length).toBeGreaterThan(25);
  for (const operation of operations) {
    expect(operation).toMatchObject({ operationId: expect.any(String), summary: expect.any(String) });
  }
});

test('status needs no sign-in and says how things are', async () => {
  const answer = await fetch(`${product.url}/status`);
  expect(await answer.json()).toMatchObject({ status: 'ok' });
});
