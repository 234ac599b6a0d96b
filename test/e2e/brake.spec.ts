import { type Desk, signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;
let actingBody: string;

beforeAll(async () => {
  // Mayors are written to at one o'clock: without the brake the invitations leave five minutes after the launch.
  product = await runProduct({ date: '2024-05-08', time: '12:55' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  actingBody = Object.values(marta.bodies)[0] ?? '';
});

afterAll(() => product?.stop());

const launch = async (comune: string): Promise<string> => {
  const { json } = await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: [comune],
    brake: true,
  });
  return json.call.number;
};
const messagesOf = async (call: string) => {
  const { json } = await marta.get(`/calls/${call}`);
  const { number } = json.applications[0];
  return (await marta.get(`/applications/${number}/messages`)).json.messages as {
    kind: string;
    deliverAt: string;
    state: string;
  }[];
};

test('a launch with a brake is annulled before anybody was told: its applications end, and no e-mail leaves', async () => {
  const call = await launch('076068');
  const page = (await marta.get(`/calls/${call}`)).json;
  expect(page.may.withdraw).toEqual({ actingBody });
  for (const { deliverAt } of await messagesOf(call)) {
    expect(Date.parse(deliverAt)).toBeGreaterThanOrEqual(Date.parse(page.brakeUntil));
  }
  const withdrawn = await marta.post(`/calls/${call}/withdrawal`, { actingBody, reason: 'avviso sbagliato' });
  expect([withdrawn.status, withdrawn.json.applications]).toEqual([201, 1]);
  const after = (await marta.get(`/calls/${call}`)).json;
  expect(after).toMatchObject({ withdrawn: true, may: {} });
  expect(after.applications[0]).toMatchObject({
    ended: true,
    sentence: 'Chiusa: avviso ritirato prima delle prime e-mail.',
  });
  expect(after.history.at(-1)).toMatchObject({ type: 'call.withdrawn', reason: 'avviso sbagliato' });
  const again = await marta.post(`/calls/${call}/withdrawal`, { actingBody, reason: 'ancora' });
  expect(again.json).toMatchObject({ status: 409, code: 'AVV-09' });
  await marta.post('/clock', { actingBody, to: { date: '2024-05-10', time: '13:01' } });
  // Each of its messages is looked at when its hour has come, and dropped.
  const states = async () => [...new Set((await messagesOf(call)).map((each) => each.state))];
  await eventually(async () => !(await states()).includes('pending'));
  expect(await states()).toEqual(['skipped']);
  expect(product.post.messages.filter((mail) => mail.text.includes('Rivello'))).toEqual([]);
});

test('once the brake is over a launch is not annulled any more; withdrawn, it tells who was written to, once', async () => {
  const call = await launch('076092');
  await marta.post('/clock', { actingBody, to: { date: '2024-05-13', time: '13:05' } });
  const mails = () => product.post.messages.filter((mail) => mail.text.includes('Trecchina'));
  await eventually(() => mails().length > 0);
  const invited = mails().length;
  expect(invited).toBeGreaterThan(0);
  const page = (await marta.get(`/calls/${call}`)).json;
  expect([page.brakeUntil, page.may.withdraw]).toEqual([undefined, { actingBody }]);
  const said = { actingBody, reason: 'avviso sbagliato' };
  const late = await marta.post(`/calls/${call}/withdrawal`, { ...said, withinBrake: true });
  expect(late.json).toMatchObject({ status: 409, code: 'AVV-14' });
  const preview = (await marta.post(`/calls/${call}/withdrawal/preview`, said)).json;
  expect(preview).toMatchObject({ moves: 1, stays: 0 });
  expect(preview.people).toBeGreaterThan(0);
  expect(preview.applications[0].sentence.after).toBe('Chiusa: l’Unione ha ritirato l’avviso.');
  expect((await marta.get(`/calls/${call}`)).json.withdrawn).toBe(false);
  const tag = { 'if-match': `"${page.seq}-${page.callSeq}"` };
  expect((await marta.post(`/calls/${call}/withdrawal`, said, tag)).status).toBe(201);
  // Decided after a jump it would wait for what else is decided in those minutes.
  const decided = async () => (await messagesOf(call)).filter((each) => each.kind === 'callNews').length;
  await eventually(async () => (await decided()) >= preview.people);
  expect(await decided()).toBe(preview.people);
  await marta.post('/clock', { actingBody, to: { date: '2024-05-14', time: '13:05' } });
  const told = () => mails().filter((mail) => mail.subject.includes('avviso ritirato'));
  await eventually(() => told().length >= preview.people);
  expect(told()).toHaveLength(preview.people);
});
