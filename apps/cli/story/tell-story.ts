import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moveClock } from '#persistence/clock.js';
import { asWorker } from '#persistence/scoped.js';
import { wakeEverything } from '#persistence/wake/wake-everything.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { readDefinition } from '#use-cases/call/load-definition.js';
import { dataFolder } from '../data-folder.js';
import { momentOf, StandingClock } from './standing-clock.js';
import { story, STORY_BEGINS, STORY_CALLS, STORY_ENDS } from './story.js';
import { openStoryParts, type StoryParts, type StoryPlace } from './story-parts.js';
import { type IdOf, Teller } from './teller.js';

const OFFICER = 'marta@unione.example';

/** What was told. */
export interface ToldStory {
  /** Acts of people that are on record. */
  acts: number;
  /** Mails that went, or that the mail server refused. */
  mails: number;
  seconds: number;
}

/**
 * Tells the story of the demo, from January 2026 to 8:05 of Friday 26 March 2027, through the product's own use cases
 * and its own engine. The union and its people must be there. Afterwards the product's clock runs on from 8:05, and
 * everything is woken for Temporal.
 * @throws Error that says at which act it stopped.
 */
export async function tellStory(place: StoryPlace): Promise<ToldStory> {
  const started = Date.now();
  const clock = new StandingClock(momentOf(...STORY_BEGINS));
  const parts = await openStoryParts(place, clock);
  try {
    const idOf = await peopleByEmail(parts);
    const teller = new Teller(parts, idOf);
    await teller.at(STORY_BEGINS);
    for (const call of STORY_CALLS) await keepCall(parts, idOf(OFFICER), call);
    for (const { at, what, act } of story((address) => killAddress(place, address))) {
      try {
        await teller.at(at);
        await act(teller);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`The story of the demo stopped on ${at.join(' ')} at «${what}»: ${why}`, {
          cause: error,
        });
      }
    }
    await teller.at(STORY_ENDS);
    await asWorker(parts.worker, wakeEverything);
    // Telling took a while: the demo opens at five past eight all the same.
    await moveClock(parts.owner.manager, (momentOf(...STORY_ENDS) - Date.now()) / 1000);
    const seconds = (Date.now() - started) / 1000;
    return { acts: teller.acts, mails: parts.engine.mails, seconds };
  } finally {
    await parts.close();
  }
}

async function keepCall(
  parts: StoryParts,
  person: string,
  { id, version }: (typeof STORY_CALLS)[number],
): Promise<void> {
  const file = join(dataFolder, 'demo', 'calls', `${id}.v${version}.json`);
  const read = readDefinition(JSON.parse(await readFile(file, 'utf8')));
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.faults)}`);
  const kept = await keepDefinition(parts.definitions, { as: 'person', person }, read.definition);
  if (!kept.ok) throw new Error(`${file}: ${kept.refused.code} ${kept.refused.detail}`);
}

async function peopleByEmail(parts: StoryParts): Promise<IdOf> {
  const rows: { id: string; email: string }[] = await parts.worker.query('select id, email from person');
  const ids = new Map(rows.map((row) => [row.email, row.id]));
  return (email) => {
    const id = ids.get(email);
    if (id === undefined) throw new Error(`${email} is not in the registry of the demo`);
    return id;
  };
}

async function killAddress({ mailFolder }: StoryPlace, address: string): Promise<void> {
  if (mailFolder !== undefined)
    await writeFile(join(mailFolder, 'dead-addresses.txt'), `${address}\n`, { flag: 'a' });
}
