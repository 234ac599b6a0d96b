import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json was not found above this program.');
  return findRoot(parent);
}

/** Absolute path of the repository, the same whether this runs from `apps` or from `dist/apps`. */
export const projectRoot: string = findRoot(import.meta.dirname);
