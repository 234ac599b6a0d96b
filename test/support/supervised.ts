import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Answer, type Desk, signIn } from '../../apps/demo/desk.js';

/** A program of the product that is started again whenever it dies, as an operator's supervisor does. */
export class Supervised {
  private process: ChildProcess | undefined;
  private stopping = false;
  deaths = 0;

  constructor(
    private readonly program: string,
    private readonly env: NodeJS.ProcessEnv,
    /** Of the first start only: a failpoint that must not strike again. */
    private readonly first: NodeJS.ProcessEnv = {},
  ) {}

  start(): void {
    this.stopping = false;
    const child = spawn(process.execPath, [this.program], {
      env: this.deaths === 0 ? { ...this.env, ...this.first } : this.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.process = child;
    child.once('exit', () => {
      if (this.stopping) return;
      this.deaths += 1;
      this.start();
    });
  }

  /** `kill -9`; resolves when it is dead, and on its way again. */
  async kill(): Promise<void> {
    const child = this.process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (child === undefined || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/** On a busy machine a program takes this long to start again, and no test should fail for it. */
const PATIENCE_MS = 90_000;

/** Asks until an answer comes: a client that keeps its idempotency key may ask as often as it likes. */
export function insist(ask: () => Promise<Answer>): Promise<Answer> {
  return again(async () => {
    const answer = await ask();
    return answer.status < 500 ? answer : undefined;
  });
}

/** Signs in as soon as the API answers. */
export function signInAgain(url: string, email: string, password: string): Promise<Desk> {
  return again(() => signIn(url, email, password));
}

async function again<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  const started = Date.now();
  for (;;) {
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (error) {
      if (Date.now() - started > PATIENCE_MS) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
