import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { definitionIn, faultsInWords, jsonIn } from '../definition-file.js';
import { BadUse, print } from '../output.js';

/** `definition ...`: what a call definition is, whether one is right, and how it looks. */
export function addDefinitionCommand(program: Command): void {
  const definition = program.command('definition').description('call definitions');
  definition
    .command('check <file>')
    .description('check a call definition; exit code 1 when it has faults')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const { readDefinition } = await import('#use-cases/call/load-definition.js');
      const read = readDefinition(await jsonIn(file));
      const faults = read.ok ? [] : read.faults;
      print({ valid: read.ok, faults }, options, () =>
        read.ok
          ? `${read.definition.id} version ${read.definition.version}: ${read.definition.stages.length} stages, every one can be reached and ended.`
          : faultsInWords(faults),
      );
      if (!read.ok) process.exitCode = 1;
    });
  definition
    .command('draw [file]')
    .description('draw a call definition as a Markdown page with Mermaid pictures')
    .option('--all', 'write the pages of all shipped definitions into docs/avvisi')
    .option('--json', 'print JSON')
    .action(async (file: string | undefined, options: { all?: boolean; json?: boolean }) => {
      if ((file === undefined) !== (options.all === true)) throw new BadUse('Name one file, or --all.');
      if (file === undefined) {
        const written = await writePages();
        print({ written }, options, () => written.join('\n'));
        return;
      }
      const { drawingOf, pageOf } = await import('../draw/page.js');
      const read = await definitionIn(file);
      const drawing = drawingOf(read);
      print(drawing, options, () => pageOf(read, drawing).trimEnd());
    });
  definition
    .command('schema')
    .description('print the JSON Schema of a call definition')
    .action(async () => {
      const { callDefinitionJsonSchema } = await import('#contracts/call-definition.js');
      process.stdout.write(`${JSON.stringify(callDefinitionJsonSchema(), null, 2)}\n`);
    });
}

async function writePages(): Promise<string[]> {
  const { pagesFolder, shippedPages } = await import('../draw/shipped-pages.js');
  await mkdir(pagesFolder, { recursive: true });
  const pages = Object.entries(await shippedPages());
  await Promise.all(pages.map(([name, text]) => writeFile(join(pagesFolder, name), text)));
  return pages.map(([name]) => `docs/avvisi/${name}`);
}
