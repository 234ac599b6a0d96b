import { CancellationScope, condition, isCancellation, setHandler, sleep } from '@temporalio/workflow';
import type { Alarm } from '#process/standing.js';
import { wake } from '#process/workflows.js';

/** Rung by every wake-up; whoever looks at the case puts it back first, so that no ring is lost. */
export interface Bell {
  rung: boolean;
}

export function listenForWakeUps(): Bell {
  const bell: Bell = { rung: false };
  setHandler(wake, () => {
    bell.rung = true;
  });
  return bell;
}

/** The one durable timer of a process. It is kept while its moment stays the same, and replaced when it moves. */
export class AlarmClock {
  private running: { moment: string; rang: boolean; scope: CancellationScope } | undefined;

  constructor(private readonly bell: Bell) {}

  /** Waits until the alarm's moment or a wake-up, whichever comes first. */
  async ringOrWake(alarm: Alarm, summary: string): Promise<void> {
    this.set(alarm, summary);
    await condition(() => this.bell.rung || this.running?.rang === true);
  }

  private set(alarm: Alarm, summary: string): void {
    const { timer, waitMs } = alarm;
    if (this.running !== undefined && !this.running.rang && this.running.moment === timer) return;
    this.running?.scope.cancel();
    this.running = undefined;
    if (timer === undefined || waitMs === undefined) return;
    const running = { moment: timer, rang: false, scope: new CancellationScope() };
    this.running = running;
    running.scope
      .run(async () => {
        await sleep(Math.max(1, waitMs), { summary });
        running.rang = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}
