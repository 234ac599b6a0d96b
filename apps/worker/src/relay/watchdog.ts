import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asWorker } from '#persistence/scoped.js';
import { queueWake } from '#persistence/wake/wake.js';
import { Clock } from '#use-cases/clock.js';
import { PostBox } from '#use-cases/post/post-box.js';

/** What passed its moment this long ago was forgotten by somebody: it is woken again and said aloud. */
const LATE_MS = 10 * 60_000;
const SWEEP_MS = 60 * 60_000;

@Injectable()
export class Watchdog implements OnApplicationShutdown {
  private readonly log = new Logger('watchdog');
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly post: PostBox,
  ) {}

  start(everyMs: number): void {
    this.every(everyMs, () => this.look());
    this.every(SWEEP_MS, () => this.sweep());
  }

  private every(ms: number, work: () => Promise<unknown>): void {
    const timer = setInterval(() => {
      work().catch((error: unknown) => this.log.error(String(error)));
    }, ms);
    this.timers.push(timer);
  }

  /**
   * Wakes every case, and every person's post, that is ten minutes late; says how many. So the reading of a union's files,
   * which begins like this: where it never ran it is late.
   */
  async look(): Promise<{ cases: number; posts: number }> {
    const late = new Date((await this.clock.now()) - LATE_MS);
    const cases: { id: string }[] = await asWorker(this.database, (manager) =>
      manager.query(`select id from application where next_moment < $1 and not ended`, [late]),
    );
    const posts = await this.latePosts(late);
    await this.wakeFiles(late);
    if (cases.length > 0 || posts.length > 0) {
      await asWorker(this.database, async (manager) => {
        await queueWake(
          manager,
          'application',
          cases.map((row) => row.id),
        );
        await queueWake(manager, 'post', posts);
      });
      this.log.warn(
        `late by ten minutes or more, woken: ${cases.length} applications, ${posts.length} posts`,
      );
    }
    return { cases: cases.length, posts: posts.length };
  }

  private async wakeFiles(late: Date): Promise<void> {
    await asWorker(this.database, async (manager) => {
      const unions: { id: string }[] = await manager.query(
        `select u.id from union_ u left join file_reading r on r.union_id = u.id
          where r.next_at is null or r.next_at < $1
             or exists (select 1 from spoilt_file s where s.union_id = u.id and s.tell_at < $1
                         and s.told_at is null and s.healed_at is null)`,
        [late],
      );
      await queueWake(
        manager,
        'files',
        unions.map(({ id }) => id),
      );
    });
  }

  /** A message may be right to wait: for the next morning's digest, or with its mail for the mail server. */
  private async latePosts(late: Date): Promise<string[]> {
    const waiting: { person_id: string }[] = await asWorker(this.database, (manager) =>
      manager.query(
        `select distinct m.person_id from message m
          where m.state = 'pending' and m.mail_id is null and m.deliver_at < $1
            and not exists (select 1 from mail l where l.person_id = m.person_id and l.state = 'sending')`,
        [late],
      ),
    );
    const posts: string[] = [];
    for (const { person_id: person } of waiting) {
      if ((await this.post.next(person))?.waitMs === 0) posts.push(person);
    }
    return posts;
  }

  /** Deletes sessions, links and answers past their time. */
  async sweep(): Promise<void> {
    await asWorker(this.database, (manager) => manager.query('select delete_expired()'));
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }
}
