import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { wakeEverything } from '#persistence/wake/wake-everything.js';
import type { FailpointName } from '#use-cases/failpoint.js';
import type { Answer, Desk } from '../../apps/demo/desk.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { eventually } from './eventually.js';
import { demoPassword, productDatabase, setClockOf } from './product.js';
import { testTemporalAddress } from './server-addresses.js';
import { SmtpCatcher } from './smtp-catcher.js';
import { insist, signInAgain, Supervised } from './supervised.js';

/** API and worker as programs of their own, as they are installed; the real nine comuni, the demo's people. */
export interface Programs {
  api: Supervised;
  worker: Supervised;
  /** As the worker's role. */
  source: DataSource;
  databaseUrl: string;
  post: SmtpCatcher;
  /** Temporal's, of these programs alone. */
  namespace: string;
  url: string;
  signIn(email: string): Promise<Desk>;
  /** Moves the product's clock and wakes everything, as the demo does. */
  setClock(date: LocalDate, time: string): Promise<void>;
  /** Resolves when every wake-up was carried to Temporal. */
  relayed(): Promise<void>;
  /** Resolves when, besides, every mail that goes alone has gone, and every digest due by then (ISO instant). */
  delivered(digestsBy?: string): Promise<void>;
  stop(): Promise<void>;
}

interface Wish {
  date: LocalDate;
  time: string;
  temporalAddress?: string;
  /** A program that dies once, at a named moment. */
  dies?: { program: 'api' | 'worker'; at: FailpointName };
}

/** Starts both from `dist`; each is started again whenever it dies. */
export async function startPrograms(wish: Wish): Promise<Programs> {
  const database = await productDatabase(wish);
  const post = await SmtpCatcher.start();
  const folder = await mkdtemp(join(tmpdir(), 'capofila-programs-'));
  const source = await openDataSource({ url: database.urls.worker });
  const port = await anyFreePort();
  const namespace = `programs-${randomUUID()}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATA_DIR: folder,
    CAPOFILA_HTTP_PORT: String(port),
    CAPOFILA_SMTP_URL: post.url,
    TEMPORAL_ADDRESS: wish.temporalAddress ?? testTemporalAddress(),
    TEMPORAL_NAMESPACE: namespace,
  };
  const supervise = (program: 'api' | 'worker', databaseUrl: string) =>
    new Supervised(
      `dist/apps/${program}/main.js`,
      { ...env, CAPOFILA_DATABASE_URL: databaseUrl },
      wish.dies?.program === program ? { CAPOFILA_FAILPOINT: wish.dies.at } : {},
    );
  const api = supervise('api', database.urls.app);
  const worker = supervise('worker', database.urls.worker);
  api.start();
  worker.start();
  const url = `http://127.0.0.1:${port}`;
  return {
    api,
    worker,
    source,
    databaseUrl: database.urls.worker,
    post,
    namespace,
    url,
    signIn: (email) => signInAgain(url, email, demoPassword),
    setClock: async (date, time) => {
      await setClockOf(database, { date, time });
      await asWorker(source, wakeEverything);
    },
    relayed: () => until(source, 'wake-ups are not carried', `exists (select 1 from wake)`, []),
    delivered: (by = '-infinity') => until(source, 'mails do not go', UNDELIVERED, [by]),
    stop: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await source.destroy();
      await post.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const UNDELIVERED = `exists (select 1 from wake)
  or exists (select 1 from mail where state = 'sending')
  or exists (select 1 from message where state = 'pending' and (not digest or deliver_at <= $1))`;

/** Other programs write: whoever waits for them can only ask. */
async function until(source: DataSource, complaint: string, busy: string, values: string[]): Promise<void> {
  const done = await eventually(async () => {
    const [row] = await source.query<{ busy: boolean }[]>(`select ${busy} as busy`, values);
    return row?.busy === false;
  });
  if (!done) throw new Error(complaint);
}

/** The office at its desk: launches for comuni and writes down what they say. */
export class Office {
  private constructor(
    private readonly marta: Desk,
    readonly body: string,
  ) {}

  static async of(programs: Programs): Promise<Office> {
    const marta = await programs.signIn('marta@unione.example');
    return new Office(marta, Object.values(marta.bodies)[0] ?? '');
  }

  async launch(comuni: string[] | 'all'): Promise<Application[]> {
    const definition = { id: 'send-comuni-2024', version: 1 };
    const answer = await insist(() =>
      this.marta.post(
        '/calls',
        { actingBody: this.body, definition, comuni },
        { 'idempotency-key': 'the-launch' },
      ),
    );
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json.applications;
  }

  /** "Sì" said on the telephone. */
  decides(application: Application, key: string): Promise<Answer> {
    const body = { milestone: 'participation', outcome: 'yes' };
    const onBehalfOf = application.applicant;
    return this.fact(application, key, { onBehalfOf, channel: 'phone', type: 'milestone.recorded', body });
  }

  reviews(
    application: Application,
    key: string,
    verdict: { requirement: string; document: string; verdict: 'accepted' | 'returned'; reason?: string },
  ): Promise<Answer> {
    return this.fact(application, key, { type: 'document.reviewed', body: verdict });
  }

  private fact(application: Application, key: string, request: object): Promise<Answer> {
    const path = `/applications/${application.number}/facts`;
    const body = { actingBody: this.body, ...request };
    return insist(() => this.marta.post(path, body, { 'idempotency-key': key }));
  }
}

/** As the launch answers. */
export interface Application {
  id: string;
  number: string;
  comune: string;
  /** Id of the comune's body. */
  applicant: string;
}

/** A comune files a paper, as often as it takes. */
export function files(
  desk: Desk,
  application: Application,
  key: string,
  requirement: string,
): Promise<Answer> {
  const query = `requirement=${requirement}&actingBody=${application.applicant}`;
  const content = `${requirement} ${application.comune}`;
  return insist(() =>
    desk.upload(`/applications/${application.number}/documents?${query}`, content, {
      'idempotency-key': key,
    }),
  );
}
