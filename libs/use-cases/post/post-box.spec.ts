import { MemoryDesk } from '../../../test/support/memory-desk.js';
import { MemoryMailStore } from '../../../test/support/memory-store.js';
import { epochMs, instantAt, localAt } from '#domain/calendar/local-date.js';
import { LetterWriter, type Letter } from '../ports/letter-writer.js';
import type { SendOutcome } from '../ports/mailer.js';
import { PostBox } from './post-box.js';

class Words extends LetterWriter {
  override write({ items, answers }: Letter) {
    const text = `${items.map((each) => each.message.kind).join(', ')} ${answers ?? ''}`;
    return { subject: 'Da fare', text, html: text };
  }
}

let desk: MemoryDesk;
let box: PostBox;

beforeEach(async () => {
  desk = await MemoryDesk.launched();
  box = new PostBox(new MemoryMailStore(desk.memory), desk.clock, new Words(), {
    from: { name: 'Ufficio', address: 'ict@union.example' },
    office: { unionName: '', officeName: 'Ufficio', phone: '', email: 'ict@union.example', signature: '' },
    answersUrl: 'https://capofila.example',
  });
});

/** Goes to the next hour of somebody's post. */
async function toTheHour(person: string) {
  const next = await box.next(person);
  if (next === undefined) throw new Error('nothing waits');
  desk.clock.moveTo(desk.clock.moment + next.waitMs);
  return next.slot;
}

/** Who hears of an address that takes no mail. */
function toldOfDead(): string[] {
  return desk.memory.messages
    .filter((each) => each.kind === 'officeNews' && each.body.news === 'deadAddress')
    .map((each) => each.person);
}

test('the mayor is written to at one of the mayor’s hours, and the same hour gives the same mail', async () => {
  const slot = await toTheHour('antonio');
  expect(['08:00', '13:00']).toContain(localAt(desk.clock.moment).time.slice(0, 5));
  const mail = await box.claim('antonio', slot);
  expect(mail).toMatchObject({ to: { address: 'antonio@comuni.example' }, subject: 'Da fare' });
  expect(await box.claim('antonio', slot)).toEqual(mail);
  await box.settle(mail?.id ?? '', { kind: 'accepted', response: '' });
  expect(await box.claim('antonio', slot)).toBeUndefined();
});

test('an hour that has not come, or that is another one, gives no mail', async () => {
  const next = await box.next('antonio');
  expect(await box.claim('antonio', next?.slot ?? '')).toBeUndefined();
  await toTheHour('antonio');
  expect(await box.claim('antonio', '2024-05-08T00:00')).toBeUndefined();
  expect(desk.memory.mails).toEqual([]);
});

test('what was done meanwhile is left out with its reason, and an empty mail is none', async () => {
  const slot = await toTheHour('antonio');
  const { date, time } = localAt(desk.clock.moment);
  await desk.cases.record({ as: 'person', person: 'antonio' }, desk.of['rivello'] ?? '', () => [
    {
      fact: {
        type: 'milestone.recorded',
        legalDate: date,
        legalTime: time,
        legalSource: 'received',
        channel: 'web',
        actor: 'antonio',
        body: { milestone: 'participation', data: {}, proof: 'proof', outcome: 'no' },
      },
    },
  ]);
  expect(await box.claim('antonio', slot)).toBeUndefined();
  const left = desk.memory.messages.filter((each) => each.person === 'antonio' && each.kind === 'invitation');
  expect(left).toMatchObject([{ state: 'skipped', why: 'ended' }]);
});

test.each<[SendOutcome, string, string | undefined]>([
  [{ kind: 'accepted', response: '' }, 'sent', undefined],
  [{ kind: 'retry', code: '451', response: '' }, 'sending', undefined],
  [{ kind: 'dead', code: '550', response: '' }, 'dead', 'deadAddress'],
  [{ kind: 'refused', code: '554', response: '' }, 'failed', 'deadAddress'],
])(
  'after %j the mail is %s, and today’s officers hear of what cannot arrive',
  async (outcome, state, news) => {
    const mail = await box.claim('antonio', await toTheHour('antonio'));
    await box.settle(mail?.id ?? '', outcome);
    const [row] = desk.memory.mails;
    expect(row?.state).toBe(state);
    // The secret of a quick answer stays only while the mail may still go.
    expect(/risposte\/[\w-]{20,}/.test(row?.textBody ?? '')).toBe(state === 'sending');
    expect(toldOfDead()).toEqual(news === undefined ? [] : ['marta', 'rocco']);
  },
);

test('a mail that was tried for days is given up', async () => {
  const slot = await toTheHour('antonio');
  await box.claim('antonio', slot);
  desk.at('2024-05-13');
  await box.giveUp('antonio', slot);
  expect(desk.memory.mails[0]).toMatchObject({ state: 'failed', smtpCode: null });
});

test('a mail that has gone is not settled anew, and one that has failed is told of once', async () => {
  const first = await toTheHour('antonio');
  const sent = await box.claim('antonio', first);
  await box.settle(sent?.id ?? '', { kind: 'accepted', response: '' });
  const kept = structuredClone(desk.memory.mails);
  await box.settle(sent?.id ?? '', { kind: 'refused', code: '554', response: '' });
  await box.giveUp('antonio', first);
  expect(desk.memory.mails).toEqual(kept);
  const second = await toTheHour('silvia');
  const dead = await box.claim('silvia', second);
  for (const code of ['550', '554']) {
    await box.settle(dead?.id ?? '', { kind: 'dead', code, response: '' });
  }
  await box.settle(dead?.id ?? '', { kind: 'accepted', response: '' });
  expect(desk.memory.mails).toMatchObject([{}, { state: 'dead', attempts: 1, smtpCode: 550 }]);
  expect(toldOfDead()).toEqual(['marta', 'rocco']);
});

test('a digest waits for cases that were slept over, so that one mail holds all of them', async () => {
  // The office telephones whoever was silent for eight working days; nobody worked from 6:00 to 8:05.
  desk.at('2024-05-20', '08:05');
  await desk.cases.look(desk.of['rivello'] ?? '');
  desk.at('2024-05-20', '08:10');
  expect(await box.next('marta')).toMatchObject({ waitMs: 5_000 });
  await desk.cases.look(desk.of['trecchina'] ?? '');
  desk.at('2024-05-20', '08:13');
  const next = await box.next('marta');
  expect(next?.waitMs).toBe(0);
  const mail = await box.claim('marta', next?.slot ?? '');
  expect(mail?.text).toBe('officeCall, officeCall ');
});

test('but for no longer than two minutes', async () => {
  desk.at('2024-05-20', '08:05');
  await desk.cases.look(desk.of['rivello'] ?? '');
  desk.at('2024-05-20', '08:10');
  expect(await box.next('marta')).toMatchObject({ waitMs: 5_000 });
  desk.at('2024-05-20', '08:13');
  expect(await box.next('marta')).toMatchObject({ waitMs: 0 });
});

test('nobody is written to who has nothing to be told', async () => {
  expect(await box.next('carlo')).toBeUndefined();
  expect(epochMs(instantAt('2024-05-08', '10:00'))).toBe(desk.clock.moment);
});
