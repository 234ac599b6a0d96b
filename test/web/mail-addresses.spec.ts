import { globSync, readFileSync } from 'node:fs';

// A mail cannot be corrected once it is out: every page that it leads to must be there.
const router = readFileSync('apps/web/src/router.tsx', 'utf8');
const routes = [...router.matchAll(/^ {2}path: '([^']+)'/gm)].map(([, path = '']) => path);
const written = globSync('libs/notifications/**/*.ts', { exclude: (name) => name.endsWith('.spec.ts') })
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  .flatMap(({ file, source }) =>
    [...source.matchAll(/\$\{[\w.]+\}(\/(?:[\w-]|\$\{)(?:[\w/-]|\$\{[^}]+\})*)/g)].map(
      ([, path = '']) => [path.replace(/\$\{[^}]+\}/g, '$'), file] as const,
    ),
  );

test('the addresses of pages in mails are found, with those of an application and of a person’s own work', () => {
  const paths = written.map(([path]) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['/attivita', '/oggi', '/promemoria', '/benvenuto', '/candidature/$']),
  );
});

test.each(written)('%s, written by %s, is a page', (path) => {
  expect(routes.map((each) => each.replace(/\$\w+/g, '$'))).toContain(path);
});
