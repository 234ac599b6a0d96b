import type { Child } from './child.js';
import type { DemoFolder } from './demo-folder.js';
import { chooseDemoPorts, type DemoPorts } from './demo-ports.js';
import { KeptRunning } from './kept-running.js';
import { ensureDatabase, postgresUrls, type PostgresUrls } from './postgres-databases.js';
import { startPostgres } from './postgres.js';
import { Product } from './product.js';
import { provisionTemporal, type TemporalSource } from './provision-temporal.js';
import type { Say } from './run-tool.js';
import { SmtpCatcher } from './smtp-catcher.js';
import { ensureNamespace, startTemporalServer } from './temporal-server.js';

const databaseName = 'capofila';

const BANNER =
  'Dimostrazione. Comuni veri, situazioni e persone inventate. ' +
  'Dati storici: open data del Dipartimento (CC BY 4.0).';

export interface DemoWish {
  fresh: boolean;
  fromTheStart: boolean;
}

/** Everything `npm run demo` runs: the servers of the embedded defaults, then the product on them. */
export class Demo {
  /** What is to be stopped, in the order of starting. */
  readonly #stops: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  #stopped = false;
  /** While a year is told its hundreds of mails are not shown one by one. */
  #quiet = false;

  /** @param gaveUp called when a part cannot be kept running. */
  constructor(
    private readonly folder: DemoFolder,
    private readonly say: Say,
    private readonly gaveUp: (reason: string) => void,
  ) {}

  /**
   * @param fresh removes the data of earlier demos first.
   * @param fromTheStart no story: the demo begins in May 2024, for the tour.
   */
  async start({ fresh, fromTheStart }: DemoWish): Promise<void> {
    const started = Date.now();
    this.say(BANNER);
    await this.folder.claim();
    if (fresh) {
      this.say(`Removing ${this.folder.path} ...`);
      await this.folder.remove();
    }
    await this.folder.create();
    const temporal = await provisionTemporal(this.say);
    const ports = await chooseDemoPorts(process.env);
    const passwords = await this.folder.passwords();
    const urls = postgresUrls(ports.postgres, databaseName, passwords);
    const namespace = process.env['TEMPORAL_NAMESPACE'] || 'capofila';
    const temporalAddress = temporal.kind === 'running' ? temporal.address : `127.0.0.1:${ports.temporal}`;
    const httpUrl = `http://127.0.0.1:${ports.http}`;
    const smtpUrl = `smtp://127.0.0.1:${ports.smtp}`;
    const temporalUiUrl = temporal.kind === 'running' ? undefined : `http://127.0.0.1:${ports.temporalUi}`;
    await this.folder.announce({
      pid: process.pid,
      httpUrl,
      temporalAddress,
      temporalNamespace: namespace,
      ...(temporalUiUrl === undefined ? {} : { temporalUiUrl }),
      smtpUrl,
      databaseUrl: urls.worker,
      ownerUrl: urls.owner,
      ports: Object.values(ports) as number[],
    });
    this.#stops.push({ name: '', stop: () => this.folder.withdraw() });

    this.say('Starting PostgreSQL, Temporal and the mail catcher ...');
    await Promise.all([
      this.#startDatabase(ports, passwords, urls),
      this.#startTemporal(temporal, ports, namespace, temporalAddress),
      this.#startMail(ports),
    ]);
    const product = new Product(
      {
        ...process.env,
        CAPOFILA_MODE: 'demo',
        CAPOFILA_DATA_DIR: this.folder.path,
        CAPOFILA_DEMO_MAIL_DIR: this.folder.mail,
        CAPOFILA_HTTP_PORT: String(ports.http),
        CAPOFILA_SMTP_URL: smtpUrl,
        CAPOFILA_ANSWERS_URL: httpUrl,
        // The API serves the pages too.
        CAPOFILA_PAGES_URL: httpUrl,
        CAPOFILA_UNION_NAME: 'Unione dei Comuni Lucani del Lagonegrese',
        TEMPORAL_ADDRESS: temporalAddress,
        TEMPORAL_NAMESPACE: namespace,
      },
      (part) => this.folder.log(part),
      this.say,
    );
    this.say('Preparing the database ...');
    const ownerEnvironment = {
      CAPOFILA_OWNER_URL: urls.owner,
      CAPOFILA_DATABASE_URL: urls.worker,
      CAPOFILA_APP_URL: urls.app,
    };
    await product.command('migrate', ownerEnvironment);
    this.say(
      'Loading the union and its people; the first time their story is told too, for half a minute ...',
    );
    this.#quiet = true;
    await product.command('seed-demo', ownerEnvironment, fromTheStart ? ['--from-the-start'] : []);
    this.#quiet = false;

    await Promise.all([
      this.#keep('The API', () => product.startApi({ CAPOFILA_DATABASE_URL: urls.app }, httpUrl)),
      this.#keep('The worker', async () => product.startWorker({ CAPOFILA_DATABASE_URL: urls.worker })),
    ]);
    if (this.#stopped) return;
    this.say(`Ready in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    this.say(`  Pages          ${httpUrl}  (opens on Oggi as Marta; the other people are one click away)`);
    this.say(`  API            ${httpUrl}  (CAPOFILA_URL of the capofila command)`);
    if (temporalUiUrl !== undefined) this.say(`  Temporal       ${temporalUiUrl}/namespaces/${namespace}`);
    this.say(`  PostgreSQL     127.0.0.1:${ports.postgres}, database ${databaseName}`);
    this.say(`  Mail           ${this.folder.mail} (SMTP on port ${ports.smtp})`);
    this.say(`  Logs           ${this.folder.log('*')}`);
    this.say('Ctrl-C stops everything.');
  }

  /** Stops what was started, last first, and waits for it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (let part = this.#stops.pop(); part !== undefined; part = this.#stops.pop()) {
      await part.stop();
      if (part.name !== '') this.say(`${part.name} stopped.`);
    }
  }

  async #startDatabase(
    ports: DemoPorts,
    passwords: Parameters<typeof postgresUrls>[2],
    urls: PostgresUrls,
  ): Promise<void> {
    await this.#keep('PostgreSQL', () =>
      startPostgres({
        dataFolder: this.folder.postgres,
        port: ports.postgres,
        passwords,
        logFile: this.folder.log('postgres'),
      }),
    );
    await ensureDatabase(postgresUrls(ports.postgres, 'postgres', passwords).superuser, databaseName);
    this.say(`PostgreSQL is running on port ${new URL(urls.owner).port}.`);
  }

  async #startTemporal(
    source: TemporalSource,
    ports: DemoPorts,
    namespace: string,
    address: string,
  ): Promise<void> {
    if (source.kind === 'program') {
      await this.#keep('Temporal', () =>
        startTemporalServer({
          program: source.path,
          port: ports.temporal,
          uiPort: ports.temporalUi,
          databaseFile: this.folder.temporalFile,
          logFile: this.folder.log('temporal'),
        }),
      );
    }
    await ensureNamespace(address, namespace);
    this.say(`Temporal is running at ${address}.`);
  }

  async #startMail(ports: DemoPorts): Promise<void> {
    const catcher = await SmtpCatcher.start({ port: ports.smtp, folder: this.folder.mail });
    catcher.onMail((mail) => {
      if (!this.#quiet) this.say(`mail   to ${mail.to.join(', ')}: ${mail.subject}`);
    });
    this.#stops.push({ name: 'The mail catcher', stop: () => catcher.stop() });
  }

  async #keep(name: string, start: () => Promise<Child>): Promise<void> {
    const part = await KeptRunning.start(name, start, this.say, (reason) => this.gaveUp(reason));
    this.#stops.push({ name, stop: () => part.stop() });
    if (this.#stopped) await part.stop();
  }
}
