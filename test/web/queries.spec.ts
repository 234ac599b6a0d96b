import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEB = 'apps/web/src';
const QUERIES = join(WEB, 'api', 'queries');

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))
  .map((name) => ({ file: join(WEB, name), text: readFileSync(join(WEB, name), 'utf8') }));

test('what the page asks stands in api/queries: no other file says how, nor under which key', () => {
  const elsewhere = sources.filter(
    ({ file, text }) => !file.startsWith(QUERIES) && /\bqueryFn\b|queryKey: \[/.test(text),
  );
  expect(elsewhere.map(({ file }) => file)).toEqual([]);
});

test('no two questions share a key, so what lies under one has one type', () => {
  // `['application', id, 'facts']` and `['application', slug, 'facts']` are one key.
  const keys = sources
    .filter(({ file }) => file.startsWith(QUERIES))
    .flatMap(({ text }) => [...text.matchAll(/queryKey: \[([^\]]+)\]/g)])
    .map(([, parts = '']) => parts.split(', ').map((part) => (part.startsWith("'") ? part : '…')));
  expect(keys.length).toBeGreaterThan(20);
  const shapes = keys.map((parts) => parts.join(', '));
  expect(shapes.filter((shape, n) => shapes.indexOf(shape) !== n)).toEqual([]);
});
