import { Controller, Inject } from '@nestjs/common';
import { setTimeout as after } from 'node:timers/promises';
import type { ServiceStatus } from '#contracts/status.js';
import { type MailOutage, minutesOfOutage } from '#domain/post/outage.js';
import { Clock } from '#use-cases/clock.js';
import { Outbox } from '#use-cases/ports/outbox.js';
import { FilesInSight } from '#use-cases/ports/stored-files.js';
import { Unavailable } from '#use-cases/ports/unavailable.js';
import { Answers } from '../route/answers.js';

const PATIENCE_MS = 2_000;

/** Injection token: whether this is a demo. */
export const IS_DEMO = Symbol('IsDemo');

interface Known {
  waitingSeconds: number;
  now: number;
  outage: MailOutage | undefined;
  files: { readAt?: string; spoilt: number };
}

/** Whether the service works, as the Italian interoperability rules ask (`/status`). */
@Controller()
export class StatusController {
  private asked: ReturnType<typeof this.read> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly files: FilesInSight,
    private readonly clock: Clock,
    @Inject(IS_DEMO) private readonly demo: boolean,
  ) {}

  /**
   * Wake-ups that nobody took for a minute mean that the engine stands still; filing goes on all the same. E-mails that
   * nobody takes mean that the mail server is away.
   */
  @Answers('GET /status')
  async status(): Promise<ServiceStatus> {
    const { waitingSeconds, outage, files, now } = await this.asIs();
    const { demo } = this;
    const mailWaitsMinutes = outage === undefined ? 0 : minutesOfOutage(outage, now);
    const said = {
      waitingSeconds,
      mailWaitsMinutes,
      filesReadAt: files.readAt ?? null,
      filesToRestore: files.spoilt,
      demo,
    };
    if (waitingSeconds >= 60) {
      return {
        ...said,
        status: 'delayed',
        detail: `Il servizio dei promemoria è fermo da ${Math.floor(waitingSeconds / 60)} minuti. Quello che carichi è al sicuro; le e-mail partiranno appena riparte. (SYS-07)`,
      };
    }
    if (outage === undefined) {
      const { spoilt } = files;
      if (spoilt === 0) return { ...said, status: 'ok', detail: 'Tutto funziona.' };
      const which = spoilt === 1 ? 'Un file depositato è' : `${spoilt} file depositati sono`;
      return {
        ...said,
        status: 'ok',
        detail: `Il servizio funziona. ${which} da riprendere dalla copia di sicurezza: chi gestisce Capofila li trova con «capofila verify --documents». (SYS-09)`,
      };
    }
    return {
      ...said,
      status: 'delayed',
      detail: `Il server di posta non prende e-mail da ${mailWaitsMinutes} minuti. Quello che carichi è al sicuro; le e-mail partiranno da sole appena torna. (SYS-08)`,
    };
  }

  /** Whoever asks often while nothing answers adds no question to those that wait. */
  private async asIs(): ReturnType<typeof this.read> {
    this.asked ??= this.read().finally(() => (this.asked = undefined));
    const answered = new AbortController();
    try {
      return await Promise.race([this.asked, tooLate(answered.signal)]);
    } finally {
      answered.abort();
    }
  }

  private async read(): Promise<Known> {
    const waitingSeconds = await this.outbox.waitingSeconds();
    const now = await this.clock.now();
    const outage = await this.outbox.mailOutage(now);
    return { waitingSeconds, now, outage, files: await this.files.counts() };
  }
}

/** Says how things are without waiting for them. */
async function tooLate(signal: AbortSignal): Promise<never> {
  await after(PATIENCE_MS, undefined, { signal, ref: false });
  throw new Unavailable(`the database did not answer within ${PATIENCE_MS} ms`);
}
