import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallDefinition } from '#domain/call/definition.js';
import type { DefinitionFault } from '#domain/call/definition-faults.js';
import { dataFolder } from './data-folder.js';
import { BadUse } from './output.js';

/** The files of the definitions that come with the product, those of the demo last. */
export async function shippedFiles(): Promise<string[]> {
  const folders = [join(dataFolder, 'calls'), join(dataFolder, 'demo', 'calls')];
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).toSorted().map((name) => join(folder, name))),
  );
  return names.flat().filter((name) => name.endsWith('.json'));
}

/** @throws BadUse where there is no such file, Error when it has faults. */
export async function definitionIn(file: string): Promise<CallDefinition> {
  const { readDefinition } = await import('#use-cases/call/load-definition.js');
  const read = readDefinition(await jsonIn(file));
  if (!read.ok) throw new Error(faultsInWords(read.faults));
  return read.definition;
}

export async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BadUse(`There is no file ${file}.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
}

export function faultsInWords(faults: readonly DefinitionFault[]): string {
  return faults.map((each) => `${each.code} ${each.at}: ${each.message}`).join('\n');
}
