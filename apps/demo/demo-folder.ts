import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPortFree } from './free-port.js';
import type { PostgresPasswords } from './postgres-databases.js';

/** What a running demo says about itself in `demo.json`, for the `capofila` command and for a second demo. */
export interface RunningDemo {
  /** Process id of `npm run demo`'s program. */
  readonly pid: number;
  readonly httpUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalUiUrl?: string;
  readonly smtpUrl: string;
  /** Connection URL of role `capofila_worker`. */
  readonly databaseUrl: string;
  /** Connection URL of role `capofila_owner`. */
  readonly ownerUrl: string;
  /** TCP ports it listens on. */
  readonly ports: readonly number[];
}

/** The one folder that holds the demo's data and logs. */
export class DemoFolder {
  constructor(readonly path: string) {}

  get postgres(): string {
    return join(this.path, 'postgres');
  }
  get temporalFile(): string {
    return join(this.path, 'temporal.db');
  }
  get mail(): string {
    return join(this.path, 'mail');
  }
  /** Path of the log of one part. */
  log(part: string): string {
    return join(this.path, 'logs', `${part}.log`);
  }

  /**
   * Makes sure that no other demo uses the folder. After one that was killed, waits until the parts it had started are
   * gone, so that the same ports can be used again.
   * @throws Error when another demo is running.
   */
  async claim(): Promise<void> {
    const former = await this.#former();
    if (former === undefined || former.pid === process.pid) return;
    if (await isDemo(former.pid)) {
      throw new Error(
        `The demo is already running (process ${former.pid}, ${former.httpUrl}). Stop it with Ctrl-C there first.`,
      );
    }
    for (let tenths = 0; tenths < 200; tenths += 1) {
      const free = await Promise.all(former.ports.map((port) => isPortFree(port)));
      if (free.every(Boolean)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Removes everything, data and logs. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  async create(): Promise<void> {
    await mkdir(join(this.path, 'logs'), { recursive: true });
  }

  /** The passwords of the database's roles: made once, kept in a file that only its owner reads. */
  async passwords(): Promise<PostgresPasswords> {
    const file = join(this.path, 'passwords.json');
    const kept = await readFile(file, 'utf8').catch(() => undefined);
    if (kept !== undefined) return JSON.parse(kept) as PostgresPasswords;
    const secret = () => randomBytes(24).toString('base64url');
    const made = { superuser: secret(), owner: secret(), app: secret(), worker: secret() };
    await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    return made;
  }

  /** Says where the demo can be reached. */
  async announce(demo: RunningDemo): Promise<void> {
    await writeFile(this.#announcement, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  }

  /** Takes the announcement back, after an orderly end. */
  async withdraw(): Promise<void> {
    await rm(this.#announcement, { force: true });
  }

  get #announcement(): string {
    return join(this.path, 'demo.json');
  }

  async #former(): Promise<RunningDemo | undefined> {
    try {
      return JSON.parse(await readFile(this.#announcement, 'utf8')) as RunningDemo;
    } catch {
      return undefined;
    }
  }
}

/** True when that process exists and is a demo: after a crash its number may belong to another program. */
async function isDemo(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes('demo/main.js');
}
