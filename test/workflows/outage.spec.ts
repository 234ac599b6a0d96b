import { ahead, milestoneAhead, sendAhead, SkippingWorker } from '../support/skipping-worker.js';

// No worker from Friday 26 July, 7:00, to Monday 29, 9:00: over the last reminders of one CUP term and the end of another.
let worker: SkippingWorker;
let rivello: string;
let trecchina: string;

beforeAll(async () => {
  worker = await SkippingWorker.start(ahead('2024-07-19'), ['Rivello', 'Trecchina']);
  const { applications } = await worker.launch(sendAhead());
  rivello = applications['Rivello'] ?? '';
  trecchina = applications['Trecchina'] ?? '';
  await worker.goTo(ahead('2024-07-22'), '11:10');
  for (const id of [rivello, trecchina]) {
    await worker.act(id, milestoneAhead('participation', '2024-07-19', { outcome: 'yes', time: '07:40:00' }));
    for (const paper of ['participationAct', 'serviceList', 'signedApplication'])
      await worker.paper(id, paper);
    await worker.act(id, milestoneAhead('submission', '2024-07-22'));
  }
  await worker.act(
    trecchina,
    milestoneAhead('admission', '2024-07-22', { outcome: 'admitted', time: '11:02:00' }),
  );
  await worker.goTo(ahead('2024-07-23'), '11:10');
  await worker.act(
    rivello,
    milestoneAhead('admission', '2024-07-23', { outcome: 'admitted', time: '11:02:00' }),
  );
  await worker.goTo(ahead('2024-07-26'), '06:30');
});

afterAll(() => worker.stop());

test('after three days in which no worker ran only the latest reminder goes, and what lapsed is told as lapsed', async () => {
  const before = (await worker.arrived()).length;
  await worker.outageUntil(ahead('2024-07-29'), '09:00');
  await worker.goTo(ahead('2024-07-29'), '12:30');

  const mails = (await worker.arrived()).slice(before);
  const to = (person: string) => mails.filter((mail) => mail.to === person).map((mail) => mail.subject);
  // Its term ran until Sunday's successor, Monday 29, 23:59: still worth saying, once.
  expect(to('referent.rivello')).toEqual(['Rivello · SEND: inserire il CUP entro lunedì 29 luglio']);
  expect(to('rup.rivello')).toEqual(['Rivello · SEND: inserire il CUP entro lunedì 29 luglio']);
  // Trecchina's ended on Saturday: no reminder of what can no longer be done.
  expect(to('referent.trecchina')).toEqual([]);
  expect(to('rup.trecchina')).toEqual([]);
  expect(to('deskofficer.ull')).toContain('Trecchina · SEND: termine passato (inserimento del CUP)');
  const skipped = await worker.query<{ why: string }>(
    `select distinct why from message where application_id = $1 and kind = 'reminder' and state = 'skipped'`,
    [rivello],
  );
  expect(skipped.map((row) => row.why)).toEqual(['superseded on 2052-07-29']);
});

test('the end that came while nobody worked is judged by the facts of before, not by when it was seen', async () => {
  const lapses = () =>
    worker.query<{ body: { end: string } }>(
      `select body from fact where stream_id = $1 and type = 'term.lapsed' and body->>'term' = 'cupEntry'`,
      [trecchina],
    );
  expect(await lapses()).toMatchObject([{ body: { end: '2052-07-27' } }]);
  // Entered on Saturday, in time, and registered only now.
  await worker.act(trecchina, {
    ...milestoneAhead('cup', '2024-07-27', { data: { cup: 'J81F22003840006' }, time: '18:00:00' }),
  });
  const verdict = await worker.query<{ type: string }>(
    `select type from fact where stream_id = $1 and channel = 'engine' order by seq desc limit 1`,
    [trecchina],
  );
  expect(verdict).toEqual([{ type: 'term.reinstated' }]);
  await worker.goTo(ahead('2024-07-30'), '09:00');
  const stage = await worker.query<{ stage: string; overlays: string[] }>(
    'select stage, overlays from application order by stage',
  );
  expect(stage).toEqual([
    { stage: 'cup', overlays: ['termPassed'] },
    { stage: 'decree', overlays: [] },
  ]);
});
