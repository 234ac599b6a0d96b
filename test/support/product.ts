import { readFileSync } from 'node:fs';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { moveClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresRegistryStore } from '#persistence/registry/registry-store.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { LoadRegistry } from '#use-cases/registry/load-registry.js';
import { createTestDatabase, templateOf, type TestDatabase } from './database.js';
import { sendDefinition } from './send-definition.js';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Password of all the demo's people. */
export const demoPassword = (json('data/registry/demo-people.json') as { password: string }).password;

/** The nine comuni, the invented people and the shipped call; nothing has happened yet. */
export const PRODUCT = templateOf('capofila_product', async ({ urls }) => {
  const owner = await openDataSource({ url: urls.owner });
  await new LoadRegistry(new PostgresRegistryStore(owner), new Argon2Passwords()).run(
    json('data/registry/lagonegrese.json'),
    json('data/registry/demo-people.json'),
  );
  await owner.destroy();
  const worker = await openDataSource({ url: urls.worker });
  await keepDefinition(new PostgresDefinitions(worker), { as: 'worker' }, sendDefinition());
  await worker.destroy();
});

/** A database with them, on a day of its own. */
export async function productDatabase(start: { date: LocalDate; time?: string }): Promise<TestDatabase> {
  const database = await createTestDatabase(PRODUCT);
  await setClockOf(database, start);
  return database;
}

/** Sets the product's clock: the moment goes on from here. */
export async function setClockOf(
  { urls }: TestDatabase,
  { date, time = '09:00' }: { date: LocalDate; time?: string },
): Promise<void> {
  const owner = await openDataSource({ url: urls.owner, poolSize: 1 });
  await moveClock(owner.manager, (epochMs(instantAt(date, time)) - Date.now()) / 1000);
  await owner.destroy();
}
