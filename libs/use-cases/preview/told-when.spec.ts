import { MemoryDesk } from '../../../test/support/memory-desk.js';
import { MemoryMailStore } from '../../../test/support/memory-store.js';
import type { FactRequest } from '#contracts/fact-request.js';
import { localAt, localOf, type LocalDate } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { toldAt } from '../message/told-at.js';
import { PostBox } from '../post/post-box.js';
import { PreviewFact } from './preview-fact.js';

// The call ends on Friday 20 September 2024, for good.
let desk: MemoryDesk;
let box: PostBox;

beforeEach(async () => {
  desk = await MemoryDesk.launched();
  const office = { unionName: '', officeName: '', phone: '', email: 'ict@union.example', signature: '' };
  const words = { write: () => ({ subject: '', text: '', html: '' }) };
  box = new PostBox(new MemoryMailStore(desk.memory), desk.clock, words, {
    from: { name: 'U', address: 'ict@union.example' },
    office,
  });
});

const returned = {
  requirement: 'serviceList',
  document: 'list',
  verdict: 'returned' as const,
  reason: 'firma',
};

async function act(type: NewFact['type'], actor: string, body: object) {
  const { date, time } = localAt(desk.clock.moment);
  const when = { legalDate: date, legalTime: time, legalSource: 'received', channel: 'web' };
  const done = await desk.cases.record({ as: 'person', person: 'marta' }, desk.of['rivello'] ?? '', () => [
    { fact: { ...when, type, actor, body } as NewFact },
  ]);
  if (!done.ok) throw new Error(done.refused.code);
}

const moment = (at: string) => `${localOf(at).date} ${localOf(at).time.slice(0, 5)}`;

/** Everybody's post until a day; when the paper that came back was told. */
async function toldUntil(day: LocalDate): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const next = await Promise.all(
      ['giulia', 'marta', 'antonio', 'silvia', 'rocco'].map(async (person) => ({
        person,
        mail: await box.next(person),
      })),
    );
    const [first] = next
      .flatMap(({ person, mail }) => (mail === undefined ? [] : [{ person, ...mail }]))
      .toSorted((a, b) => a.waitMs - b.waitMs);
    if (first === undefined) return told;
    if (localAt(desk.clock.moment + first.waitMs).date > day) return told;
    desk.clock.moveTo(desk.clock.moment + first.waitMs);
    const mail = await box.claim(first.person, first.slot);
    if (mail === undefined) continue;
    const { id } = mail;
    const isTold = desk.memory.messages.some((each) => each.mail === id && each.kind === 'documentReturned');
    if (isTold) told.push(`${first.person} ${moment(new Date(desk.clock.moment).toISOString())}`);
    await box.settle(id, { kind: 'accepted', response: '' });
  }
}

test.each<[string, LocalDate, string, string]>([
  ['at 8:11 of a working day: at once', '2024-09-10', '08:11', '2024-09-10 08:11'],
  ['on a Friday, at once and not on Monday', '2024-09-13', '17:59', '2024-09-13 17:59'],
  ['in the evening: with the next morning’s digest', '2024-09-10', '19:30', '2024-09-11 08:00'],
  ['on a Saturday: on Monday', '2024-09-14', '10:00', '2024-09-16 08:00'],
  ['three days before the end, in the evening: at once', '2024-09-17', '20:10', '2024-09-17 20:10'],
  ['long before the end: with the digest of the day', '2024-08-21', '08:11', '2024-08-21 08:13'],
])('a paper sent back %s, as preview and list say and the post does', async (_name, date, time, wanted) => {
  desk.at('2024-08-20', '10:00');
  await act('milestone.recorded', 'antonio', {
    milestone: 'participation',
    data: {},
    proof: 'proof',
    outcome: 'yes',
  });
  desk.at(date, '07:00');
  await act('document.filed', 'giulia', {
    requirement: 'serviceList',
    document: 'list',
    sha256: 'a',
    bytes: 1,
    mediaType: 'application/pdf',
  });
  await desk.cases.look(desk.of['rivello'] ?? '');
  // The digest of the morning has gone where it is time for it.
  if (time > '08:00') await toldUntil(date === '2024-09-14' ? '2024-09-13' : date);
  desk.at(date, time);
  const request = { actingBody: 'union', channel: 'web', type: 'document.reviewed', body: returned };
  const preview = await new PreviewFact(desk.queries, desk.files, desk.clock).run(
    desk.actor('marta'),
    desk.of['rivello'] ?? '',
    request as FactRequest,
  );
  const foreseen = preview.messages.atOnce.map(({ sentence, on, at }) => `${sentence} ${on} ${at}`);
  expect(foreseen).toEqual([
    `Richiesta a giulia di correggere un documento: elenco dei due servizi di notifica da attivare. ${wanted}`,
  ]);

  await act('document.reviewed', 'marta', returned);
  const waiting = desk.memory.messages.filter((each) => each.state === 'pending' && each.mail === undefined);
  const sent = waiting.find((each) => each.kind === 'documentReturned');
  const hours = toldAt({ people: desk.memory.post(), waiting }, desk.clock.moment);
  expect(moment(hours.get(sent?.id ?? '') ?? '')).toBe(wanted);
  expect(await toldUntil('2024-09-19')).toEqual([`giulia ${wanted}`]);
});
