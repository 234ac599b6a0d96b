import type { Child } from './child.js';
import type { Say } from './run-tool.js';

/** Restarts within one minute after which a part is given up. */
const restartLimit = 5;

/** A part of the demo that is started again when it ends by itself, e.g. after `kill -9`. */
export class KeptRunning {
  #child: Child | undefined;
  #stopping = false;
  #restarts: number[] = [];

  private constructor(
    private readonly name: string,
    private readonly startPart: () => Promise<Child>,
    private readonly say: Say,
    private readonly gaveUp: (reason: string) => void,
  ) {}

  /**
   * Starts the part.
   * @param gaveUp called when it ends again and again.
   * @throws Error when the first start fails.
   */
  static async start(
    name: string,
    startPart: () => Promise<Child>,
    say: Say,
    gaveUp: (reason: string) => void,
  ): Promise<KeptRunning> {
    const part = new KeptRunning(name, startPart, say, gaveUp);
    await part.#startOnce();
    return part;
  }

  /** Stops the part and waits for its end. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#child?.stop();
  }

  async #startOnce(): Promise<void> {
    const child = await this.startPart();
    this.#child = child;
    if (this.#stopping) await child.stop();
    void child.exited.then((code) => this.#ended(code));
  }

  async #ended(code: number | null): Promise<void> {
    if (this.#stopping) return;
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((time) => now - time < 60_000), now];
    if (this.#restarts.length > restartLimit) {
      this.gaveUp(`${this.name} ended ${this.#restarts.length} times within a minute.`);
      return;
    }
    this.say(`${this.name} ended (status ${code ?? 'unknown'}); starting it again.`);
    try {
      await this.#startOnce();
      if (!this.#stopping) this.say(`${this.name} is running again.`);
    } catch (error) {
      this.gaveUp(error instanceof Error ? error.message : String(error));
    }
  }
}
