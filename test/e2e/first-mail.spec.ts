import { openDataSource } from '#persistence/data-source.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { PostgresClock } from '#persistence/clock.js';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../support/database.js';
import { makeUpUnion, type MadeUpUnion } from '../support/made-up-union.js';
import { setClockOf } from '../support/product.js';
import { runWorker, type RunningWorker } from '../support/running-worker.js';
import { sendDefinition } from '../support/send-definition.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';

let worker: RunningWorker;
let union: MadeUpUnion;
let app: DataSource;

beforeAll(async () => {
  const database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  await setClockOf(database, { date: '2024-05-08', time: '07:30' });
  worker = await runWorker(database, await SmtpCatcher.start());
  app = await openDataSource({ url: worker.database.urls.app });
});

afterAll(async () => {
  await app?.destroy();
  await worker?.stop();
});

test('a call that is launched writes to its mayors in the morning', async () => {
  const acting = { as: 'person' as const, person: union.people['deskOfficer'] ?? '' };
  const definition = sendDefinition();
  await keepDefinition(new PostgresDefinitions(app), acting, definition);
  const record = new CaseRecord(new PostgresCaseStore(app), new PostgresClock(app, true));
  const launched = await record.launch(acting, {
    unionId: union.id,
    definition: { id: definition.id, version: definition.version },
    confirmed: [],
    applicants: Object.values(union.comuni).map((body) => ({
      body,
      amountCents: 2_314_700,
      participants: [],
    })),
    actor: acting.person,
  });
  expect(launched.ok).toBe(true);
  await worker.setClock('2024-05-08', '08:00');
  const invitation = await worker.post.waitFor(
    (mail) => mail.to[0] === 'legalrepresentative.rivello@comuni.example',
    20_000,
  );
  expect(invitation.subject).toMatch(/^Rivello/);
  expect(invitation.text).toContain('23.147 euro');
  expect(invitation.messageId).toBe(
    `<${union.people['legalRepresentative@Rivello']}.2024-05-08T0800@unione.example>`,
  );
});
