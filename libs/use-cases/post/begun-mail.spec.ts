import { MemoryDesk } from '../../../test/support/memory-desk.js';
import { MemoryMailStore } from '../../../test/support/memory-store.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { LetterWriter, type Letter } from '../ports/letter-writer.js';
import type { SendOutcome } from '../ports/mailer.js';
import { PostBox } from './post-box.js';

/** Says of what it is, and of how much that has happened. */
class Words extends LetterWriter {
  override write({ items, answers, replaces }: Letter) {
    const things = items.map(({ comune, message, facts }) => `${comune} ${message.kind} ${facts.length}`);
    const text = [...(replaces === true ? ['sostituisce'] : []), ...things, answers ?? ''].join('\n');
    return { subject: 'Da fare', text, html: text };
  }
}

const UNKNOWN: SendOutcome = { kind: 'retry', code: 'ETIMEDOUT', response: '' };
const AWAY: SendOutcome = { kind: 'retry', code: 'ESOCKET', response: '', unreached: true };
const LATER: SendOutcome = { kind: 'retry', code: '451 4.3.0', response: '' };
const TAKEN: SendOutcome = { kind: 'accepted', response: '' };

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

async function look() {
  for (const id of Object.values(desk.of)) await desk.cases.look(id);
}

async function act(comune: string, fact: Pick<NewFact, 'type' | 'body'>) {
  const { date, time } = localAt(desk.clock.moment);
  const on = { legalDate: date, legalTime: time, legalSource: 'received', channel: 'web', actor: 'marta' };
  const done = await desk.cases.record({ as: 'person', person: 'marta' }, desk.of[comune] ?? '', () => [
    { fact: { ...on, ...fact } as NewFact },
  ]);
  if (!done.ok) throw new Error(done.refused.code);
}

const answers = (outcome: 'yes' | 'no') =>
  ({
    type: 'milestone.recorded',
    body: { milestone: 'participation', data: {}, proof: 'proof', outcome },
  }) as const;

/** To somebody's next hour, and the mail of that hour is tried. */
async function firstTry(person: string, outcome: SendOutcome) {
  const next = await box.next(person);
  if (next === undefined) throw new Error('nothing waits');
  desk.clock.moveTo(desk.clock.moment + next.waitMs);
  return { slot: next.slot, mail: await tried(person, next.slot, outcome) };
}

async function tried(person: string, slot: string, outcome: SendOutcome) {
  const mail = await box.claim(person, slot);
  if (mail !== undefined) await box.settle(mail.id, outcome);
  return mail;
}

/** The office's digest about two comuni that are silent, tried once. */
async function officeMorning(outcome: SendOutcome) {
  desk.at('2024-05-20', '07:00');
  await look();
  const { slot, mail } = await firstTry('marta', outcome);
  expect(mail?.text).toContain('Rivello officeCall');
  expect(mail?.text).toContain('Trecchina officeCall');
  return { slot, first: mail };
}

test.each([
  ['was not there', AWAY],
  ['asked to wait', LATER],
])(
  'what was done while the mail server %s is left out, under the same Message-ID',
  async (_name, outcome) => {
    const { slot, first } = await officeMorning(outcome);
    await act('rivello', answers('yes'));
    const second = await tried('marta', slot, TAKEN);
    expect(second?.text).toContain('Trecchina officeCall');
    expect(second?.text).not.toContain('Rivello');
    expect(second?.text).not.toContain('sostituisce');
    expect(second?.messageId).toBe(first?.messageId);
    const left = desk.memory.messages.filter((each) => each.person === 'marta' && each.why === 'done');
    expect(left).toMatchObject([{ kind: 'officeCall', state: 'skipped' }]);
  },
);

test('what was changed after a try of which nobody knows the end goes as another mail, which says so', async () => {
  const { slot, first } = await officeMorning(UNKNOWN);
  await act('rivello', answers('yes'));
  const second = await tried('marta', slot, LATER);
  expect(second?.messageId).not.toBe(first?.messageId);
  expect(second).toMatchObject({ replaces: first?.messageId, date: desk.clock.moment });
  expect(second?.text).toMatch(/^sostituisce\nTrecchina officeCall/);
  // Refused for sure, so what changes now goes under this second name; it still comes instead of the first.
  await act('trecchina', answers('yes'));
  desk.memory.takeWakes();
  expect(await tried('marta', slot, TAKEN)).toBeUndefined();
  const left = desk.memory.messages.filter((each) => each.person === 'marta' && each.kind === 'officeCall');
  expect(left).toMatchObject([
    { state: 'skipped', why: 'perhaps done' },
    { state: 'skipped', why: 'perhaps done' },
  ]);
  // What was perhaps read is looked at again, for whoever must hear that it has changed.
  expect(desk.memory.takeWakes()).toContainEqual({ kind: 'application', target: desk.of['trecchina'] });
});

test('a try that died leaves nobody knowing its end, and with nothing changed the same mail goes', async () => {
  desk.at('2024-05-20', '07:00');
  await look();
  const next = await box.next('marta');
  desk.clock.moveTo(desk.clock.moment + (next?.waitMs ?? 0));
  const first = await box.claim('marta', next?.slot ?? '');
  expect(await box.claim('marta', next?.slot ?? '')).toEqual(first);
  await act('rivello', answers('yes'));
  const third = await box.claim('marta', next?.slot ?? '');
  expect(third?.replaces).toBe(first?.messageId);
});

test('a mail of which nothing holds any more does not go, and its hour is free', async () => {
  const { slot, mail } = await firstTry('antonio', AWAY);
  expect(mail?.text).toContain('Rivello invitation');
  await act('rivello', answers('no'));
  expect(await tried('antonio', slot, TAKEN)).toBeUndefined();
  expect(desk.memory.mails).toMatchObject([{ personId: 'antonio', state: 'dropped' }]);
  expect(desk.memory.mails[0]?.textBody).not.toMatch(/risposte\/[\w-]{20,}/);
  expect(await box.next('antonio')).toBeUndefined();
  expect(desk.memory.post().used.get('antonio')).toBeUndefined();
});

test('with the words the key of the quick answers is made anew', async () => {
  const key = (text = '') => /risposte\/([\w-]+)/.exec(text)?.[1];
  const { slot, first } = await officeMorning(AWAY);
  // Of two things one answer would be about neither.
  expect(key(first?.text)).toBeUndefined();
  await act('rivello', answers('yes'));
  const one = await tried('marta', slot, AWAY);
  expect(key(one?.text)).toMatch(/^[\w-]{20,}$/);
  expect(key((await tried('marta', slot, AWAY))?.text)).toBe(key(one?.text));
  await act('trecchina', { type: 'outside.checked', body: {} });
  const other = await tried('marta', slot, AWAY);
  expect(key(other?.text)).not.toBe(key(one?.text));
  expect(key(other?.text)).toMatch(/^[\w-]{20,}$/);
});
