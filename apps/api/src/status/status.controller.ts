import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ServiceStatus } from '#contracts/status.js';
import { Outbox } from '#use-cases/ports/outbox.js';
import { Open } from '../identity/signed-in.js';

/** Injection token: whether this is a demo. */
export const IS_DEMO = Symbol('IsDemo');

/** Whether the service works, as the Italian interoperability rules ask (`/status`). */
@Open()
@ApiTags('status')
@Controller('status')
export class StatusController {
  constructor(
    private readonly outbox: Outbox,
    @Inject(IS_DEMO) private readonly demo: boolean,
  ) {}

  /** Wake-ups that nobody took for a minute mean that the engine stands still; filing goes on all the same. */
  @Get()
  @ApiOperation({ operationId: 'status', summary: 'Stato del servizio.' })
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
