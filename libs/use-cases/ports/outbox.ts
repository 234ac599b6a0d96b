import type { MailOutage } from '#domain/post/outage.js';

/** What is on its way: wake-ups to the engine, e-mails to the mail server. */
export abstract class Outbox {
  /** Seconds for which the oldest wake-up has waited; 0 when none waits. */
  abstract waitingSeconds(): Promise<number>;
  /** Over all unions; undefined while the mail server takes what it is given. */
  abstract mailOutage(now: number): Promise<MailOutage | undefined>;
}
