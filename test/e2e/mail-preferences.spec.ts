import { type Desk, signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let gerardo: Desk;
let application: string;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  const marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  gerardo = await signIn(product.url, 'gerardo@lauria.example', demoPassword);
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076042'],
  });
  application = json.applications[0].number;
  await marta.post(`/applications/${application}/facts`, {
    actingBody,
    onBehalfOf: gerardo.bodies['Lauria'] ?? '',
    channel: 'phone',
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes' },
  });
});

afterAll(() => product?.stop());

async function file(content: string): Promise<void> {
  const query = new URLSearchParams({
    requirement: 'participationAct',
    actingBody: gerardo.bodies['Lauria'] ?? '',
  });
  const filed = await gerardo.upload(`/applications/${application}/documents?${query.toString()}`, content);
  expect(filed.status).toBe(201);
}

/** What became of the confirmations, the oldest first; asked until none waits. */
async function confirmations(count: number): Promise<{ state: string; why: string | null }[]> {
  let rows: { state: string; why: string | null }[] = [];
  await eventually(async () => {
    rows = await product.source.query(
      `select state, why from message where kind = 'documentFiled' and person_id = $1 order by decided_at, id`,
      [gerardo.person],
    );
    return rows.length === count && rows.every(({ state }) => state !== 'pending');
  });
  return rows;
}

test('who does without confirmations gets none, and the record says why; who wants them again gets them', async () => {
  await file('la prima ricevuta');
  await confirmations(1);
  expect((await gerardo.put('/me/mail-preferences', { confirmations: false })).status).toBe(204);
  await file('la seconda ricevuta');
  await confirmations(2);
  expect((await gerardo.put('/me/mail-preferences', { confirmations: true })).status).toBe(204);
  await file('la terza ricevuta');
  expect(await confirmations(3)).toEqual([
    { state: 'sent', why: null },
    { state: 'skipped', why: 'not wanted' },
    { state: 'sent', why: null },
  ]);
  const mails = product.post.messages.filter((mail) => mail.to.includes('gerardo@lauria.example'));
  expect(mails.filter((mail) => mail.subject.startsWith('Ricevuto'))).toHaveLength(2);
});
