import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';
import { tour } from './tour.js';

// `npm run tour`: tells the story to the demo that runs in another terminal.
const read = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(projectRoot, ...path), 'utf8'));
try {
  const demo = (await read('.capofila', 'demo.json').catch(() => {
    throw new Error(
      'No demo is running: start it with "npm run demo -- --fresh --from-the-start" in another terminal.',
    );
  })) as { httpUrl: string };
  const { password } = (await read('data', 'registry', 'demo-people.json')) as { password: string };
  await tour({ url: demo.httpUrl, password, say: (line) => console.log(line) });
  console.log('\nThe tour is over: Rivello got its 23.147 euro.');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
