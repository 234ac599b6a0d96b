import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '#domain/access/can.js';
import type { NewFact } from '#domain/fact/fact.js';
import { PostgresCaseFiles } from '#persistence/application/case-files.js';
import { PostgresCaseQueries } from '#persistence/application/case-queries.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresFilesInSight } from '#persistence/document/stored-files.js';
import { PostgresDeskQueries } from '#persistence/desk/desk-queries.js';
import { PostgresMailQueries } from '#persistence/message/mail-queries.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { rebuild } from '#use-cases/record/rebuild.js';
import { ListApplications } from '#use-cases/desk/list-applications.js';
import { MakeRound } from '#use-cases/desk/make-round.js';
import { ListMessages } from '#use-cases/message/list-messages.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { actorOf } from '#use-cases/ports/people.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { launchCall, type LaunchedCall } from '../../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { SetClock } from '../../support/set-clock.js';

let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let owner: DataSource;
let union: MadeUpUnion;
let launched: LaunchedCall;
let clock: SetClock;
let record: CaseRecord;

beforeEach(async () => {
  database = await createTestDatabase();
  app = await openDataSource({ url: database.urls.app, poolSize: 3 });
  worker = await openDataSource({ url: database.urls.worker, poolSize: 2 });
  owner = await openDataSource({ url: database.urls.owner, poolSize: 1 });
  union = await makeUpUnion(database.urls.owner);
  clock = SetClock.at('2024-05-08');
  record = new CaseRecord(new PostgresCaseStore(app), clock);
  launched = await launchCall(app, record, union);
});

afterEach(async () => {
  await Promise.all([app, worker, owner].map((source) => source?.destroy()));
  await database?.drop();
});

const who = (name: string) => union.people[name] ?? '';
const id = (comune: string) => launched.applications[comune]?.id ?? '';
const actor = async (name: string): Promise<Actor> => {
  const profile = await new PostgresPeople(app).profileOf(who(name));
  if (profile === undefined) throw new Error(name);
  return actorOf(profile);
};
const list = async (name: string) =>
  (await new ListApplications(new PostgresDeskQueries(app), clock).run(await actor(name))).applications;
const today = async (name = 'deskOfficer') =>
  new ReadToday(new PostgresDeskQueries(app), new PostgresFilesInSight(app), clock).run(await actor(name));

async function act(by: string, comune: string, fact: object, detail?: Record<string, unknown>) {
  const at = await clock.read();
  const day = new Date(at.now).toISOString().slice(0, 10);
  const done = await record.record({ as: 'person', person: who(by) }, id(comune), () => [
    {
      fact: {
        legalDate: day,
        legalSource: 'received',
        channel: 'web',
        actor: who(by),
        ...fact,
      } as unknown as NewFact,
      ...(detail === undefined ? {} : { detail }),
    },
  ]);
  if (!done.ok) throw new Error(`${done.refused.code}: ${done.refused.detail}`);
}

const milestone = (name: string, more: object = {}) => ({
  type: 'milestone.recorded',
  body: { milestone: name, data: {}, ...more },
});

test('the office reads whose turn it is, with names and telephones; a comune its own, without', async () => {
  const all = await list('deskOfficer');
  expect(all.map((each) => [each.applicant.name, each.slug, each.sign])).toEqual([
    ['Rivello', 'rivello-send-2024', 'onTime'],
    ['Trecchina', 'trecchina-send-2024', 'onTime'],
  ]);
  expect(all[0]).toMatchObject({
    label: 'Da decidere',
    call: { slug: 'send-2024', shortTitle: 'SEND' },
    amountCents: 2_314_700,
    amountWord: 'estimated',
    missing: ['la decisione di partecipare'],
    sentence: expect.stringContaining('Aspetta la decisione di partecipare da Rivello'),
  });
  expect(all[0]?.who).toEqual([
    {
      name: 'legalRepresentative Rivello',
      role: 'legalRepresentative',
      roleInWords: 'sindaco',
      away: false,
      phone: '0973 1',
    },
  ]);
  const own = await list('referent@Trecchina');
  expect(own.map((each) => each.applicant.name)).toEqual(['Trecchina']);
  expect(own[0]?.who.map((each) => [each.name, each.phone])).toEqual([
    ['legalRepresentative Trecchina', undefined],
  ]);
});

test('who is away stands in the line with who stands in', async () => {
  await owner.query(
    `insert into absence (person_id, union_id, from_date, to_date, substitute_id)
     values ($1, $2, '2024-05-08', '2024-05-20', $3)`,
    [who('legalRepresentative@Rivello'), union.id, who('referent@Rivello')],
  );
  const [line] = await list('deskOfficer');
  expect(line?.who[0]).toMatchObject({
    name: 'legalRepresentative Rivello',
    away: true,
    substitute: { name: 'referent Rivello', roleInWords: 'referente' },
  });
});

test('an application is found by its id, its number and its address, a call too', async () => {
  const queries = new PostgresCaseQueries(app);
  const { number } = launched.applications['Rivello'] ?? {};
  for (const name of [id('Rivello'), number ?? '', 'rivello-send-2024']) {
    expect(await queries.find(who('deskOfficer'), name)).toMatchObject({ id: id('Rivello') });
  }
  expect(await queries.findCall(who('deskOfficer'), 'send-2024')).toMatchObject({ id: launched.call });
  expect(await queries.find(who('referent@Trecchina'), 'rivello-send-2024')).toBeUndefined();
});

test('a second attempt has an address of its own', async () => {
  await act('deskOfficer', 'Rivello', { type: 'application.closed', body: { reason: 'prova' } });
  const again = await record.apply({ as: 'person', person: who('deskOfficer') }, launched.call, {
    body: union.comuni['Rivello'] ?? '',
    amountCents: 1,
    participants: [],
  });
  expect(again).toMatchObject({ ok: true, value: { slug: 'rivello-send-2024-2' } });
});

test('a list tells what the row keeps; a look fills it anew, and then rebuild finds nothing to change', async () => {
  await owner.query(`update application set glance = glance || '{"asked": [], "party": "none"}'`);
  const [before] = await list('deskOfficer');
  expect(before).toMatchObject({ label: 'Da decidere', amountCents: 2_314_700, missing: [] });
  await new CaseRecord(new PostgresCaseStore(worker), clock).look(id('Rivello'));
  const [after] = await list('deskOfficer');
  expect(after).toMatchObject({ missing: ['la decisione di partecipare'], party: 'comune' });
  await new CaseRecord(new PostgresCaseStore(worker), clock).look(id('Trecchina'));
  await owner.query(
    `update clock_offset set seconds = extract(epoch from timestamptz '2024-05-08 09:00+02' - now())`,
  );
  expect((await rebuild(new PostgresCaseStore(worker), clock)).changed).toEqual([]);
});

test('no phone rings before somebody asks; who cannot is called, until a call reaches somebody', async () => {
  expect((await today()).phone).toEqual([]);
  const about = { term: 'answer' };
  const person = who('legalRepresentative@Rivello');
  const cannot = { type: 'reminder.answered', body: { answer: 'cannot', person, ...about, round: 1 } };
  await act('legalRepresentative@Rivello', 'Rivello', cannot);
  const [task] = (await today()).phone;
  expect(task).toMatchObject({
    because: 'cannot',
    applicant: 'Rivello',
    about,
    person: { id: person, phone: '0973 1', roleInWords: 'sindaco' },
    sentence: "Ha chiesto di essere chiamato mercoledì 8 maggio: risposta all'invito.",
  });
  const call = { kind: 'phone', officeOnly: true, person, about };
  await act('deskOfficer', 'Rivello', { type: 'talk.logged', body: { ...call, outcome: 'noAnswer' } });
  expect((await today()).phone).toHaveLength(1);
  await act('deskOfficer', 'Rivello', { type: 'talk.logged', body: { ...call, outcome: 'reached' } });
  expect((await today()).phone).toEqual([]);
  await act('legalRepresentative@Rivello', 'Rivello', cannot);
  expect((await today()).phone).toHaveLength(1);
});

test('reminders without answer ring when the engine says so, and stop with a call', async () => {
  clock.set('2024-05-23', '09:00');
  await new CaseRecord(new PostgresCaseStore(worker), clock).look(id('Rivello'));
  expect((await today()).phone).toEqual([]);
  clock.set('2024-05-24', '08:00');
  const ringing = (await today()).phone;
  expect(ringing).toMatchObject([{ because: 'silent', applicant: 'Rivello', about: { term: 'answer' } }]);
  clock.set('2024-05-24', '10:00');
  await act('deskOfficer', 'Rivello', {
    type: 'talk.logged',
    body: { kind: 'phone', officeOnly: false, outcome: 'reached', about: ringing[0]?.about },
  });
  expect((await today()).phone).toEqual([]);
});

test('what only the office may read is not in the comune’s history', async () => {
  await act(
    'deskOfficer',
    'Rivello',
    { type: 'talk.logged', body: { kind: 'note', officeOnly: true } },
    { text: 'riservata' },
  );
  await act(
    'referent@Rivello',
    'Rivello',
    { type: 'talk.logged', body: { kind: 'note', officeOnly: false } },
    { text: 'per tutti' },
  );
  const texts = async (name: string) => {
    const file = await new PostgresCaseFiles(app).read(who(name), id('Rivello'));
    return [...(file?.details.values() ?? [])]
      .map((each) => String(each['text']))
      .toSorted((a, b) => a.localeCompare(b));
  };
  expect(await texts('deskOfficer')).toEqual(['per tutti', 'riservata']);
  expect(await texts('referent@Rivello')).toEqual(['per tutti']);
});

async function filed(requirement: string): Promise<string> {
  const document = uuid();
  const kept = { requirement, sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/pdf' };
  const done = await record.record({ as: 'person', person: who('referent@Rivello') }, id('Rivello'), () => [
    {
      fact: {
        type: 'document.filed',
        legalDate: '2024-05-08',
        legalTime: '09:00:00',
        legalSource: 'received',
        channel: 'web',
        actor: who('referent@Rivello'),
        body: { ...kept, document },
      },
      document: { ...kept, id: document, fileName: `${requirement}.pdf` },
    },
  ]);
  if (!done.ok) throw new Error(done.refused.code);
  return document;
}

test('a case on its way: papers to look at, the platform to look at, the CUP that is due', async () => {
  await act('legalRepresentative@Rivello', 'Rivello', milestone('participation', { outcome: 'yes' }));
  for (const requirement of ['participationAct', 'serviceList', 'signedApplication']) {
    const document = await filed(requirement);
    expect((await today()).review).toMatchObject([
      { requirement, document, fileName: `${requirement}.pdf`, by: 'referent Rivello', filedAt: '09:00' },
    ]);
    const body = { requirement, document, verdict: 'accepted' };
    await act('deskOfficer', 'Rivello', { type: 'document.reviewed', body });
  }
  expect((await today()).review).toEqual([]);
  await act('referent@Rivello', 'Rivello', milestone('submission', { proof: uuid() }));
  const waiting = (await list('deskOfficer')).find((each) => each.applicant.name === 'Rivello');
  expect(waiting).toMatchObject({ sign: 'waiting', amountWord: 'requested', who: [], party: 'funder' });
  clock.set('2024-05-15');
  const { round } = await today();
  expect(round).toMatchObject({
    due: true,
    lines: [
      {
        applicant: 'Rivello',
        stage: 'admission',
        lastChecked: null,
        due: true,
        sentence: 'invio ufficiale 7 giorni fa; di solito 55-122',
      },
    ],
  });
  expect(round.lines[0]?.news.map((each) => [each.milestone, each.outcome])).toEqual(
    expect.arrayContaining([
      ['admission', 'admitted'],
      ['admission', 'notAdmitted'],
      ['clarificationRequested', undefined],
    ]),
  );
  const officer = await actor('deskOfficer');
  const tick = async () => {
    const round = new MakeRound(record, new PostgresCaseQueries(app), clock);
    const request = { actingBody: union.body, applications: ['rivello-send-2024', 'trecchina-send-2024'] };
    return (await round.run(officer, request)).results.map(({ result, code }) => code ?? result);
  };
  // Two officers at once, and one of them again: one tick stands on record.
  const twice = await Promise.all([tick(), tick()]);
  expect(twice.map(([first = '']) => first).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'already',
    'recorded',
  ]);
  expect(await tick()).toEqual(['already', 'GIRO-01']);
  expect((await today()).round.due).toBe(false);
  clock.set('2024-05-20');
  expect((await today()).round.due).toBe(true);
  expect(await tick()).toEqual(['recorded', 'GIRO-01']);
  await act('deskOfficer', 'Rivello', milestone('admission', { outcome: 'admitted', proof: uuid() }));
  expect((await today()).soon.map((each) => [each.applicant.name, each.label, each.sign])).toEqual([
    ['Trecchina', 'Da decidere', 'week'],
    ['Rivello', 'CUP da inserire', 'week'],
  ]);
  clock.set('2024-05-24');
  expect(await today()).toMatchObject({
    on: '2024-05-24',
    at: '09:00',
    atRisk: { days: 7, cents: 2_314_700, applications: [launched.applications['Rivello']?.number] },
    now: [
      { applicant: { name: 'Rivello' }, sign: 'today', workBy: '2024-05-24' },
      { applicant: { name: 'Trecchina' }, sign: 'late', workBy: '2024-05-22' },
    ],
  });
});

test.each(['auditor', 'referent@Rivello'])('the first page of the office is not that of %s', async (name) => {
  await expect(today(name)).rejects.toMatchObject({ code: 'OGGI-01' });
});

test('what will go is told before it is decided: when, to whom and about what; to a comune only the own', async () => {
  const planned = async (name: string) => {
    const messages = new ListMessages(new PostgresMailQueries(app), new PostgresDeskQueries(app), clock);
    const { planned: all = [] } = await messages.run(await actor(name), { state: 'pending' });
    return all.map((each) => [each.applicant, `${each.on} ${each.at}`, each.what, each.about]);
  };
  const first = ['2024-05-14 08:00', 'Promemoria al sindaco e al segretario', "risposta all'invito"];
  expect(await planned('deskOfficer')).toEqual([
    ['Rivello', ...first],
    ['Trecchina', ...first],
  ]);
  expect(await planned('legalRepresentative@Rivello')).toEqual([['Rivello', ...first]]);
  expect(await planned('referent@Rivello')).toEqual([]);
  // An hour before it goes it is decided, and stands among what waits; the one after it is planned.
  clock.set('2024-05-14', '07:00');
  await new CaseRecord(new PostgresCaseStore(worker), clock).look(id('Rivello'));
  expect(await planned('legalRepresentative@Rivello')).toEqual([
    ['Rivello', '2024-05-17 08:00', first[1], first[2]],
  ]);
  // Nobody is reminded of what has arrived.
  await act('legalRepresentative@Rivello', 'Rivello', {
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'no', data: {} },
  });
  expect(await planned('legalRepresentative@Rivello')).toEqual([]);
});
