import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { readDefinition } from '#use-cases/call/load-definition.js';
import { dataFolder } from './data-folder.js';

/** Keeps the call definitions that come with the product; one that is there already stays. Answers their names. */
export async function keepShippedCalls(source: DataSource): Promise<string[]> {
  const kept: string[] = [];
  const files = await readdir(join(dataFolder, 'calls'));
  for (const file of files.filter((name) => name.endsWith('.json')).toSorted()) {
    const read = readDefinition(JSON.parse(await readFile(join(dataFolder, 'calls', file), 'utf8')));
    if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.faults)}`);
    const outcome = await keepDefinition(new PostgresDefinitions(source), { as: 'worker' }, read.definition);
    if (!outcome.ok) throw new Error(`${file}: ${outcome.refused.code} ${outcome.refused.detail}`);
    kept.push(`${outcome.value.id} version ${outcome.value.version}`);
  }
  return kept;
}
