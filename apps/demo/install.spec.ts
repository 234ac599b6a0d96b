import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

test('packages of another folder, reached through a link, are not emptied', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'capofila-install-'));
  try {
    const [root, other] = [join(folder, 'clone'), join(folder, 'other')];
    await mkdir(join(root, 'apps', 'demo'), { recursive: true });
    await mkdir(join(other, 'node_modules', 'kept'), { recursive: true });
    await cp('apps/demo/install.mjs', join(root, 'apps', 'demo', 'install.mjs'));
    await writeFile(join(root, 'package-lock.json'), '{}');
    await symlink(join(other, 'node_modules'), join(root, 'node_modules'));
    const { code, err } = await new Promise<{ code: number; err: string }>((resolve) => {
      execFile(process.execPath, [join(root, 'apps', 'demo', 'install.mjs')], (error, _out, text) => {
        resolve({ code: Number(error?.code ?? 0), err: text });
      });
    });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is a symbolic link') });
    expect(await readdir(join(other, 'node_modules'))).toEqual(['kept']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
