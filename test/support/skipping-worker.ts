import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import { addDays, epochMs, instantAt, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { NewFact } from '#domain/fact/fact.js';
import { openDataSource } from '#persistence/data-source.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { asWorker } from '#persistence/scoped.js';
import { wakeEverything } from '#persistence/wake/wake-everything.js';
import { Clock, type ClockReading } from '#use-cases/clock.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { readConfiguration } from '../../apps/worker/src/configuration.js';
import { Relay } from '../../apps/worker/src/relay/relay.js';
import { TemporalWorkers } from '../../apps/worker/src/temporal/temporal-workers.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import { launchCall } from './launched-call.js';
import { makeUpUnion, type MadeUpUnion } from './made-up-union.js';
import { sendDefinition } from './send-definition.js';
import { SmtpCatcher } from './smtp-catcher.js';
import { startTimeSkipping } from './time-skipping.js';
import { testBundle } from './workflow-bundle.js';

/** The calendar repeats after 28 years: same days of the week, and all of it lies ahead of the server's clock. */
const YEARS_AHEAD = 28;
const DAYS_AHEAD = 10_227;

/** 1.4.5 SEND with every date of the call 28 years later; everything that is counted stays as it is. */
export function sendAhead(): CallDefinition {
  const text = JSON.stringify(sendDefinition());
  return JSON.parse(
    text.replace(/"(opening|date|cap)":"(\d{4}-\d{2}-\d{2})"/g, (_all, name: string, date: LocalDate) => {
      return `"${name}":"${addDays(date, DAYS_AHEAD)}"`;
    }),
  ) as CallDefinition;
}

/** "2024-05-08" becomes the same day of the story, 28 years later. */
export function ahead(date: LocalDate): LocalDate {
  return `${Number(date.slice(0, 4)) + YEARS_AHEAD}${date.slice(4)}` as LocalDate;
}

/** The server's clock, and what passed while no worker ran. */
class SkippedClock extends Clock {
  offsetMs = 0;

  constructor(private readonly environment: TestWorkflowEnvironment) {
    super();
  }

  override async read(): Promise<ClockReading> {
    const { offsetMs } = this;
    return { now: (await this.environment.currentTimeMs()) + offsetMs, offsetMs };
  }
}

/** Facts of 2024 with which an application goes from the launch to a stage, dated 28 years later. */
export function milestoneAhead(
  milestone: string,
  date: LocalDate,
  more: { outcome?: string; data?: Record<string, string | number>; time?: string } = {},
): Act {
  const { outcome, data = {}, time = '09:00:00' } = more;
  return {
    type: 'milestone.recorded',
    legalDate: ahead(date),
    legalTime: time,
    body: { milestone, proof: 'proof', data, ...(outcome === undefined ? {} : { outcome }) },
  };
}

/** A mail with the local minute at which it arrived. */
export interface Arrived {
  at: string;
  /** "role.comune" */
  to: string;
  subject: string;
  text: string;
}

/** The product's worker on a server that skips time, with a union, a database and a catcher of its own. */
export class SkippingWorker {
  readonly #arrived: Promise<Arrived>[] = [];
  #worker: INestApplicationContext | undefined;

  private constructor(
    readonly environment: TestWorkflowEnvironment,
    readonly database: TestDatabase,
    readonly post: SmtpCatcher,
    readonly union: MadeUpUnion,
    /** As the worker's role. */
    readonly source: DataSource,
    readonly app: DataSource,
    private readonly clock: SkippedClock,
    private readonly dataFolder: string | undefined,
  ) {
    post.onMail((mail) => {
      const to = (mail.to[0] ?? '').replace('@comuni.example', '');
      const { subject, text } = mail;
      this.#arrived.push(clock.now().then((ms) => ({ at: minuteOf(ms), to, subject, text })));
    });
  }

  /** Everything runs and it is half past seven on the given day. */
  static async start(
    day: LocalDate,
    comuni: readonly string[] = ['Rivello'],
    dataFolder?: string,
  ): Promise<SkippingWorker> {
    quietRuntime();
    const [environment, database, post] = await Promise.all([
      startTimeSkipping(),
      createTestDatabase(),
      SmtpCatcher.start(),
    ]);
    const union = await makeUpUnion(database.urls.owner, comuni);
    const source = await openDataSource({ url: database.urls.worker });
    const app = await openDataSource({ url: database.urls.app });
    const clock = new SkippedClock(environment);
    const skipping = new SkippingWorker(environment, database, post, union, source, app, clock, dataFolder);
    await environment.sleep(epochMs(instantAt(day, '07:30')) - (await environment.currentTimeMs()));
    await skipping.startWorker();
    return skipping;
  }

  private async startWorker(): Promise<void> {
    const { environment, database, post } = this;
    const configuration = readConfiguration({
      CAPOFILA_MODE: 'test',
      CAPOFILA_DATABASE_URL: database.urls.worker,
      CAPOFILA_SMTP_URL: post.url,
      CAPOFILA_DATA_DIR: this.dataFolder,
    });
    const worker = await NestFactory.createApplicationContext(WorkerModule.with(configuration, this.clock), {
      logger: ['error'],
    });
    this.#worker = worker;
    const namespace = environment.namespace ?? 'default';
    await worker.get(TemporalWorkers).start(environment.nativeConnection, namespace, await testBundle());
    await worker.get(Relay).start(environment.client, database.urls.worker);
  }

  private async stopWorker(): Promise<void> {
    await this.#worker?.close();
  }

  async stop(): Promise<void> {
    await this.stopWorker();
    await this.source.destroy();
    await this.app.destroy();
    await this.post.stop();
    await this.database.drop();
    await this.environment.teardown();
  }

  /** Launches the call for all comuni; ids of their applications by name. */
  async launch(definition: CallDefinition): Promise<{ call: string; applications: Record<string, string> }> {
    const { call, applications } = await launchCall(this.app, this.record(), this.union, definition);
    const ids = Object.entries(applications).map(([name, { id }]) => [name, id]);
    return { call, applications: Object.fromEntries(ids) };
  }

  /** Puts a fact on record, in the office's name, as of now unless it says otherwise. */
  async act(application: string, fact: Act): Promise<void> {
    const { acting, facts } = await this.asOffice(fact);
    const outcome = await this.record().record(acting, application, () =>
      facts.map((each) => ({ fact: each })),
    );
    if (!outcome.ok) throw new Error(`${outcome.refused.code}: ${outcome.refused.detail}`);
  }

  /** Files a paper and accepts it. */
  async paper(application: string, requirement: string): Promise<void> {
    const document = randomUUID();
    const sha256 = 'a'.repeat(64);
    await this.act(application, {
      type: 'document.filed',
      body: { requirement, document, sha256, bytes: 10, mediaType: 'application/pdf' },
    });
    await this.act(application, {
      type: 'document.reviewed',
      body: { requirement, document, verdict: 'accepted' },
    });
  }

  /** The same for a call's stream. */
  async actInCall(call: string, fact: Act): Promise<void> {
    const { acting, facts } = await this.asOffice(fact);
    const outcome = await this.record().recordInCall(acting, call, () =>
      facts.map((each) => ({ fact: each })),
    );
    if (!outcome.ok) throw new Error(`${outcome.refused.code}: ${outcome.refused.detail}`);
  }

  /** Lets time pass, moment by moment: nothing is skipped before everybody has heard of what came before. */
  async goTo(day: LocalDate, time: string): Promise<void> {
    const target = epochMs(instantAt(day, time));
    for (;;) {
      await this.settled();
      const now = await this.clock.now();
      if (now >= target) return;
      const next = Math.min(target, (await this.nextMoment(now)) ?? target);
      // A timer is set some moments after it was computed: a second later it has rung for sure.
      await this.environment.sleep(Math.max(1, next - now) + (next === target ? 0 : 1000));
    }
  }

  /**
   * The worker's machine stands still until the given hour: nothing is decided, woken or sent, then it goes on. The test
   * server skips no time while a task waits for a worker, so the product's clock is moved instead, and every timer that
   * would have rung meanwhile is rung.
   */
  async outageUntil(day: LocalDate, time: string): Promise<void> {
    this.clock.offsetMs += epochMs(instantAt(day, time)) - (await this.clock.now());
    await asWorker(this.source, wakeEverything);
  }

  /** Mails that have arrived, in order; one line each: when, to whom, what about. */
  async arrived(): Promise<Arrived[]> {
    return Promise.all(this.#arrived);
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return asWorker(this.source, (manager) => manager.query(sql, parameters));
  }

  private record(): CaseRecord {
    return new CaseRecord(new PostgresCaseStore(this.app), this.clock);
  }

  private async asOffice(fact: Act) {
    const person = this.union.people['deskOfficer'] ?? '';
    const { date, time } = localAt(await this.clock.now());
    const whole = {
      legalDate: date,
      legalTime: time,
      legalSource: 'declared',
      channel: 'web',
      actor: person,
    };
    return { acting: { as: 'person' as const, person }, facts: [{ ...whole, ...fact } as NewFact] };
  }

  private async people(): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select distinct person_id as id from message where state = 'pending'`,
    );
    return rows.map((row) => row.id);
  }

  private async nextMoment(now: number): Promise<number | undefined> {
    const rows = await this.query<{ at: Date | null }>(
      'select min(next_moment) as at from application where not ended and next_moment > $1',
      [new Date(now)],
    );
    const box = this.box();
    const mails = await Promise.all((await this.people()).map((person) => box.next(person)));
    const all = [
      ...rows.flatMap((row) => (row.at === null ? [] : [row.at.getTime()])),
      ...mails.flatMap((mail) => (mail === undefined ? [] : [now + mail.waitMs])),
    ];
    return all.length === 0 ? undefined : Math.min(...all);
  }

  private box(): PostBox {
    if (this.#worker === undefined) throw new Error('no worker runs');
    return this.#worker.get(PostBox);
  }

  /** Resolves when no wake-up is on its way and nothing is due. */
  private async settled(): Promise<void> {
    if (!(await eventually(async () => !(await this.isBusy()))))
      throw new Error(`the worker does not come to rest: ${await this.unrest()}`);
  }

  private async unrest(): Promise<string> {
    const wakes = await this.query('select workflow from wake');
    const cases = await this.query('select id, next_moment from application');
    const mails = await this.query(`select slot, state from mail where state = 'sending'`);
    const now = minuteOf(await this.clock.now());
    return JSON.stringify({ now, wakes, cases, mails, atWork: await this.isAtWork() });
  }

  private async isBusy(): Promise<boolean> {
    // A task that was running may have queued more.
    return (await this.isDue()) || (await this.isAtWork()) || this.isDue();
  }

  private async isDue(): Promise<boolean> {
    const [row] = await this.query<{ due: boolean }>(
      `select exists (select 1 from wake) or exists (select 1 from mail where state = 'sending')
           or exists (select 1 from application where not ended and next_moment <= $1) as due`,
      [new Date(await this.clock.now())],
    );
    if (row?.due !== false) return true;
    const box = this.box();
    const mails = await Promise.all((await this.people()).map((person) => box.next(person)));
    return mails.some((mail) => mail !== undefined && mail.waitMs === 0);
  }

  /** True while an application's workflow has a task to do. */
  private async isAtWork(): Promise<boolean> {
    const rows = await this.query<{ id: string }>('select id from application');
    const { workflow } = this.environment.client;
    const busy = await Promise.all(
      rows.map(async ({ id }) => {
        const { events } = await workflow.getHandle(`application/${id}`).fetchHistory();
        const last = events?.at(-1)?.eventType;
        return last === SCHEDULED || last === STARTED;
      }),
    );
    return busy.includes(true);
  }
}

/** Numbers of the kinds of event in a history: a task that waits for a worker, and one that a worker has taken. */
const SCHEDULED = 5;
const STARTED = 6;

/** A fact without what is the same for all: when, how and by whom. */
export type Act = Pick<NewFact, 'type' | 'body'> &
  Partial<Pick<NewFact, 'legalDate' | 'legalTime' | 'corrects'>>;

function minuteOf(ms: number): string {
  const { date, time } = localAt(ms);
  return `${date} ${time.slice(0, 5)}`;
}

let quieted = false;

/** Temporal's own log speaks of trouble only; the test server lacks what it would warn of. */
function quietRuntime(): void {
  if (quieted) return;
  quieted = true;
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
}
