import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Child } from '../../apps/demo/child.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { provisionTemporalCli } from '../../apps/demo/provision-temporal.js';
import { startTemporalServer } from '../../apps/demo/temporal-server.js';
import { type Programs, startPrograms } from '../support/processes.js';

let folder: string;
let temporal: Child;
let temporalPort: number;
let programs: Programs;

async function startTemporal(): Promise<void> {
  const program = await provisionTemporalCli((line) => console.error(line));
  temporal = await startTemporalServer({
    program,
    port: temporalPort,
    databaseFile: join(folder, 'temporal.db'),
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capofila-temporal-'));
  temporalPort = await anyFreePort();
  await startTemporal();
  const temporalAddress = `127.0.0.1:${temporalPort}`;
  programs = await startPrograms({ date: '2024-05-14', time: '09:00', temporalAddress });
});

afterAll(async () => {
  await programs?.stop();
  await temporal?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('with Temporal stopped filing, withdrawal and reading work; started again, it catches up', async () => {
  const { post } = programs;
  const marta = await programs.signIn('marta@unione.example');
  const giulia = await programs.signIn('giulia@rivello.example');
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const launch = { actingBody, definition: { id: 'send-comuni-2024', version: 1 }, comuni: ['076068'] };
  const { json: launched } = await marta.post('/calls', launch);
  const { number, applicant } = launched.applications[0];
  const act = (milestone: string, more: object) =>
    marta.post(`/applications/${number}/facts`, {
      actingBody,
      onBehalfOf: applicant,
      channel: 'phone',
      type: 'milestone.recorded',
      body: { milestone, ...more },
    });
  expect((await act('participation', { outcome: 'yes' })).status).toBe(201);
  const file = (requirement: string) =>
    giulia.upload(
      `/applications/${number}/documents?requirement=${requirement}&actingBody=${applicant}`,
      requirement,
    );
  expect((await file('participationAct')).status).toBe(201);
  await post.waitFor((mail) => mail.subject.startsWith('Ricevuto: atto di partecipazione'));

  await temporal.stop();
  const filed = await file('serviceList');
  expect(filed.status).toBe(201);
  const { json: page } = await giulia.get(`/applications/${number}`);
  expect(page.requirements.map((each: { id: string; status: string }) => [each.id, each.status])).toEqual([
    ['participationAct', 'inReview'],
    ['serviceList', 'inReview'],
    ['participation', 'done'],
  ]);
  const proof = (await file('proof')).json.document;
  expect((await act('withdrawalRequested', { proof })).json.sentence).toContain('Rinuncia chiesta');
  expect((await fetch(`${programs.url}/status`)).status).toBe(200);
  expect(post.messages.some((mail) => mail.text.includes('elenco dei due servizi'))).toBe(false);

  await startTemporal();
  await post.waitFor((mail) => mail.text.includes('elenco dei due servizi'));
  await programs.delivered();
  const receipts = post.messages.filter((mail) => mail.subject.startsWith('Ricevuto'));
  expect(receipts).toHaveLength(2);
  const states: { state: string }[] = await programs.source.query('select distinct state from mail');
  expect(states).toEqual([{ state: 'sent' }]);
}, 240_000);
