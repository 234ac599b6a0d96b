import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, relative } from 'node:path';

const root = process.cwd();
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** As Docker reads `.dockerignore`: the last line that fits a path or a folder above it decides. */
function isLeftOut(path: string): boolean {
  const above: string[] = [];
  for (let at = path; at !== '.'; at = dirname(at)) above.push(at);
  const fits = (glob: string) => above.some((at) => matchesGlob(at, glob));
  const last = linesOf('.dockerignore').findLast((line) => fits(line.replace('!', '')));
  return last !== undefined && !last.startsWith('!');
}

/** What the first stage takes from the repository: source and place of each COPY. */
function copiedByTheBuild(): { sources: string[]; to: string }[] {
  const [build = ''] = readFileSync('Dockerfile', 'utf8')
    .split(/^FROM /m)
    .slice(1);
  return [...build.matchAll(/^COPY (?!--)(.+)$/gm)].map(([, words = '']) => {
    const sources = words.split(' ');
    return { to: sources.pop() ?? '', sources };
  });
}

test('the pages built from exactly what the image copies have every guide and every picture', () => {
  const image = mkdtempSync(join(tmpdir(), 'capofila-image-'));
  try {
    for (const { sources, to } of copiedByTheBuild()) {
      for (const source of sources) {
        const target = to.endsWith('/') ? join(image, to, source) : join(image, to);
        cpSync(source, target, { recursive: true, filter: (path) => !isLeftOut(relative(root, path)) });
      }
    }
    symlinkSync(join(root, 'node_modules'), join(image, 'node_modules'));
    const built = spawnSync(process.execPath, [vite, 'build', 'apps/web', '--logLevel', 'warn'], {
      cwd: image,
      encoding: 'utf8',
      // What Jest sets for itself.
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    });
    expect(built.stderr).toBe('');
    expect(built.status).toBe(0);
    const manifest = readFileSync(join(image, 'dist', 'web', '.vite', 'manifest.json'), 'utf8');
    const assets = readdirSync(join(image, 'dist', 'web', 'assets'));
    const guides = readdirSync('docs/guida').filter((name) => name.endsWith('.md'));
    const pictures = readdirSync(join('docs', 'guida', 'immagini')).map((name) => name.replace('.png', ''));
    expect(guides.length).toBeGreaterThan(5);
    expect(guides.filter((name) => !manifest.includes(`docs/guida/${name}`))).toEqual([]);
    expect(pictures.filter((name) => !assets.some((file) => file.startsWith(`${name}-`)))).toEqual([]);
  } finally {
    rmSync(image, { recursive: true, force: true });
  }
});
