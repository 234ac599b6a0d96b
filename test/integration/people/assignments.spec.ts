import type { DataSource } from 'typeorm';
import {
  assignmentsOf,
  type AssignmentRows,
  loadAssignments,
  peopleOf,
} from '#persistence/people/assignments.js';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { type MadeUpUnion, makeUpUnion } from '../../support/made-up-union.js';

let database: TestDatabase;
let worker: DataSource;
let small: MadeUpUnion;
let large: MadeUpUnion;

beforeAll(async () => {
  database = await createTestDatabase();
  worker = await openDataSource({ url: database.urls.worker });
  small = await makeUpUnion(database.urls.owner);
  const names = Array.from({ length: 40 }, (_, n) => `Comune ${n}`);
  large = await makeUpUnion(database.urls.owner, names, 'GRANDE');
});
afterAll(async () => {
  await worker.destroy();
  await database.drop();
});

/** What is read for each body, with its size in bytes. */
const rowsFor = (bodies: readonly string[]) =>
  asWorker<(AssignmentRows & { id: string; bytes: number })[]>(worker, (manager) =>
    manager.query(
      `select b.id, people.*, length(row_to_json(people)::text) as bytes
         from body b, ${peopleOf('b.union_id', 'b.id', 'null::uuid')} where b.id = any ($1)`,
      [bodies],
    ),
  );

test('for each comune of a launch its own row and that of its union are read, however many comuni there are', async () => {
  const read = await rowsFor(Object.values(large.comuni));
  expect(read).toHaveLength(40);
  for (const { id, bodies } of read) {
    expect(bodies.map((each) => each.id).toSorted()).toEqual([id, large.body].toSorted());
  }
  const [one] = await rowsFor(Object.values(small.comuni).slice(0, 1));
  expect(Math.max(...read.map(({ bytes }) => bytes))).toBeLessThan((one?.bytes ?? 0) * 1.1);
});

test('no body and nobody of another union is read', async () => {
  const people = await asWorker(worker, (manager) => loadAssignments(manager, Object.values(small.comuni)));
  const [rivello] = Object.values(small.comuni);
  const found = people.get(rivello ?? '');
  expect(found?.unionBody).toBe(small.body);
  const own = new Set(Object.values(small.people));
  expect(found?.memberships.filter(({ person }) => !own.has(person))).toEqual([]);
  expect(found?.memberships.length).toBeGreaterThan(3);
});

test('a comune that is not in sight is an error, not somebody else’s union', async () => {
  const [row] = await rowsFor([small.body]);
  expect(() => assignmentsOf(row as AssignmentRows, { applicantId: large.body, unionId: large.id })).toThrow(
    'is not in sight',
  );
});
