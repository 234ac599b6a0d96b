import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

interface Violation {
  rule: { name: string };
  from: string;
}

interface Cruise {
  modules: { source: string; dependencies: { resolved: string }[] }[];
}

const FIXTURES = 'test/architecture/fixtures';

async function violations(): Promise<string[]> {
  const command = ['--config', 'test/architecture/rules.cjs', '--output-type', 'json', FIXTURES];
  // The exit code counts the violations.
  const { stdout } = await promisify(execFile)('node_modules/.bin/depcruise', command, {
    maxBuffer: 1e8,
  }).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations
    .filter(({ from }) => from.startsWith(FIXTURES))
    .map(({ rule, from }) => `${from.slice(FIXTURES.length + 1)}: ${rule.name}`)
    .toSorted();
}

test('each fixture breaks its rule, and no other', async () => {
  expect(await violations()).toEqual([
    'apps/api/asks-an-adapter.ts: api-gets-adapters-in-one-place',
    'apps/api/borrows-from-a-test.ts: product-imports-no-test',
    'apps/api/decides-who-may.ts: use-cases-ask-the-policy-table',
    'apps/api/reads-mail-with-a-test-tool.ts: product-needs-no-development-package',
    'apps/api/starts-a-workflow.ts: api-knows-no-temporal',
    'apps/cli/borrows-from-the-api.ts: apps-stand-alone',
    'apps/cli/opens-the-database.ts: command-opens-the-database-in-few-files',
    'apps/demo/opens-the-database.ts: demo-starts-programs',
    'apps/web/asks-the-database.ts: web-knows-contracts-and-domain',
    'apps/web/src/api/writes-a-date.ts: web-api-point-down',
    'apps/web/src/pages/today/opens-another-page.ts: page-imports-no-page',
    'apps/web/src/parts/people/asks-a-page.ts: web-parts-point-down',
    'apps/web/src/ui/knows-a-part.ts: web-ui-point-down',
    'apps/web/src/words/asks-the-api.ts: web-words-point-down',
    'apps/worker/answers-people.ts: worker-answers-nobody',
    'apps/worker/imports-a-workflow.ts: worker-takes-workflows-by-path',
    'circle/first.ts: no-cycles',
    'circle/nowhere.ts: nothing-unresolved',
    'libs/configuration/opens-a-database.ts: configuration-reads-settings',
    'libs/contracts/opens-a-database.ts: contracts-know-forms',
    'libs/documents/opens-a-database.ts: adapter-documents',
    'libs/domain/application/admit/decides.ts: domain-points-down-3',
    'libs/domain/application/case/decides.ts: domain-points-down-2',
    'libs/domain/application/decide/explains.ts: domain-points-down-4',
    'libs/domain/application/explain/allows.ts: domain-points-down-5',
    'libs/domain/application/may/decides.ts: domain-points-down-6',
    'libs/domain/call/reads-a-case.ts: domain-points-down-1',
    'libs/domain/reads-a-file.ts: domain-is-pure',
    'libs/domain/reminder/counts-days-itself.ts: calendar-library-in-two-folders',
    'libs/domain/term/takes-the-machines-calendar.ts: calendar-library-by-its-implementation',
    'libs/identity/opens-a-database.ts: adapter-identity',
    'libs/notifications/asks-another-adapter.ts: adapter-notifications',
    'libs/persistence/sends-mail.ts: adapter-persistence',
    'libs/process/runs-a-rule.ts: process-takes-types-of-the-domain-only',
    'libs/process/starts-a-client.ts: process-is-shared-words',
    'libs/use-cases/opens-a-database.ts: use-cases-know-ports',
    'workflows/runs-a-rule.ts: workflows-run-no-rule',
  ]);
});

test('from the router to the words there are at most nine floors, and no two parts need each other', async () => {
  const web = 'apps/web/src';
  const command = [
    '--config',
    'test/architecture/rules.cjs',
    '--include-only',
    web,
    '--output-type',
    'json',
    web,
  ];
  const { stdout } = await promisify(execFile)('node_modules/.bin/depcruise', command, { maxBuffer: 1e8 });
  const { modules } = JSON.parse(stdout) as Cruise;
  // A floor is a folder by its noun: a page, a part, `ui`, `api`, `words`; the router lies above them.
  const floorOf = (file: string) => /^apps\/web\/src\/((?:pages|parts)\/[^/]+|\w+(?=\/)|)/.exec(file)?.[1];
  const below = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const floor = floorOf(source);
    if (floor === undefined) continue;
    const seen = below.get(floor) ?? new Set();
    for (const each of dependencies) {
      const under = floorOf(each.resolved);
      if (under !== undefined && under !== floor) seen.add(under);
    }
    below.set(floor, seen);
  }
  const longest = (floor: string, above: string[] = []): string[] => {
    if (above.includes(floor)) throw new Error(`A circle: ${[...above, floor].join(' > ')}`);
    const chains = [...(below.get(floor) ?? [])].map((each) => longest(each, [...above, floor]));
    return [floor, ...chains.reduce((a, b) => (b.length > a.length ? b : a), [])];
  };
  expect(longest('').length).toBeLessThanOrEqual(9);
});

test('each rule has a fixture that breaks it', async () => {
  const rules = createRequire(import.meta.url)('./rules.cjs') as { forbidden: { name: string }[] };
  const broken = new Set((await violations()).map((line) => line.split(': ')[1]));
  expect(rules.forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
});

test('what worker and workflows share takes from Temporal only the functions that define a message', async () => {
  const files = (await readdir('libs/process')).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(`libs/process/${file}`, 'utf8')));
  const imported = [...sources.join('\n').matchAll(/import \{([^}]*)\} from '@temporalio\/workflow'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim());
  expect(imported).not.toEqual([]);
  expect(imported.filter((name) => !name.startsWith('define'))).toEqual([]);
});
