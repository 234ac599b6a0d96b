import { chmod, copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';
import { runTool, type Say } from './run-tool.js';

const host = 'https://temporal.download';

/**
 * Tries the Temporal SDK's own download, quickly given up where its host cannot be reached.
 * @param target path the program is put at when the download works.
 * @returns a reason in words when it does not.
 */
export async function downloadBySdk(
  what: 'cli' | 'test-server',
  version: string,
  target: string,
  say: Say,
): Promise<string | undefined> {
  const closed = await reasonHostIsClosed();
  if (closed !== undefined) return closed;
  const folder = `${target}.download-${process.pid}`;
  await mkdir(folder, { recursive: true });
  try {
    say(`Downloading the Temporal ${what} ${version} from ${host} ...`);
    const result = await runTool({
      command: process.execPath,
      args: [join(projectRoot, 'apps/demo/sdk-download.mjs'), what, version, folder],
      workingFolder: projectRoot,
      doing: 'Downloading',
      say,
      limitSeconds: 180,
    });
    if (!result.ok) return result.reason;
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      if (!(await stat(path)).isFile()) continue;
      await copyFile(path, `${target}.new-${process.pid}`);
      await chmod(`${target}.new-${process.pid}`, 0o755);
      await rename(`${target}.new-${process.pid}`, target);
      return undefined;
    }
    return 'the download left no program behind';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reasonHostIsClosed(): Promise<string | undefined> {
  // Behind a proxy only the SDK's own client can tell.
  if (process.env['HTTPS_PROXY'] ?? process.env['https_proxy']) return undefined;
  try {
    await fetch(host, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(4000) });
    return undefined;
  } catch {
    return `${host} cannot be reached`;
  }
}
