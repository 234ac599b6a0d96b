import pg from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';

/** OID of PostgreSQL's type `date`. */
const DATE = 1082;

// A civil date has no hour and no zone: as a JavaScript Date it would move by a day.
pg.types.setTypeParser(DATE, (text) => text);

/** Milliseconds after which the database gives up, and says so. */
export interface Patience {
  /** For a free connection, or a new one. */
  readonly connectMs: number;
  readonly statementMs: number;
  readonly lockMs: number;
  /** A transaction that asks nothing holds its locks all the same. */
  readonly idleMs: number;
}

/** How a program of the product connects. */
export interface DataSourceOptions {
  /** `postgres://role:password@host:port/database`. */
  readonly url: string;
  /** Connections kept open at most; 10 when absent. */
  readonly poolSize?: number;
  /** Name in `pg_stat_activity`; "capofila" when absent. */
  readonly applicationName?: string;
  /** How long it waits for what; without limit when absent: for commands, which may take their time. */
  readonly patience?: Patience;
  /** Commits do not wait for the disk: for what can be done anew, as the demo's story. Standard is that they do. */
  readonly mayLoseLastSecond?: true;
}

/**
 * A pool of connections to PostgreSQL, open and ready. Whoever opens it calls `destroy()`.
 *
 * Work on data goes through `asPerson` or `asWorker` (scoped.ts): a query on the pool itself runs without a person and
 * sees nothing.
 * @throws Error of the driver when the server cannot be reached or refuses the password.
 */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'capofila',
    entities: [...entities],
    // Tables are made by migrations only.
    synchronize: false,
    installExtensions: false,
    ...(options.patience === undefined ? {} : { connectTimeoutMS: options.patience.connectMs }),
    extra: { options: settingsOf(options), keepAlive: true },
  });
  return source.initialize();
}

/** Said to the server, which undoes what takes too long; a limit in the driver would leave it running there. */
function settingsOf({ patience, mayLoseLastSecond }: DataSourceOptions): string {
  // The server must not read civil dates in the machine's own zone.
  const settings = ['TimeZone=UTC'];
  if (mayLoseLastSecond === true) settings.push('synchronous_commit=off');
  if (patience !== undefined) {
    settings.push(
      `statement_timeout=${patience.statementMs}`,
      `lock_timeout=${patience.lockMs}`,
      `idle_in_transaction_session_timeout=${patience.idleMs}`,
    );
  }
  return settings.map((each) => `-c ${each}`).join(' ');
}
