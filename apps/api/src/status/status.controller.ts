import { Controller, Inject } from '@nestjs/common';
import { setTimeout as after } from 'node:timers/promises';
import type { ServiceStatus } from '#contracts/status.js';
import { Outbox } from '#use-cases/ports/outbox.js';
import { Unavailable } from '#use-cases/ports/unavailable.js';
import { Answers } from '../route/answers.js';

const PATIENCE_MS = 2_000;

/** Injection token: whether this is a demo. */
export const IS_DEMO = Symbol('IsDemo');

/** Whether the service works, as the Italian interoperability rules ask (`/status`). */
@Controller()
export class StatusController {
  private asked: Promise<number> | undefined;

  constructor(
    private readonly outbox: Outbox,
    @Inject(IS_DEMO) private readonly demo: boolean,
  ) {}

  /** Wake-ups that nobody took for a minute mean that the engine stands still; filing goes on all the same. */
  @Answers('GET /status')
  async status(): Promise<ServiceStatus> {
    const waitingSeconds = await this.waitingSeconds();
    const { demo } = this;
    if (waitingSeconds < 60) return { status: 'ok', detail: 'Tutto funziona.', waitingSeconds, demo };
    const minutes = Math.floor(waitingSeconds / 60);
    return {
      status: 'delayed',
      detail: `Il servizio dei promemoria è fermo da ${minutes} minuti. Quello che carichi è al sicuro; le e-mail partiranno appena riparte. (SYS-07)`,
      waitingSeconds,
      demo,
    };
  }

  /** Whoever asks often while nothing answers adds no question to those that wait. */
  private async waitingSeconds(): Promise<number> {
    this.asked ??= this.outbox.waitingSeconds().finally(() => (this.asked = undefined));
    const answered = new AbortController();
    try {
      return await Promise.race([this.asked, tooLate(answered.signal)]);
    } finally {
      answered.abort();
    }
  }
}

/** Says how things are without waiting for them. */
async function tooLate(signal: AbortSignal): Promise<never> {
  await after(PATIENCE_MS, undefined, { signal, ref: false });
  throw new Unavailable(`the database did not answer within ${PATIENCE_MS} ms`);
}
