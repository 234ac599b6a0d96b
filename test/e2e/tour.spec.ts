import { type StepName, type Story, tour } from '../../apps/demo/tour.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
const said: string[] = [];
let story: Story;
const seen: Partial<Record<StepName, { stages: Record<string, string>; mails: number }>> = {};

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-07', time: '07:30' });
  story = await tour({
    url: product.url,
    password: demoPassword,
    say: (line) => said.push(line),
    after: async (step, { desks }) => {
      const { json } = await desks.marta.get('/applications');
      const stages = json.applications.map((each: { number: string; label: string }) => [
        each.number,
        each.label,
      ]);
      seen[step] = { stages: Object.fromEntries(stages), mails: product.post.messages.length };
    },
  }).catch((error: unknown) => {
    throw new Error(`${said.join('\n')}\n${String(error)}`);
  });
});

afterAll(() => product?.stop());

const stageOf = (step: StepName, comune: string) => seen[step]?.stages[story.numbers[comune] ?? ''];
const mailsTo = (address: string) => product.post.messages.filter((mail) => mail.to[0] === address);

test('the office launches for nine comuni', () => {
  expect(Object.keys(story.numbers)).toHaveLength(10);
  expect(Object.values(seen.launched?.stages ?? {})).toEqual(Array.from({ length: 9 }, () => 'Da decidere'));
});

test('each mayor is invited once, with the amount of the own comune', () => {
  const invited = mailsTo('antonio@rivello.example').filter((mail) => mail.text.includes('23.147 euro'));
  expect(invited.length).toBeGreaterThan(0);
  expect(mailsTo('sindaco@lauria.example')[0]?.text).toContain('32.589 euro');
});

test('the comuni decide', () => {
  expect(stageOf('decided', 'Rivello')).toBe('In preparazione');
  expect(stageOf('decided', 'Nemoli')).toBe('Non partecipa');
  expect(stageOf('decided', 'Lauria')).toBe('In preparazione');
  expect(stageOf('decided', 'Maratea')).toBe('Da decidere');
});

test('an upload is confirmed by mail at once, as a confirmation and not as a protocol', () => {
  const confirmation = mailsTo('giulia@rivello.example').find((mail) =>
    mail.text.includes('conferma di caricamento'),
  );
  expect(confirmation?.subject).toContain('Rivello');
});

test('"Inviata" only with the proof of the official sending', () => {
  expect(stageOf('filed', 'Rivello')).toBe('Inviata, in attesa');
});

test('a PEC registered late starts the CUP term at its delivery', async () => {
  expect(stageOf('admitted', 'Rivello')).toBe('CUP da inserire');
  const { json } = await story.desks.marta.get(`/applications/${story.numbers['Rivello']}`);
  const cup = json.terms.find((term: { id: string }) => term.id === 'cupEntry');
  // As corrected afterwards: delivered on Thursday 25 July.
  expect(cup).toMatchObject({ start: '2024-07-25', end: '2024-07-30', status: 'met' });
  const first = product.post.messages.find((mail) =>
    mail.subject.includes('inserire il CUP entro venerdì 26 luglio'),
  );
  expect(first?.text).toContain('29 luglio');
});

test('whoever had the wrong date of the CUP is told the right one once', () => {
  const corrections = mailsTo('giulia@rivello.example').filter((mail) =>
    mail.text.includes('data sbagliata'),
  );
  expect(corrections).toHaveLength(1);
  expect(corrections[0]?.text).toContain('30 luglio');
});

test('a CUP with letters O is refused with a suggestion, and nothing is recorded', () => {
  expect(story.answers['wrongCup']?.json).toMatchObject({ status: 422, code: 'CUP-03' });
  expect(story.answers['wrongCup']?.json.detail).toContain('J81F22003840006');
});

test('the extension is told once to whoever had the old date', () => {
  const told = mailsTo('paolo@trecchina.example').filter((mail) => mail.subject.includes('prorogato'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('6 dicembre');
  expect(told[0]?.text).toContain('20 settembre');
});

test('a withdrawn comune applies again only after the decree', () => {
  expect(stageOf('withdrawn', 'Trecchina')).toBe('Rinunciata');
  expect(stageOf('withdrawn', 'Trecchina (2)')).toBe('Da decidere');
});

test('Rivello is paid and goes into maintenance', async () => {
  expect(stageOf('paid', 'Rivello')).toBe('In mantenimento');
  const { json } = await story.desks.marta.get(`/applications/${story.numbers['Rivello']}`);
  const values = json.values.map((each: { name: string; value: unknown }) => [each.name, each.value]);
  expect(Object.fromEntries(values)).toMatchObject({ paidCents: 2_314_700, cup: 'J81F22003840006' });
  expect(json).toMatchObject({ end: '2030-12-31', amountCents: 2_314_700, amountWord: 'collected' });
});

test('told a second time, it says at once how to start anew, and launches nothing', async () => {
  const before = (await story.desks.marta.get('/calls')).json;
  const again = tour({ url: product.url, password: demoPassword, say: () => undefined });
  await expect(again).rejects.toThrow(/ULL-2024-A01.*npm run demo -- --fresh/);
  expect((await story.desks.marta.get('/calls')).json).toEqual(before);
});

test('nobody got two e-mails with one Message-ID, nor two digests in one morning', () => {
  const ids = product.post.messages.map((mail) => mail.messageId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('another comune’s referent sees none of it', async () => {
  const { paolo } = story.desks;
  expect((await paolo.get(`/applications/${story.numbers['Rivello']}`)).status).toBe(404);
  expect((await paolo.get('/applications')).json.applications).toHaveLength(2);
});
