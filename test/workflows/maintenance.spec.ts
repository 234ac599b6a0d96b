import { ahead, milestoneAhead, sendAhead, SkippingWorker } from '../support/skipping-worker.js';

let worker: SkippingWorker;
let rivello: string;

beforeAll(async () => {
  worker = await SkippingWorker.start(ahead('2024-09-16'));
  const { applications } = await worker.launch(sendAhead());
  rivello = applications['Rivello'] ?? '';
  const act = (milestone: string, more: Parameters<typeof milestoneAhead>[2] = {}) =>
    worker.act(rivello, milestoneAhead(milestone, '2024-11-04', { time: '07:30:00', ...more }));
  // Before the call's end: who never answers is closed by it.
  await worker.act(
    rivello,
    milestoneAhead('participation', '2024-09-16', { outcome: 'yes', time: '07:00:00' }),
  );
  await worker.goTo(ahead('2024-11-04'), '07:32');
  for (const paper of ['participationAct', 'serviceList', 'signedApplication'])
    await worker.paper(rivello, paper);
  await act('submission');
  await act('admission', { outcome: 'admitted' });
  await act('cup', { data: { cup: 'J81F22003840006' } });
  await act('decree', { data: { decreeNumber: '1', decreedCents: 2_314_700 } });
  await worker.paper(rivello, 'awardAct');
  await act('contract', { data: { contractDate: ahead('2024-11-04') } });
  await act('completion');
  await act('verification', { outcome: 'positive' });
  for (const paper of ['cre', 'annex5']) await worker.paper(rivello, paper);
  await act('paymentRequest');
  await act('payment', { data: { paidCents: 2_314_700 } });
  await act('collection', { data: { collectionNumber: '7' } });
});

afterAll(() => worker.stop());

test('five years of maintenance: one e-mail a year, repeated where nobody answered, and an end by itself', async () => {
  const mails = async () =>
    (await worker.arrived())
      .filter((mail) => mail.subject.includes('ancora attivi'))
      .map((mail) => `${mail.at} ${mail.to}`);
  for (const year of ['2025', '2026', '2027', '2028'] as const) {
    await worker.goTo(ahead(`${year}-01-03`), '09:00');
    // The second year's is left without an answer.
    if (year === '2026') continue;
    await worker.act(rivello, {
      type: 'reminder.answered',
      body: { answer: 'done', person: worker.union.people['referent@Rivello'] ?? '' },
    });
  }
  await worker.goTo(ahead('2029-01-03'), '09:00');
  await worker.act(rivello, {
    type: 'reminder.answered',
    body: { answer: 'done', person: worker.union.people['referent@Rivello'] ?? '' },
  });
  const process = worker.environment.client.workflow.getHandle(`application/${rivello}`);
  const before = await process.describe();
  expect(before.status.name).toBe('RUNNING');
  await worker.goTo(ahead('2029-12-31'), '23:58');
  expect(await mails()).toEqual([
    '2052-12-31 08:00 referent.rivello',
    '2053-12-31 08:00 referent.rivello',
    '2054-01-15 08:00 referent.rivello',
    '2054-12-31 08:00 referent.rivello',
    '2055-12-31 08:00 referent.rivello',
    '2056-12-29 08:00 referent.rivello',
  ]);
  await worker.goTo(ahead('2030-01-01'), '00:05');
  await process.result();
  const rows = await worker.query('select stage, ended from application');
  expect(rows).toEqual([{ stage: 'concluded', ended: true }]);
});
