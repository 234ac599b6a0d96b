import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesFolder, shippedPages } from './shipped-pages.js';

test('docs/avvisi holds what "capofila definition draw --all" writes now, and nothing else', async () => {
  const files = readdirSync(pagesFolder);
  const kept = Object.fromEntries(files.map((name) => [name, readFileSync(join(pagesFolder, name), 'utf8')]));
  expect(kept).toEqual(await shippedPages());
});
