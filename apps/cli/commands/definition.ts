import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { BadUse, print } from '../output.js';

/** `definition check FILE`: the form of a call definition, and the proofs that every stage ends and every term starts. */
export function addDefinitionCommand(program: Command): void {
  const definition = program.command('definition').description('call definitions');
  definition
    .command('check <file>')
    .description('check a call definition; exit code 1 when it has faults')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const { readDefinition } = await import('#use-cases/call/load-definition.js');
      const read = readDefinition(await jsonOf(file));
      const faults = read.ok ? [] : read.faults;
      print({ valid: read.ok, faults }, options, () =>
        read.ok
          ? `${read.definition.id} version ${read.definition.version}: ${read.definition.stages.length} stages, every one can be reached and ended.`
          : faults.map((each) => `${each.code} ${each.at}: ${each.message}`).join('\n'),
      );
      if (!read.ok) process.exitCode = 1;
    });
  definition
    .command('schema')
    .description('print the JSON Schema of a call definition')
    .action(async () => {
      const { callDefinitionJsonSchema } = await import('#contracts/call-definition.js');
      process.stdout.write(`${JSON.stringify(callDefinitionJsonSchema(), null, 2)}\n`);
    });
}

async function jsonOf(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BadUse(`There is no file ${file}.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
}
