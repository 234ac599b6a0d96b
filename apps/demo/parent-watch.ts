import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Calls back once when npm, which started this program through a shell, is gone, however it ended: the kernel then
 * gives the shell, or this program, another parent. Started without npm, nothing is watched, so that it can be left
 * running in the background.
 * @returns stops watching.
 */
export async function watchParent(gone: () => void): Promise<() => void> {
  if (process.env['npm_lifecycle_event'] === undefined) return () => undefined;
  const shell = process.ppid;
  const npm = await parentOf(shell);
  const timer = setInterval(() => {
    void (async () => {
      if (process.ppid === shell && (await parentOf(shell)) === npm) return;
      clearInterval(timer);
      gone();
    })();
  }, 1000);
  return () => clearInterval(timer);
}

async function parentOf(pid: number): Promise<number | undefined> {
  try {
    if (process.platform !== 'linux')
      return Number((await run('ps', ['-o', 'ppid=', '-p', `${pid}`])).stdout);
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
  } catch {
    return undefined;
  }
}
