import type { WakeRow } from '#persistence/wake/wake.js';
import type { CaseRecord } from '#use-cases/record/case-record.js';
import type { PostBox } from '#use-cases/post/post-box.js';
import type { DeliverMail } from '#use-cases/post/deliver-mail.js';
import type { StandingClock } from './standing-clock.js';

interface Moment {
  at: number;
  kind: 'application' | 'post';
  target: string;
  /** Name of the mail that goes then. */
  slot?: string;
}

/** What the engine works with: the worker's own parts. */
export interface EngineParts {
  clock: StandingClock;
  /** Takes the wake-ups that are queued. */
  wakes: () => Promise<readonly Pick<WakeRow, 'kind' | 'target'>[]>;
  cases: CaseRecord;
  box: PostBox;
  mail: DeliverMail;
}

/**
 * Does what worker and Temporal do, without them and without waiting: hears the wake-ups of the outbox, and looks at
 * every application and mailbox at the very moment for which it set its timer.
 */
export class StoryEngine {
  /** The next moment of each application and of each person's post. */
  private readonly alarms = new Map<string, Moment>();
  mails = 0;

  constructor(private readonly parts: EngineParts) {}

  /** Lets time pass until a moment; whatever is due by then is decided and sent at its own hour. */
  async until(moment: number): Promise<void> {
    await this.hear();
    for (let due = this.due(moment); due.length > 0; due = this.due(moment)) {
      const at = Math.max(...due.map((each) => each.at), this.parts.clock.moment);
      this.parts.clock.moveTo(at);
      await Promise.all(due.map((each) => this.ring(each)));
      await this.hear();
    }
    this.parts.clock.moveTo(moment);
  }

  /** All that is due at the next moment; decisions first, as their mail goes with that of the same hour. */
  private due(until: number): Moment[] {
    let first: Moment[] = [];
    for (const moment of this.alarms.values()) {
      const [held] = first;
      if (moment.at > until || (held !== undefined && isBefore(held, moment))) continue;
      first = held === undefined || isBefore(moment, held) ? [moment] : [...first, moment];
    }
    return first;
  }

  private async ring({ kind, target, slot }: Moment): Promise<void> {
    if (kind === 'application') return this.look(target);
    if (slot === undefined) throw new Error('a mail has a slot');
    const outcome = await this.parts.mail.run(target, slot);
    if (outcome !== 'nothing') this.mails += 1;
    await this.lookAtPost(target, outcome === 'nothing' ? slot : undefined);
  }

  /** Hears every wake-up that is queued, as the relay does. */
  private async hear(): Promise<void> {
    for (;;) {
      const wakes = await this.parts.wakes();
      if (wakes.length === 0) return;
      const of = (kind: WakeRow['kind']) => wakes.filter((wake) => wake.kind === kind);
      await Promise.all(of('application').map((wake) => this.look(wake.target)));
      await Promise.all(of('post').map((wake) => this.lookAtPost(wake.target)));
    }
  }

  private async look(application: string): Promise<void> {
    const outcome = await this.parts.cases.look(application);
    if (!outcome.ok) throw new Error(outcome.refused.code);
    const { waitMs, wait } = outcome.value;
    if (waitMs === undefined || wait.kind === 'end') this.alarms.delete(application);
    else this.set({ at: this.parts.clock.moment + waitMs, kind: 'application', target: application });
  }

  /** @param empty slot that was tried just now and had nothing to send. */
  private async lookAtPost(person: string, empty?: string): Promise<void> {
    const next = await this.parts.box.next(person);
    if (next === undefined) {
      this.alarms.delete(person);
      return;
    }
    // With a wait it is another moment of the same hour: something else of it is still to come.
    if (next.slot === empty && next.waitMs === 0)
      throw new Error(`the mail of ${empty} neither goes nor is given up`);
    this.set({ at: this.parts.clock.moment + next.waitMs, kind: 'post', target: person, slot: next.slot });
  }

  private set(moment: Moment): void {
    this.alarms.set(moment.target, moment);
  }
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.at < b.at || (a.at === b.at && a.kind < b.kind);
}
