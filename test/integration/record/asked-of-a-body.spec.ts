import { v7 as uuid } from 'uuid';
import type { DataSource } from 'typeorm';
import type { DocumentRequirement } from '#domain/call/requirement.js';
import type { AskedOf } from '#domain/fact/asked-of.js';
import type { NewFact } from '#domain/fact/fact.js';
import { holdersOf } from '#domain/people/assignment.js';
import { seatsIn } from '#domain/people/seat.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { openDataSource } from '#persistence/data-source.js';
import { assignmentsOfApplication } from '#persistence/people/assignments.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { asPerson } from '#persistence/scoped.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { sendDefinition } from '../../support/send-definition.js';
import { SetClock } from '../../support/set-clock.js';

let database: TestDatabase;
let app: DataSource;
let union: MadeUpUnion;
let record: CaseRecord;
/** Rivello applies and owes a mandate; Trecchina takes part and owes a statement. */
let application: string;

const idOf = (key: string) => union.people[key] ?? '';
const comune = (name: string) => union.comuni[name] ?? '';

const paper = (id: string, more: Pick<DocumentRequirement, 'askedOf'> = {}): DocumentRequirement => ({
  kind: 'document',
  id,
  label: id,
  place: 'here',
  from: ['referent'],
  review: false,
  ...more,
});

beforeAll(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  app = await openDataSource({ url: database.urls.app });
  record = new CaseRecord(new PostgresCaseStore(app), SetClock.at('2024-05-08'));
  const definition = { ...sendDefinition(), id: 'asked-of-a-body' };
  definition.stages[0]?.requirements.push(paper('mandate'), paper('statement', { askedOf: 'participants' }));
  const officer = { as: 'person' as const, person: idOf('deskOfficer') };
  await keepDefinition(new PostgresDefinitions(app), officer, definition);
  const launched = await record.launch(officer, {
    unionId: union.id,
    definition: { id: definition.id, version: definition.version },
    confirmed: [],
    applicants: [{ body: comune('Rivello'), amountCents: 1, participants: [comune('Trecchina')] }],
    actor: officer.person,
  });
  if (!launched.ok) throw new Error(launched.refused.code);
  application = launched.value.applications[0]?.id ?? '';
});

afterAll(async () => {
  await app?.destroy();
  await database?.drop();
});

/** Straight to the record, where no policy table is asked: what is left is the second wall. */
function file(person: string, requirement: string, of: AskedOf) {
  const document = uuid();
  const kept = { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/pdf' };
  const fact: NewFact = {
    type: 'document.filed',
    legalDate: '2024-05-08',
    legalSource: 'received',
    channel: 'web',
    actor: person,
    body: { requirement, ...of, document, ...kept },
  };
  const stored = { id: document, requirement, ...of, ...kept, fileName: 'atto.pdf' };
  return record.record({ as: 'person', person }, application, () => [{ fact, document: stored }]);
}

test('the people of a body that takes part are found by their seats', async () => {
  const found = await asPerson(app, idOf('referent@Rivello'), async (manager) => {
    const people = await assignmentsOfApplication(manager, application);
    const in_ = (name: string) => holdersOf(people, seatsIn(comune(name), ['referent']), '2024-05-08');
    return [in_('Rivello'), in_('Trecchina')];
  });
  expect(found).toEqual([[idOf('referent@Rivello')], [idOf('referent@Trecchina')]]);
});

test('whoever takes part files for their own body, and not for the applicant', async () => {
  const referent = idOf('referent@Trecchina');
  await expect(file(referent, 'mandate', {})).rejects.toThrow(/row-level security/);
  const own = await file(referent, 'statement', { of: comune('Trecchina') });
  expect(own.ok).toBe(true);
});

test('the applicant does not file for whoever takes part, and the office files for both', async () => {
  const ofTrecchina = { of: comune('Trecchina') };
  await expect(file(idOf('referent@Rivello'), 'statement', ofTrecchina)).rejects.toThrow(
    /row-level security/,
  );
  expect((await file(idOf('referent@Rivello'), 'mandate', {})).ok).toBe(true);
  expect((await file(idOf('deskOfficer'), 'statement', ofTrecchina)).ok).toBe(true);
  expect((await file(idOf('deskOfficer'), 'mandate', {})).ok).toBe(true);
});

test('a proof that is kept for another body is refused too', async () => {
  const proof = {
    id: uuid(),
    requirement: 'proof',
    sha256: 'b'.repeat(64),
    bytes: 1,
    mediaType: 'application/pdf',
    fileName: 'ricevuta.pdf',
  };
  const person = idOf('referent@Trecchina');
  await expect(
    record.record({ as: 'person', person }, application, () => [{ document: proof }]),
  ).rejects.toThrow(/row-level security/);
});

test('all who take part see the papers of all', async () => {
  const seen = (key: string) =>
    asPerson(app, idOf(key), (manager) =>
      manager.query<{ requirement: string }[]>(
        `select distinct requirement from document where application_id = $1 order by 1`,
        [application],
      ),
    );
  expect(await seen('referent@Rivello')).toEqual([{ requirement: 'mandate' }, { requirement: 'statement' }]);
  expect(await seen('referent@Trecchina')).toEqual([
    { requirement: 'mandate' },
    { requirement: 'statement' },
  ]);
});
