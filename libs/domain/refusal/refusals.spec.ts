import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSALS } from './refusals.js';

const sources = ['libs', 'apps/api']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|\/refusals\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

/** As a value of its own, and at the end of a sentence about a field. */
const used = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/'([A-Z]{2,6}-\d{2,3})'|\(([A-Z]{2,6}-\d{2,3})\)'/g)].map(
      ([, alone, inWords]) => alone ?? inWords,
    ),
  ),
);

/**
 * Faults of a definition, which are told together under DEF-00; findings about an act, which refuse nothing; a database
 * that cannot be migrated or is another union's, of which only a command speaks; a mail server that is away;
 * files that are to be restored.
 */
const NO_REFUSAL =
  /^(?:DEF-\d\d|CUP-(?:0[67]|1[12])|DENARO-0[12]|INVIO-0[12]|(?:SCHEMA|UNIONE)-01|SYS-0[89])$/;

test('the product refuses with every code of the table', () => {
  expect(Object.keys(REFUSALS).filter((code) => !used.has(code))).toEqual([]);
});

test('and with no other', () => {
  const other = [...used].filter((code) => code !== undefined && !(code in REFUSALS));
  expect(other.filter((code) => !NO_REFUSAL.test(code ?? ''))).toEqual([]);
});
