import pg from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';

/** OID of PostgreSQL's type `date`. */
const DATE = 1082;

// A civil date has no hour and no zone: as a JavaScript Date it would move by a day.
pg.types.setTypeParser(DATE, (text) => text);

/** How a program of the product connects. */
export interface DataSourceOptions {
  /** `postgres://role:password@host:port/database`. */
  readonly url: string;
  /** Connections kept open at most; 10 when absent. */
  readonly poolSize?: number;
  /** Name in `pg_stat_activity`; "capofila" when absent. */
  readonly applicationName?: string;
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
    // The server must not read civil dates in the machine's own zone.
    extra: {
      options: `-c TimeZone=UTC${options.mayLoseLastSecond === true ? ' -c synchronous_commit=off' : ''}`,
    },
  });
  return source.initialize();
}
