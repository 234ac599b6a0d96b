import { Controller, Inject } from '@nestjs/common';
import type { ServiceStatus } from '#contracts/status.js';
import { Outbox } from '#use-cases/ports/outbox.js';
import { Answers } from '../route/answers.js';

/** Injection token: whether this is a demo. */
export const IS_DEMO = Symbol('IsDemo');

/** Whether the service works, as the Italian interoperability rules ask (`/status`). */
@Controller()
export class StatusController {
  constructor(
    private readonly outbox: Outbox,
    @Inject(IS_DEMO) private readonly demo: boolean,
  ) {}

  /** Wake-ups that nobody took for a minute mean that the engine stands still; filing goes on all the same. */
  @Answers('GET /status')
  async status(): Promise<ServiceStatus> {
    const waitingSeconds = await this.outbox.waitingSeconds();
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
}
