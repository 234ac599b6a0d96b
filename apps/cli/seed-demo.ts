import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { clockOffset, moveClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresRegistryStore } from '#persistence/registry/registry-store.js';
import { LoadRegistry } from '#use-cases/registry/load-registry.js';
import { dataFolder } from './data-folder.js';
import { keepShippedCalls } from './shipped-calls.js';
import { STORY_CALLS, STORY_ENDS } from './story/story.js';
import type { StoryPlace } from './story/story-parts.js';
import { tellStory, type ToldStory } from './story/tell-story.js';

/** `--from-the-start`: the morning on which the real 1.4.5 SEND opened, with nothing launched; for the tour. */
const TOUR_BEGINS = { date: '2024-05-07', time: '07:30' } as const;

const SHOWN = [
  'marta@unione.example',
  'giulia@rivello.example',
  'antonio@rivello.example',
  'revisore@unione.example',
];

export interface Seeded {
  people: number;
  definitions: string[];
  /** What was told now; absent when the demo had begun before, or begins from the start. */
  story?: ToldStory;
  words: string[];
}

/**
 * Loads what a demo starts from. Again, it changes nothing: clock and story are of the first time only.
 * @param place where the story is told.
 * @param fromTheStart no story: the union and its people, on the day on which the tour begins.
 * @throws Error when a story was begun here and not told to its end.
 */
export async function seedDemo(place: StoryPlace, fromTheStart = false): Promise<Seeded> {
  const json = async (...path: string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(dataFolder, ...path), 'utf8'));
  const people = (await json('registry', 'demo-people.json')) as {
    password: string;
    people: { name: string; email: string; memberships: { role: string }[] }[];
  };
  const owner = await openDataSource({ url: place.ownerUrl });
  const worker = await openDataSource({ url: place.workerUrl });
  try {
    const store = new PostgresRegistryStore(owner);
    const loaded = await new LoadRegistry(store, new Argon2Passwords()).run(
      await json('registry', 'lagonegrese.json'),
      people,
    );
    const definitions = await keepShippedCalls(worker);
    const begun = (await clockOffset(owner.manager)) !== 0;
    if (begun) await demandTold(worker);
    let story: ToldStory | undefined;
    if (!begun && !fromTheStart) story = await tellStory(place);
    if (!begun && fromTheStart) {
      const begins = epochMs(instantAt(TOUR_BEGINS.date, TOUR_BEGINS.time));
      await moveClock(owner.manager, (begins - Date.now()) / 1000);
    }
    const users = people.people
      .filter((person) => SHOWN.includes(person.email))
      .map(
        (person) =>
          `  ${person.email.padEnd(28)} ${person.name}, ${person.memberships.map((m) => m.role).join(', ')}`,
      );
    const words = [
      ...(story === undefined
        ? []
        : [
            `The story was told: ${story.acts} acts of people, ${story.mails} mails, in ${story.seconds.toFixed(1)} s. It is Friday 26 March 2027, 8:05.`,
          ]),
      `Call definitions: ${definitions.join(', ')}.`,
      `Demo users (password ${people.password}), all in data/registry/demo-people.json:`,
      ...users,
    ];
    return { people: loaded.people, definitions, ...(story === undefined ? {} : { story }), words };
  } finally {
    await owner.destroy();
    await worker.destroy();
  }
}

/** A story that stopped half-way cannot go on: its clock has run on since. */
async function demandTold(worker: DataSource): Promise<void> {
  const calls: { id: string }[] = await worker.query('select id from call where definition_id = any($1)', [
    STORY_CALLS.map((call) => call.id),
  ]);
  if (calls.length === 0) return;
  const now = Date.now() + (await clockOffset(worker.manager)) * 1000;
  if (now >= epochMs(instantAt(...STORY_ENDS))) return;
  throw new Error(
    'The story of this demo was not told to its end. Begin anew with "npm run demo -- --fresh".',
  );
}
