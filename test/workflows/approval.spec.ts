import type { CallDefinition } from '#domain/call/definition.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import { ahead, sendAhead, SkippingWorker } from '../support/skipping-worker.js';

const goAhead: ApprovalRequirement = {
  kind: 'approval',
  id: 'goAhead',
  label: 'atto di partecipazione',
  order: 'sequence',
  rule: 'all',
  approvers: ['secretary', 'legalRepresentative'],
  substitute: 'accounts',
};

/** SEND with a "via libera" instead of papers before the signature; no real call asks for it. */
function withApproval(): CallDefinition {
  const send = sendAhead();
  return {
    ...send,
    id: 'made-up-approval',
    stages: send.stages.map((stage) =>
      stage.id === 'preparation' ? { ...stage, wait: 'approval' as const, requirements: [goAhead] } : stage,
    ),
  };
}

let worker: SkippingWorker;
let rivello: string;

beforeAll(async () => {
  worker = await SkippingWorker.start(ahead('2024-05-08'));
  const { applications } = await worker.launch(withApproval());
  rivello = applications['Rivello'] ?? '';
  await worker.goTo(ahead('2024-05-08'), '09:00');
  await worker.act(rivello, {
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes', data: {} },
  });
});

afterAll(() => worker.stop());

test('in sequence: the first is silent, the substitute answers for him, then the second is asked', async () => {
  const asked = async () =>
    (await worker.arrived())
      .filter((mail) => mail.subject.includes('via libera') || mail.subject.includes('chiamare'))
      .map((mail) => `${mail.at.slice(5)} ${mail.to}`);
  await worker.goTo(ahead('2024-05-14'), '12:00');
  expect(await asked()).toEqual([
    // At nine of the 8th the day's e-mail has gone: the 9th. Two and four working days count from the 8th.
    '05-09 08:00 secretary.rivello',
    '05-10 08:00 secretary.rivello',
    '05-14 08:00 accounts.rivello',
  ]);
  await worker.act(rivello, {
    type: 'approval.answered',
    body: {
      approval: 'goAhead/secretary',
      person: worker.union.people['accounts@Rivello'] ?? '',
      verdict: 'given',
    },
  });
  await worker.goTo(ahead('2024-05-15'), '12:00');
  expect((await asked()).slice(3)).toEqual(['05-14 13:00 legalrepresentative.rivello']);
  const handle = worker.environment.client.workflow.getHandle(`application/${rivello}`);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await worker.act(rivello, {
    type: 'approval.answered',
    body: {
      approval: 'goAhead/legalRepresentative',
      person: worker.union.people['legalRepresentative@Rivello'] ?? '',
      verdict: 'given',
    },
  });
  expect(await worker.query('select stage from application')).toEqual([{ stage: 'signature' }]);
  // Nobody is asked again after the last answer.
  await worker.goTo(ahead('2024-05-24'), '12:00');
  expect(await asked()).toHaveLength(4);
});
