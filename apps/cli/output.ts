/** The command was called wrongly: exit code 2. */
export class BadUse extends Error {}

/** Prints a result: as JSON for programs, else in the words given. */
export function print(result: unknown, options: { json?: boolean }, words: () => string): void {
  process.stdout.write(`${options.json === true ? JSON.stringify(result, null, 2) : words()}\n`);
}

/** A required environment variable. @throws BadUse */
export function environment(name: string, what: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new BadUse(`Set ${name}: ${what}.`);
  return value;
}
