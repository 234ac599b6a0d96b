import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { clockOffset, moveClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresRegistryStore } from '#persistence/registry/registry-store.js';
import { LoadRegistry } from '#use-cases/registry/load-registry.js';
import { dataFolder } from './data-folder.js';
import { keepShippedCalls } from './shipped-calls.js';

/** The demo begins on the morning on which 1.4.5 SEND opened. */
const DEMO_BEGINS = { date: '2024-05-07', time: '07:30' } as const;

const SHOWN = [
  'marta@unione.example',
  'giulia@rivello.example',
  'antonio@rivello.example',
  'revisore@unione.example',
];

export interface Seeded {
  people: number;
  definitions: string[];
  words: string[];
}

/** Loads what a demo starts from; again, it changes nothing. The clock is set on the first time only. */
export async function seedDemo(ownerUrl: string, workerUrl: string): Promise<Seeded> {
  const json = async (...path: string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(dataFolder, ...path), 'utf8'));
  const people = (await json('registry', 'demo-people.json')) as {
    password: string;
    people: { name: string; email: string; memberships: { role: string }[] }[];
  };
  const owner = await openDataSource({ url: ownerUrl });
  const worker = await openDataSource({ url: workerUrl });
  try {
    const store = new PostgresRegistryStore(owner);
    const loaded = await new LoadRegistry(store, new Argon2Passwords()).run(
      await json('registry', 'lagonegrese.json'),
      people,
    );
    if ((await clockOffset(owner.manager)) === 0) {
      await moveClock(
        owner.manager,
        (epochMs(instantAt(DEMO_BEGINS.date, DEMO_BEGINS.time)) - Date.now()) / 1000,
      );
    }
    const definitions = await keepShippedCalls(worker);
    const users = people.people
      .filter((person) => SHOWN.includes(person.email))
      .map(
        (person) =>
          `  ${person.email.padEnd(28)} ${person.name}, ${person.memberships.map((m) => m.role).join(', ')}`,
      );
    const words = [
      `Call definitions: ${definitions.join(', ')}.`,
      `Demo users (password ${people.password}), all in data/registry/demo-people.json:`,
      ...users,
    ];
    return { people: loaded.people, definitions, words };
  } finally {
    await owner.destroy();
    await worker.destroy();
  }
}
