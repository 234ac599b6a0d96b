import { ahead, sendAhead, SkippingWorker } from '../support/skipping-worker.js';

// One application from launch to reinstatement. The days are those of 2024, 28 years later.
let worker: SkippingWorker;
let call: string;
let rivello: string;
let seen = 0;

/** What arrived since the last look: "05-07 08:00 secretary.rivello: subject". */
async function news(): Promise<string[]> {
  const all = await worker.arrived();
  const fresh = all.slice(seen).map((mail) => `${mail.at.slice(5)} ${mail.to}: ${mail.subject}`);
  seen = all.length;
  return fresh.toSorted();
}

async function verdicts(): Promise<string[]> {
  const rows = await worker.query<{ type: string; body: { term: string; end: string } }>(
    `select type, body from fact where stream_id = $1 and channel = 'engine' order by seq`,
    [rivello],
  );
  return rows.map(({ type, body }) => `${type} ${body.term} ${body.end}`);
}

beforeAll(async () => {
  worker = await SkippingWorker.start(ahead('2024-05-07'));
  const launched = await worker.launch(sendAhead());
  call = launched.call;
  rivello = launched.applications['Rivello'] ?? '';
});

afterAll(() => worker.stop());

test('silence: three e-mails to mayor and secretary, a telephone call, and silence is recorded as silence', async () => {
  await worker.goTo(ahead('2024-05-23'), '09:00');
  expect(await news()).toEqual([
    '05-07 08:00 legalrepresentative.rivello: Rivello: partecipiamo a SEND? Circa 23.147 euro',
    '05-07 08:00 secretary.rivello: Rivello: partecipiamo a SEND? Circa 23.147 euro',
    '05-13 08:00 legalrepresentative.rivello: Rivello: partecipiamo a SEND? Entro martedì 21 maggio',
    '05-13 08:00 secretary.rivello: Rivello: partecipiamo a SEND? Entro martedì 21 maggio',
    '05-16 08:00 legalrepresentative.rivello: Rivello: sì o no a SEND entro martedì 21 maggio',
    '05-16 08:00 secretary.rivello: Rivello: sì o no a SEND entro martedì 21 maggio',
    '05-17 07:45 deskofficer.ull: Rivello · SEND: chiamare legalRepresentative Rivello',
    '05-22 07:45 deskofficer.ull: Rivello · SEND: chiamare legalRepresentative Rivello',
  ]);
  expect(await verdicts()).toEqual(['silence.recorded answer 2052-05-21']);
});

test('a late yes goes on, and the end of the call is announced, then passes', async () => {
  await worker.act(rivello, {
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes', data: {} },
  });
  await worker.goTo(ahead('2024-09-23'), '09:00');
  const all = await news();
  const days = all.filter((line) => line.includes(' referent.rivello')).map((line) => line.slice(0, 11));
  // Inner date Friday 6 September: -10, -5, -2, 0; then the official end, Friday 20: -5, -3, -2, -1, 0 (8:00, 12:00).
  expect(days).toEqual([
    '08-27 08:00',
    '08-30 08:00',
    '09-04 08:00',
    '09-06 08:00',
    '09-13 08:00',
    '09-17 08:00',
    '09-18 08:00',
    '09-19 08:00',
    '09-20 08:00',
    '09-20 12:00',
  ]);
  expect(all.filter((line) => line.includes(' secretary.')).map((line) => line.slice(0, 11))).toEqual([
    '09-11 08:00',
  ]);
  // It passed in the night of Friday: told with Monday's digest.
  expect(all.at(-1)).toBe(
    "09-23 07:45 deskofficer.ull: Rivello · SEND: termine passato (chiusura dell'avviso)",
  );
  expect(await verdicts()).toEqual(['silence.recorded answer 2052-05-21', 'term.lapsed callEnd 2052-09-20']);
});

test('an extension after the end reinstates the application and tells everybody who had the old date once', async () => {
  await worker.actInCall(call, {
    type: 'term.amended',
    body: {
      term: 'callEnd',
      kind: 'extension',
      act: 'Decreto n. 137/2052',
      actDate: ahead('2024-09-20'),
      knownOn: ahead('2024-09-23'),
      newEnd: ahead('2024-12-06'),
    },
  });
  await worker.goTo(ahead('2024-09-30'), '09:00');
  expect(await news()).toEqual([
    '09-23 09:02 referent.rivello: SEND prorogato al 6 dicembre (era il 20 settembre)',
    '09-23 09:02 secretary.rivello: SEND prorogato al 6 dicembre (era il 20 settembre)',
    "09-24 07:45 deskofficer.ull: Rivello · SEND: il termine corre di nuovo (chiusura dell'avviso)",
  ]);
  expect((await verdicts()).at(-1)).toBe('term.reinstated callEnd 2052-12-06');
  await worker.goTo(ahead('2024-11-13'), '09:00');
  // Reminders are armed again: ten days before the new inner date, Friday 22 November.
  expect((await news()).map((line) => line.slice(0, 28))).toEqual(['11-12 08:00 referent.rivello']);
});
