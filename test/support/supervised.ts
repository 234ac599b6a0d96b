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

/** Asks until an answer comes: a client that keeps its idempotency key may ask as often as it likes. */
export async function insist(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await ask();
      if (answer.status < 500) return answer;
    } catch (error) {
      if (tries > 400) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Signs in as soon as the API answers. */
export async function signInAgain(url: string, email: string, password: string): Promise<Desk> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await signIn(url, email, password);
    } catch (error) {
      if (tries > 400) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
