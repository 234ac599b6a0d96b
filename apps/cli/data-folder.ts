import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's `data` folder, beside `package.json`, whether this runs compiled or as source. */
export const dataFolder = join(rootAbove(import.meta.dirname), 'data');

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder of the project was not found.');
  return rootAbove(above);
}
