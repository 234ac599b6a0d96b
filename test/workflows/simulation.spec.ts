import { epochMs } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import { plainKey } from '../support/plain-key.js';
import { nothingHappens } from '#domain/simulation/assumption.js';
import { addresseeOf } from '#domain/post/addressee.js';
import { simulate } from '#domain/simulation/simulate.js';
import type { Timeline } from '#domain/simulation/timeline.js';
import { postPeople } from '#persistence/people/post-people.js';
import { FactEntity } from '#persistence/stream/stream.entities.js';
import { toFact } from '#use-cases/ports/case-store.js';
import { asWorker } from '#persistence/scoped.js';
import { ahead, milestoneAhead, sendAhead, SkippingWorker } from '../support/skipping-worker.js';

// The definition runs for real on the server that skips time, and is simulated with the same acts at the same moments.
let worker: SkippingWorker;
let real: { facts: Fact[]; messages: string[] };
let simulated: Timeline;

interface Row {
  key: string;
  person_id: string;
  state: string;
}

beforeAll(async () => {
  worker = await SkippingWorker.start(ahead('2024-05-07'));
  const { call, applications } = await worker.launch(sendAhead());
  const rivello = applications['Rivello'] ?? '';
  await worker.goTo(ahead('2024-05-14'), '10:00');
  await worker.act(rivello, milestoneAhead('participation', '2024-05-14', { outcome: 'yes' }));
  await worker.goTo(ahead('2024-05-20'), '10:00');
  for (const paper of ['participationAct', 'serviceList']) await worker.paper(rivello, paper);
  await worker.goTo(ahead('2024-09-10'), '09:00');
  await worker.actInCall(call, {
    type: 'term.amended',
    body: {
      term: 'callEnd',
      kind: 'extension',
      act: 'Decreto di proroga',
      actDate: ahead('2024-09-09'),
      knownOn: ahead('2024-09-10'),
      newEnd: ahead('2024-12-06'),
    },
  });
  await worker.goTo(ahead('2024-09-16'), '10:00');
  await worker.paper(rivello, 'signedApplication');
  await worker.act(rivello, milestoneAhead('submission', '2024-09-16'));
  await worker.goTo(ahead('2024-11-26'), '09:30');
  await worker.act(rivello, milestoneAhead('admission', '2024-11-25', { outcome: 'admitted' }));
  // Nobody enters the CUP: the term lapses.
  await worker.goTo(ahead('2024-12-06'), '09:00');

  const factsOf = (stream: string) =>
    asWorker(worker.source, async (manager) =>
      (await manager.find(FactEntity, { where: { streamId: stream }, order: { seq: 'ASC' } })).map(toFact),
    );
  const everybody = await asWorker(worker.source, (manager) =>
    postPeople(manager, Object.values(worker.union.people)),
  );
  const facts = await factsOf(rivello);
  const callFacts = await factsOf(call);
  const rows = await worker.query<Row>(
    'select key, person_id, state from message where application_id = $1',
    [rivello],
  );
  real = {
    facts,
    messages: rows.map((row) => named(row.key, row.person_id, rivello, row.state, facts)).toSorted(),
  };
  const [opened, ...rest] = facts;
  if (opened === undefined) throw new Error('nothing was opened');
  const done = [
    ...rest
      .filter((fact) => fact.channel !== 'engine')
      .map((fact) => ({ fact, stream: 'application' as const })),
    ...callFacts.slice(1).map((fact) => ({ fact, stream: 'call' as const })),
  ];
  simulated = simulate({
    application: rivello,
    definition: sendAhead(),
    streams: { call: callFacts.slice(0, 1), application: [opened] },
    from: epochMs(opened.recordedAt),
    people: {
      holding: (seats) =>
        seats.flatMap(
          ({ role }) => worker.union.people[`${role}@Rivello`] ?? worker.union.people[role] ?? [],
        ),
      addressee: (person, on) => addresseeOf(person, on, everybody),
    },
    script: done.map(({ fact, stream }) => ({ at: epochMs(fact.recordedAt), fact, stream })),
    assume: nothingHappens,
    until: await worker.environment.currentTimeMs(),
  });
});

afterAll(() => worker?.stop());

function named(
  key: string,
  person: string,
  application: string,
  state: string,
  facts: readonly Fact[],
): string {
  const role = Object.entries(worker.union.people).find(([, id]) => id === person)?.[0];
  return `${plainKey({ key, person, application }, facts)} to ${role}: ${state}`;
}

test('the same decisions are taken, in the same order', () => {
  const verdicts = (facts: readonly Fact[]) =>
    facts
      .filter((fact) => fact.channel === 'engine')
      .map(({ type, body, legalDate }) => ({ type, body, legalDate }));
  expect(verdicts(simulated.facts)).toEqual(verdicts(real.facts));
  expect(verdicts(real.facts).map((each) => each.type)).toEqual(['term.lapsed']);
});

test('the same messages are decided for the same people, and the same of them are sent', () => {
  const foretold = simulated.decided.map(({ decision, state }) =>
    named(decision.key, decision.person, decision.application, state, simulated.facts),
  );
  expect(foretold.toSorted()).toEqual(real.messages);
  expect(real.messages.length).toBeGreaterThan(40);
});

test('both stand at the same place', () => {
  expect(simulated.theCase.stage.id).toBe('cup');
  expect(simulated.theCase.overlays).toContain('termPassed');
});
