import { basename, join } from 'node:path';
import { dataFolder } from '../data-folder.js';
import { definitionIn, shippedFiles } from '../definition-file.js';
import { drawingOf, pageOf } from './page.js';
import { waitsPage } from './waits-page.js';

/** Where the pages of the shipped definitions lie. */
export const pagesFolder = join(dataFolder, '..', 'docs', 'avvisi');

/** Every page of `docs/avvisi` as it is written now, by its name. */
export async function shippedPages(): Promise<Record<string, string>> {
  const drawn = await Promise.all(
    (await shippedFiles()).map(async (path) => {
      const definition = await definitionIn(path);
      const text = pageOf(definition, drawingOf(definition));
      return { file: basename(path).replace('.json', '.md'), title: definition.title, text };
    }),
  );
  return {
    'README.md': waitsPage(drawn),
    ...Object.fromEntries(drawn.map(({ file, text }) => [file, text])),
  };
}
