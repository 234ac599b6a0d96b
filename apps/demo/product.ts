import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, type Child } from './child.js';
import { shownLogLine } from './log-line.js';
import { projectRoot } from './project-root.js';
import type { Say } from './run-tool.js';

/** The product's own programs, as built in `dist`. */
export class Product {
  constructor(
    private readonly environment: NodeJS.ProcessEnv,
    private readonly logOf: (part: string) => string,
    private readonly say: Say,
  ) {}

  /**
   * Runs one command of `capofila` to its end and shows what it prints.
   * @throws Error when the command fails.
   */
  async command(
    name: string,
    environment: NodeJS.ProcessEnv,
    options: readonly string[] = [],
  ): Promise<void> {
    const lines: string[] = [];
    const child = startChild({
      name,
      command: process.execPath,
      args: [program('cli'), name, ...options],
      environment: { ...this.environment, ...environment },
      workingFolder: projectRoot,
      logFile: this.logOf(name),
      onLine: (line) => {
        lines.push(line);
        if (line.trim() !== '') this.say(`  ${shownLogLine(line) ?? line}`);
      },
    });
    const code = await child.exited;
    if (code !== 0)
      throw new Error(`"capofila ${name}" failed (status ${code}): ${lines.at(-1) ?? 'no message'}`);
  }

  /** Starts the API and waits until it answers. */
  async startApi(environment: NodeJS.ProcessEnv, url: string): Promise<Child> {
    const child = this.#start('api', environment);
    while (child.running) {
      try {
        const answer = await fetch(`${url}/status`, { signal: AbortSignal.timeout(2000) });
        await answer.body?.cancel();
        if (answer.ok) return child;
      } catch {
        // Not listening yet: the only way to learn it is to ask.
      }
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 150)), child.exited]);
    }
    throw new Error(`The API ended before it answered; see ${this.logOf('api')}.`);
  }

  /** Starts the worker. */
  startWorker(environment: NodeJS.ProcessEnv): Child {
    return this.#start('worker', environment);
  }

  #start(part: 'api' | 'worker', environment: NodeJS.ProcessEnv): Child {
    return startChild({
      name: part,
      command: process.execPath,
      args: ['--enable-source-maps', program(part)],
      environment: { ...this.environment, ...environment },
      workingFolder: projectRoot,
      logFile: this.logOf(part),
      onLine: (line) => {
        const shown = shownLogLine(line);
        if (shown !== undefined) this.say(`${part.padEnd(6)} ${shown}`);
      },
    });
  }
}

function program(part: 'api' | 'worker' | 'cli'): string {
  const path = join(projectRoot, 'dist', 'apps', part, 'main.js');
  if (existsSync(path)) return path;
  throw new Error(`${path} is missing: this build has no program "${part}". Run "npm run build".`);
}
