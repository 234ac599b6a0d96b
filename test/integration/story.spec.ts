import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { localAt } from '#domain/calendar/local-date.js';
import { holidayName } from '#domain/calendar/holiday.js';
import { PostgresClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresFilesInSight } from '#persistence/document/stored-files.js';
import { PostgresDeskQueries } from '#persistence/desk/desk-queries.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { rebuild } from '#use-cases/record/rebuild.js';
import { verifyChains } from '#use-cases/record/verify-chains.js';
import { asWorker } from '#persistence/scoped.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { actorOf } from '#use-cases/ports/people.js';
import { seedDemo } from '../../apps/cli/seed-demo.js';
import { p7m, pdf } from '../../apps/cli/story/story-file.js';
import { PDND } from '../../apps/cli/story/pdnd-story.js';
import { SEND } from '../../apps/cli/story/send-story.js';
import { SetClock } from '../support/set-clock.js';
import { copyStory, storyPlace, type ToldStory } from '../support/story.js';

let told: ToldStory;
let worker: DataSource;
/** The demo's mailbox, the oldest first. */
let mailbox: { file: string; date: string; to: string[]; subject: string }[];

beforeAll(async () => {
  told = await copyStory();
  worker = await openDataSource({ url: told.database.urls.worker });
  const index = await readFile(join(told.folder, 'mail', 'index.jsonl'), 'utf8');
  mailbox = index
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}, 300_000);

afterAll(async () => {
  await worker?.destroy();
  await told?.database.drop();
  await rm(told.folder, { recursive: true, force: true });
});

function query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return asWorker(worker, (manager) => manager.query(sql, parameters));
}

interface Line {
  name: string;
  attempt: number;
  label: string;
  overlays: string[];
  cents: string;
  ended: boolean;
  end_on: string | null;
  safe_end: string | null;
  missing: { requirement: string }[];
}

const LINES = `
  select b.name, a.attempt, a.wait ->> 'label' as label, a.overlays, a.amount_cents as cents, a.ended, a.end_on, a.safe_end
    from application a join body b on b.id = a.applicant_id join call c on c.id = a.call_id
   where c.definition_id = $1 order by b.name, a.attempt`;

const linesOf = (call: { id: string }) => query<Line>(LINES, [call.id]);

async function statesOf(call: { id: string }): Promise<Record<string, string>> {
  const states = (await linesOf(call)).map(({ name, attempt, label, overlays }) => [
    attempt === 1 ? name : `${name} (${attempt})`,
    [label, ...overlays].join(', '),
  ]);
  return Object.fromEntries(states) as Record<string, string>;
}

test('the nine comuni stand with PDND where the story says: one mayor has still to decide', async () => {
  expect(await statesOf(PDND)).toEqual({
    'Castelluccio Inferiore': 'Inviata, in attesa',
    'Castelluccio Superiore': 'In preparazione',
    Lagonegro: 'Inviata, in attesa',
    Latronico: 'Da firmare',
    Lauria: 'Da firmare',
    Maratea: 'Inviata, in attesa',
    Nemoli: 'Non partecipa',
    Rivello: 'Da decidere',
    Trecchina: 'In preparazione',
  });
});

test('the nine comuni stand with SEND where the story says', async () => {
  expect(await statesOf(SEND)).toEqual({
    'Castelluccio Inferiore': 'In mantenimento',
    'Castelluccio Superiore': 'In mantenimento',
    Lagonegro: 'Pagata',
    Latronico: 'In mantenimento',
    Lauria: 'Attende il pagamento, sampleCheck',
    Maratea: 'Pagata',
    Nemoli: 'Rinunciata',
    'Nemoli (2)': 'In preparazione',
    Rivello: 'CUP da inserire',
    Trecchina: 'In verifica',
  });
});

test('it is about 227.207 euro, five comuni have theirs', async () => {
  const live = (await linesOf(SEND)).filter((line) => !line.ended);
  expect(live.reduce((sum, line) => sum + Number(line.cents), 0)).toBe(22_720_700);
  const paid = await query(
    `select 1 from fact where type = 'milestone.recorded' and body ->> 'milestone' = 'payment'`,
  );
  expect(paid).toHaveLength(5);
});

test('Rivello has until today, officially until after Easter, and no other official end is so near', async () => {
  const lines = [...(await linesOf(SEND)), ...(await linesOf(PDND))];
  const near = lines.filter((line) => line.end_on !== null && line.end_on <= '2027-04-02' && !line.ended);
  expect(near.map(({ name, end_on, safe_end }) => [name, safe_end, end_on])).toEqual([
    // An internal term of the office, passed: no money is at risk with it.
    ['Lagonegro', '2027-03-17', '2027-03-17'],
    ['Rivello', '2027-03-26', '2027-03-28'],
    // The answer to the invitation to PDND, an internal term too.
    ['Rivello', '2027-04-01', '2027-04-01'],
  ]);
});

test('Lauria has 17 papers of 23, three of them not yet looked at', async () => {
  const definition = await readFile('data/demo/calls/send-demo-2027.v1.json', 'utf8');
  const { interrupts } = JSON.parse(definition) as { interrupts: { id: string; papers?: unknown[] }[] };
  expect(interrupts.find((each) => each.id === 'sampleCheck')?.papers).toHaveLength(23);
  const filed = await query<{ looked: boolean }>(
    `select exists (select 1 from fact r where r.stream_id = f.stream_id and r.type = 'document.reviewed'
              and r.body ->> 'document' = f.body ->> 'document') as looked
       from fact f where f.type = 'document.filed' and f.body ->> 'requirement' like 'sample%'`,
  );
  expect(filed).toHaveLength(17);
  expect(filed.filter((each) => !each.looked)).toHaveLength(3);
});

test('on the desk: a CUP with letters O, two people to telephone, one dead address', async () => {
  const notes = await query<{ note: string }>(`select detail ->> 'text' as note from fact_detail`);
  expect(notes.map((each) => each.note)).toContainEqual(expect.stringContaining('J81F2200384OO06'));
  const calls = await query<{ name: string; why: string | null }>(
    `select b.name, m.params ->> 'why' as why from message m join application a on a.id = m.application_id
       join body b on b.id = a.applicant_id where m.kind = 'officeCall' and m.deliver_at > '2027-03-20' order by b.name`,
  );
  expect(calls).toEqual([
    { name: 'Lagonegro', why: 'unanswered' },
    { name: 'Lauria', why: 'cannot' },
  ]);
  const dead = await query<{ to_address: string }>(`select to_address from mail where state <> 'sent'`);
  expect(dead).toEqual([{ to_address: 'sindaco@nemoli.example' }]);
});

test('Oggi, as Marta opens it: one sum at risk, two to call, three to look at, the round, one failed delivery', async () => {
  const app = await openDataSource({ url: told.database.urls.app });
  try {
    const people = new PostgresPeople(app);
    const [marta] = await query<{ id: string }>(`select id from person where email = 'marta@unione.example'`);
    const profile = await people.profileOf(marta?.id ?? '');
    if (profile === undefined) throw new Error('Marta is there');
    const clock = await PostgresClock.start(app, true);
    const today = await new ReadToday(new PostgresDeskQueries(app), new PostgresFilesInSight(app), clock).run(
      actorOf(profile),
    );
    expect(today.on).toBe('2027-03-26');
    expect(today.atRisk.cents).toBe(2_314_700);
    expect(today.now.map((line) => line.applicant.name)).toContain('Rivello');
    expect(today.phone.map((task) => [task.applicant, task.because])).toEqual([
      ['Lauria', 'cannot'],
      ['Lagonegro', 'silent'],
    ]);
    expect(today.review.map((task) => task.applicant)).toEqual(['Lauria', 'Lauria', 'Lauria']);
    expect(today.round.due).toBe(true);
    expect(today.round.lines.map((line) => line.applicant)).toContain('Trecchina');
    expect(today.failed.map((mail) => mail.address)).toEqual(['sindaco@nemoli.example']);
  } finally {
    await app.destroy();
  }
});

test('the office’s mail of a quarter to eight lists the calls and the dead address that Oggi shows', async () => {
  const mail = mailbox.findLast(
    ({ to, subject }) => to.includes('marta@unione.example') && subject.startsWith('Oggi'),
  );
  // The PEC to Rivello is put on record at two past eight only: its money is not at risk in this mail.
  expect(mail?.subject).toBe('Oggi: 1 da fare, 2 telefonate');
  const shown = await readFile(join(told.folder, 'mail', mail?.file.replace('.eml', '.json') ?? ''), 'utf8');
  const { text } = JSON.parse(shown) as { text: string };
  expect(text).toContain("Lagonegro · SEND: manca la reversale d'incasso.");
  expect(text).toContain('Da telefonare (2)');
  expect(text).toContain('Lauria · SEND: Ha chiesto di essere chiamato lunedì 22 marzo');
  expect(text).toContain('Lagonegro · SEND: Nessuna risposta ai promemoria, da martedì 23 marzo');
  expect(text).toContain('Consegne fallite (1)');
  expect(text).toContain('Michele Carlomagno (Nemoli): la casella sindaco@nemoli.example');
  const [, week = '', soon = ''] = text.split(/Questa settimana \(5\)|In arrivo \(1\)/);
  expect(week).toContain('entro venerdì 2 aprile');
  expect(week).not.toContain('6 aprile');
  expect(soon).toContain('Lauria · SEND: controllo a campione, mancano sei cose entro martedì 6 aprile.');
});

test('nobody got more mails a day than people may get, none at night or on a day off', async () => {
  const mails = await query<{ person_id: string; slot: string }>(`select person_id, slot from mail`);
  const digests = mails.filter(({ slot }) => /T\d\d:\d\d$/.test(slot));
  const ofDay = new Map<string, number>();
  for (const { person_id, slot } of digests) {
    const key = `${person_id} ${slot.slice(0, 10)}`;
    ofDay.set(key, (ofDay.get(key) ?? 0) + 1);
  }
  expect(Math.max(...ofDay.values())).toBeLessThanOrEqual(2);
  const sent = await query<{ sent_at: Date }>(`select sent_at from mail where sent_at is not null`);
  const hours = sent.map((mail) => localAt(mail.sent_at.getTime()));
  expect(hours.filter(({ time }) => time < '07:45' || time > '18:00')).toEqual([]);
  expect(hours.filter(({ date }) => holidayName(date) !== undefined)).toEqual([]);
});

test('every mail that went lies in the demo mailbox, with the date of the story', async () => {
  const [sent] = await query<{ count: number }>(`select count(*)::int from mail where state = 'sent'`);
  expect(mailbox).toHaveLength(sent?.count ?? -1);
  expect(mailbox.at(-1)?.date).toMatch(/^2027-03-26T07:02/);
});

test('a look at everything at five past eight decides nothing and sends nothing again', async () => {
  const clock = await PostgresClock.start(worker, true);
  expect(localAt(await clock.now())).toMatchObject({
    date: '2027-03-26',
    time: expect.stringMatching(/^08:0/),
  });
  const before = await query('select count(*) from fact');
  const record = new CaseRecord(new PostgresCaseStore(worker), clock);
  for (const { id } of await query<{ id: string }>('select id from application')) await record.look(id);
  expect(await query('select count(*) from fact')).toEqual(before);
  expect(await query(`select 1 from mail where state = 'sending'`)).toEqual([]);
  const due = await query(`select key from message where state = 'pending' and deliver_at <= $1`, [
    new Date(await clock.now()),
  ]);
  expect(due).toEqual([]);
});

test('every chain verifies', async () => {
  const { facts, broken, changed } = await verifyChains(new PostgresCaseStore(worker));
  expect([broken, changed]).toEqual([[], []]);
  expect(facts).toBeGreaterThan(200);
});

test('seeding again tells nothing again; a story left half-way is no demo', async () => {
  const place = storyPlace(told.database, told.folder, 'smtp://127.0.0.1:1');
  const again = await seedDemo(place);
  expect(again.story).toBeUndefined();
  expect(told.seeded.story?.acts).toBeGreaterThan(200);
  const owner = await openDataSource({ url: told.database.urls.owner });
  await owner.query('update clock_offset set seconds = seconds - 86400');
  await expect(seedDemo(place)).rejects.toThrow(/not told to its end.*--fresh/);
  await owner.query('update clock_offset set seconds = seconds + 86400');
  await owner.destroy();
});

test('the papers are real files', () => {
  const file = pdf('Determina «n. 12»', ['Città (prova)']);
  expect(file.subarray(0, 8).toString()).toBe('%PDF-1.4');
  const xref = Number(/startxref\n(\d+)/.exec(file.toString('latin1'))?.[1]);
  expect(file.subarray(xref, xref + 4).toString()).toBe('xref');
  const envelope = p7m(file);
  expect(envelope[0]).toBe(0x30);
  expect(envelope.includes(file)).toBe(true);
});

test('folding anew changes nothing, an hour, half a day and a day later, but where something falls due', async () => {
  const store = new PostgresCaseStore(worker);
  for (const [date, time] of [
    ['2027-03-26', '09:00'],
    ['2027-03-26', '17:30'],
    ['2027-03-27', '08:05'],
  ] as const) {
    const clock = SetClock.at(date, time);
    const due = await query<{ number: string }>('select number from application where next_moment <= $1', [
      new Date(await clock.now()),
    ]);
    const { changed } = await rebuild(store, clock);
    expect(changed.filter((each) => !due.some(({ number }) => number === each))).toEqual([]);
  }
});
