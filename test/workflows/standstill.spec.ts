import pg from 'pg';
import { ahead, milestoneAhead, sendAhead, SkippingWorker } from '../support/skipping-worker.js';

// Two comuni have the CUP to enter by Saturday 27 July, worked by Friday 26; one RUP works for both. No worker runs from
// Friday, 6:30, to Saturday, 9:40.
let worker: SkippingWorker;
const COMUNI = ['Rivello', 'Trecchina'];

beforeAll(async () => {
  worker = await SkippingWorker.start(ahead('2024-07-19'), COMUNI);
  const { applications } = await worker.launch(sendAhead());
  const owner = new pg.Client({ connectionString: worker.database.urls.owner });
  await owner.connect();
  await owner.query(
    `insert into membership (id, union_id, person_id, body_id, role, from_date)
       select gen_random_uuid(), h.union_id, h.person_id, b.id, h.role, h.from_date
         from membership h join body b on b.name = 'Trecchina'
        where h.role = 'rup' and h.body_id = (select id from body where name = 'Rivello')`,
  );
  await owner.end();
  await worker.goTo(ahead('2024-07-22'), '11:10');
  const ids = COMUNI.map((name) => applications[name] ?? '');
  for (const id of ids) {
    await worker.act(id, milestoneAhead('participation', '2024-07-19', { outcome: 'yes', time: '07:40:00' }));
    for (const paper of ['participationAct', 'serviceList', 'signedApplication'])
      await worker.paper(id, paper);
    await worker.act(id, milestoneAhead('submission', '2024-07-22'));
  }
  for (const id of ids) {
    await worker.act(
      id,
      milestoneAhead('admission', '2024-07-22', { outcome: 'admitted', time: '11:02:00' }),
    );
  }
  await worker.goTo(ahead('2024-07-26'), '06:30');
});

afterAll(() => worker.stop());

test('after a standstill over the last working day the reminder goes on Saturday, to each person in one mail', async () => {
  const before = (await worker.arrived()).length;
  await worker.outageUntil(ahead('2024-07-27'), '09:40');
  await worker.goTo(ahead('2024-07-27'), '10:30');
  const mails = (await worker.arrived()).slice(before);
  const to = (person: string) => mails.filter((mail) => mail.to === person);
  for (const person of ['referent.rivello', 'referent.trecchina', 'rup.trecchina']) {
    expect(to(person).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/SEND: inserire il CUP entro/),
    ]);
  }
  const [both, ...more] = to('rup.rivello');
  expect(more).toEqual([]);
  expect(both?.text).toMatch(/Rivello[^]*Trecchina|Trecchina[^]*Rivello/);
});
