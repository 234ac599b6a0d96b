import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Client, WorkflowIdReusePolicy } from '@temporalio/client';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { queueOf, wake, WORKFLOWS } from '#process/workflows.js';
import { asWorker } from '#persistence/scoped.js';
import { dropWakes, takeWakes, type WakeRow } from '#persistence/wake/wake.js';
import { failpoint } from '#use-cases/failpoint.js';

const BATCH = 200;
const AT_ONCE = 20;
/** Mail goes at its hour, so its wake-ups leave room for those of cases. */
const POST_AT_ONCE = 2;
const CONNECT_MS = 10_000;
const RETRY_MS = { first: 500, most: 30_000 };
/** A notification can be lost with its connection; looking now and then costs one short query. */
const LOOK_ANYWAY_MS = 5_000;

/** Carries wake-ups from the outbox to Temporal: each starts its workflow if need be, and rings its bell. */
@Injectable()
export class Relay implements OnApplicationShutdown {
  private readonly log = new Logger('relay');
  private listener: pg.Client | undefined;
  private stopped = false;
  private look: (() => void) | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly database: DataSource) {}

  async start(client: Client, databaseUrl: string): Promise<void> {
    await this.listen(databaseUrl);
    this.running = this.run(client, databaseUrl);
  }

  private async listen(databaseUrl: string): Promise<void> {
    const listener = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'capofila-relay',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    });
    listener.on('notification', () => this.look?.());
    listener.on('error', (error) => {
      this.log.warn(`lost the connection that hears of wake-ups: ${error.message}`);
      this.listener = undefined;
    });
    await listener.connect();
    await listener.query('listen wake');
    this.listener = listener;
  }

  private async run(client: Client, databaseUrl: string): Promise<void> {
    let pause = RETRY_MS.first;
    while (!this.stopped) {
      const notified = this.nextNotification(LOOK_ANYWAY_MS);
      try {
        if (this.listener === undefined) await this.listen(databaseUrl);
        while ((await this.relayBatch(client)) === BATCH && !this.stopped);
        pause = RETRY_MS.first;
        await notified;
      } catch (error) {
        this.log.warn(`cannot wake workflows, trying again in ${pause} ms: ${String(error)}`);
        await this.nextNotification(pause, true);
        pause = Math.min(pause * 2, RETRY_MS.most);
      }
    }
  }

  /** Resolves at the next notification, at a stop, or after the given time. */
  private nextNotification(ms: number, onlyStop = false): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.look = () => {
        if (onlyStop && !this.stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async relayBatch(client: Client): Promise<number> {
    const rows = await asWorker(this.database, (manager) => takeWakes(manager, BATCH));
    if (rows.length === 0) return 0;
    const isPost = ({ kind }: WakeRow): boolean => kind === 'post';
    await this.ringAll(
      client,
      rows.filter((row) => !isPost(row)),
      AT_ONCE,
    );
    await this.ringAll(client, rows.filter(isPost), POST_AT_ONCE);
    failpoint('relay.before-delete');
    await asWorker(this.database, (manager) => dropWakes(manager, rows));
    return rows.length;
  }

  private async ringAll(client: Client, rows: WakeRow[], atOnce: number): Promise<void> {
    const bells = Array.from({ length: atOnce }, async () => {
      for (let row = rows.shift(); row !== undefined; row = rows.shift()) await this.ring(client, row);
    });
    await Promise.all(bells);
  }

  private async ring(client: Client, row: WakeRow): Promise<void> {
    await client.workflow.signalWithStart(WORKFLOWS[row.kind], {
      workflowId: row.workflow,
      taskQueue: queueOf(row.kind),
      args: [row.target],
      signal: wake,
      // A late fact reopens a closed case.
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.look?.();
    await this.running;
    await this.listener?.end();
  }
}
