import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How to start PostgreSQL, which refuses to run as root. */
export interface PostgresLauncher {
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Command that changes the user by itself, when the plain way cannot reach the files. */
  readonly prefix: readonly string[];
}

/**
 * How to start PostgreSQL here: as this user, or, for root, as system user `postgres`, who must be able to enter the
 * given folders.
 * @throws Error when root cannot give PostgreSQL a user that works.
 */
export async function chooseLauncher(folders: readonly string[]): Promise<PostgresLauncher> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = await systemUser();
  const closed = (await Promise.all(folders.map(folderClosedToOthers))).find(
    (folder) => folder !== undefined,
  );
  if (closed === undefined) return { user, prefix: [] };
  // A repository under /root: user postgres cannot even reach the binaries, so it keeps one right of root, to pass folders.
  const capability = '+dac_override';
  const prefix = [
    'setpriv',
    '--securebits=+no_setuid_fixup', // otherwise access(), with which initdb looks for its programs, ignores that right
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
  try {
    await run('setpriv', [...prefix.slice(1), 'true'], { cwd: '/' });
  } catch {
    throw new Error(
      `PostgreSQL does not run as root, and user postgres cannot enter ${closed}. Move the repository to a folder that every user may enter, or run as a normal user.`,
    );
  }
  return { prefix };
}

/** Ids of the system user `postgres`, created when root lacks it. */
export async function systemUser(): Promise<{ uid: number; gid: number }> {
  const ids = async () => ({
    uid: Number((await run('id', ['-u', 'postgres'])).stdout),
    gid: Number((await run('id', ['-g', 'postgres'])).stdout),
  });
  try {
    return await ids();
  } catch {
    try {
      await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
      return await ids();
    } catch {
      throw new Error(
        'PostgreSQL does not run as root, and a system user "postgres" could not be created. Create it (useradd --system --user-group postgres) or run as a normal user.',
      );
    }
  }
}

/** The first folder on the way up that only its owner and group may pass, if any. */
async function folderClosedToOthers(folder: string): Promise<string | undefined> {
  if (((await stat(folder)).mode & 0o001) === 0) return folder;
  return dirname(folder) === folder ? undefined : folderClosedToOthers(dirname(folder));
}
