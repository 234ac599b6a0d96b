import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { UnionHistory } from '#contracts/union-history.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;
let giulia: Desk;
let auditor: Desk;
let union: string;
let rivello: string;

const person = (email: string) => signIn(product.url, email, demoPassword);

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  [marta, giulia, auditor] = await Promise.all([
    person('marta@unione.example'),
    person('giulia@rivello.example'),
    person('revisore@unione.example'),
  ]);
  union = Object.values(marta.bodies)[0] ?? '';
  rivello = Object.values(giulia.bodies)[0] ?? '';
  await marta.post('/calls', {
    actingBody: union,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: 'all',
    confirmed: ['callEnd'],
  });
});

afterAll(() => product?.stop());

const history = async (desk: Desk, query = ''): Promise<UnionHistory> =>
  (await desk.get(`/history?${query}`)).json;

async function note(text: string, officeOnly: boolean): Promise<void> {
  const { applications } = (await marta.get('/applications')).json;
  const own = applications.find((each: { applicant: { name: string } }) => each.applicant.name === 'Rivello');
  const { status } = await marta.post(`/applications/${own.number}/facts`, {
    actingBody: union,
    onBehalfOf: rivello,
    type: 'talk.logged',
    channel: 'phone',
    body: { kind: 'note', officeOnly },
    detail: { text },
  });
  expect(status).toBeLessThan(300);
}

test('the auditor reads all of it, the latest first, narrowed by what the address asks; a comune reads its own', async () => {
  await note('La segretaria torna lunedì.', true);
  await note('Ci mandano la delibera.', false);
  const all = await history(auditor);
  expect(all.facts).toHaveLength(12);
  expect(all.facts[0]).toMatchObject({
    reason: 'Ci mandano la delibera.',
    application: { applicant: 'Rivello' },
    call: { shortTitle: 'SEND' },
    certaintyInWords: 'dichiarato',
  });
  expect(all.facts[1]?.reason).toBe('La segretaria torna lunedì.');
  expect((await history(auditor, 'order=oldest')).facts.map(({ type }) => type).slice(0, 2)).toContain(
    'call.launched',
  );
  expect((await history(auditor, 'kind=talks')).facts).toHaveLength(2);
  expect((await history(auditor, 'body=Nemoli')).facts.map(({ type }) => type)).toEqual([
    'application.opened',
  ]);
  expect((await history(auditor, 'from=2024-05-09')).facts).toEqual([]);
  expect((await history(auditor, `person=${giulia.person}`)).facts).toEqual([]);
  expect(all.bodies).toHaveLength(9);
  const own = await history(giulia);
  expect(own.bodies).toEqual(['Rivello']);
  expect(own.facts.map(({ type }) => type).toSorted()).toEqual([
    'application.opened',
    'call.launched',
    'talk.logged',
  ]);
});

test('long histories come fifty facts at a time, none twice and none left out', async () => {
  for (let n = 0; n < 45; n += 1) await note(`Nota ${n}.`, false);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: UnionHistory = await history(auditor, after === '' ? '' : `after=${after}`);
    expect(page.facts.length).toBeLessThanOrEqual(50);
    seen.push(...page.facts.map(({ id }) => id));
    after = page.next;
  }
  expect(seen.length).toBeGreaterThan(50);
  expect(new Set(seen).size).toBe(seen.length);
});

test('a cursor that names no fact is refused in words', async () => {
  for (const after of [
    `2027-13-45T99:99:99.999Z_${'-'.repeat(36)}`,
    `2027-03-26T07:02:00.000Z_${'a'.repeat(36)}`,
  ]) {
    const { status, json } = await auditor.get(`/history?after=${encodeURIComponent(after)}`);
    expect([status, json.code]).toEqual([422, expect.stringMatching(/^[A-Z]+-\d+$/)]);
  }
});

test('from the files alone every chain can be computed again, up to its head; a comune has no such files', async () => {
  const file = async (name: string) => rowsOf((await auditor.get(`/history/${name}.csv`)).text);
  const [facts, chains, applications] = await Promise.all([
    file('facts'),
    file('chains'),
    file('applications'),
  ]);
  const heads = new Map<string, string>();
  for (const row of facts) {
    const { hash, ...sealed } = sealedOf(row);
    const previous = heads.get(sealed.streamId) ?? '';
    const again = createHash('sha256')
      .update(canonicalize({ previous, ...sealed }) ?? '')
      .digest('hex');
    expect(again).toBe(hash);
    heads.set(sealed.streamId, again);
  }
  expect(chains).toHaveLength(10);
  for (const row of chains) expect(heads.get(row['Catena'] ?? '')).toBe(row["Impronta dell'ultimo fatto"]);
  expect(applications.map((row) => row['Comune'])).toContain('Rivello');
  for (const row of applications)
    expect(row['Che importo è']).toMatch(/^(stimati|richiesti|decretati|incassati)$/);
  for (const name of ['facts', 'chains', 'applications']) {
    expect((await giulia.get(`/history/${name}.csv`)).status).toBeGreaterThanOrEqual(403);
  }
});

/** As the page says it: empty cells are null, `seq` and `v` numbers, the body JSON. */
function sealedOf(row: Record<string, string>) {
  const text = (name: string) => row[name] ?? '';
  const some = (name: string) => (text(name) === '' ? null : text(name));
  return {
    id: text('id'),
    streamId: text('streamId'),
    unionId: text('unionId'),
    seq: Number(text('seq')),
    type: text('type'),
    v: Number(text('v')),
    legalDate: text('legalDate'),
    legalTime: some('legalTime'),
    legalSource: text('legalSource'),
    recordedAt: text('recordedAt'),
    actorId: some('actorId'),
    onBehalfOf: some('onBehalfOf'),
    channel: text('channel'),
    body: JSON.parse(text('body')) as unknown,
    corrects: some('corrects'),
    detailHash: some('detailHash'),
    hash: text('hash'),
  };
}

/** Rows of a CSV by the names of its columns. */
function rowsOf(csv: string): Record<string, string>[] {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...`;${line}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/g)].map((cell) =>
        (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'),
      ),
    );
  const [head = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n] ?? ''])));
}
