/** Everything that a history says: its JSON, and its payloads decoded. */
export function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'data' && typeof each === 'string'
      ? [Buffer.from(each, 'base64').toString('utf8')]
      : [name, ...wordsOf(each)],
  );
}
