import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { watchdogScript } from './watchdog.js';

/** A program to run in the background under the watchdog. */
export interface ChildProgram {
  /** Name for messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly workingFolder?: string;
  /** Everything the program prints is appended here. */
  readonly logFile?: string;
  /** Called with each line the program prints. */
  readonly onLine?: (line: string) => void;
  /** How the program is asked to stop. */
  readonly stopSignal?: 'TERM' | 'INT';
  /** Seconds between the request to stop and SIGKILL. */
  readonly graceSeconds?: number;
  /** System user to run as; only root may set it. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** A running program that dies with the process that started it. */
export class Child {
  /** Resolves with the exit status when the program has ended. */
  readonly exited: Promise<number | null>;
  #running = true;

  constructor(
    readonly name: string,
    private readonly watchdog: ChildProcess,
    private readonly log: WriteStream | undefined,
  ) {
    this.exited = new Promise((resolve) => {
      watchdog.once('error', () => this.#ended(resolve, null));
      watchdog.once('exit', (code) => this.#ended(resolve, code));
    });
  }

  /** False after the program has ended. */
  get running(): boolean {
    return this.#running;
  }

  /** Asks the program to stop, waits until it has ended. Calling it twice is harmless. */
  async stop(): Promise<void> {
    this.watchdog.stdin?.end();
    await this.exited;
  }

  #ended(resolve: (code: number | null) => void, code: number | null): void {
    this.#running = false;
    this.watchdog.stdin?.destroy();
    this.log?.end();
    resolve(code);
  }
}

/** Starts a program that stops when {@link Child.stop} is called or when this process ends in any way. */
export function startChild(program: ChildProgram): Child {
  const watchdog = spawn(
    '/bin/sh',
    [
      '-c',
      watchdogScript,
      'watchdog',
      program.stopSignal ?? 'TERM',
      String(program.graceSeconds ?? 15),
      program.command,
      ...program.args,
    ],
    {
      // A group of its own: Ctrl-C in the terminal must reach only the program that decides the order of stopping.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: program.workingFolder ?? process.cwd(),
      env: program.environment ?? process.env,
      ...program.user,
    },
  );
  const log = program.logFile === undefined ? undefined : createWriteStream(program.logFile, { flags: 'a' });
  for (const stream of [watchdog.stdout, watchdog.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (log?.writable) log.write(`${line}\n`);
      program.onLine?.(line);
    });
  }
  // Writing to a pipe whose reader is gone is no news: the exit says it.
  watchdog.stdin.on('error', () => undefined);
  return new Child(program.name, watchdog, log);
}
