import pg from 'pg';

/** Passwords of the superuser and of the three roles of the product. */
export interface PostgresPasswords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
}

/** Connection URLs of one database, by role. */
export interface PostgresUrls {
  /** Only to create databases; the product never uses it. */
  readonly superuser: string;
  /** `capofila_owner`: owns the database, runs migrations. */
  readonly owner: string;
  /** `capofila_app`: the API; row-level security applies. */
  readonly app: string;
  /** `capofila_worker`: the worker, with its own policies. */
  readonly worker: string;
}

/** Login name of the cluster's superuser. */
export const superuserName = 'postgres';

/** Connection URLs for a database of the embedded server. */
export function postgresUrls(port: number, database: string, passwords: PostgresPasswords): PostgresUrls {
  const url = (user: string, password: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    superuser: url(superuserName, passwords.superuser),
    owner: url('capofila_owner', passwords.owner),
    app: url('capofila_app', passwords.app),
    worker: url('capofila_worker', passwords.worker),
  };
}

/**
 * Creates a database owned by `capofila_owner` unless it exists.
 * @param template database to copy, when given; nobody may be connected to it.
 */
export async function ensureDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return;
    const source = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    const database = client.escapeIdentifier(name);
    await client.query(`CREATE DATABASE ${database} OWNER capofila_owner${source}`);
    // Only the roles of the product may enter, and only the owner may create anything.
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO capofila_app, capofila_worker`);
  });
}

/** Runs one piece of work on a connection of its own and closes it. */
export async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the three roles of the product, or gives them these passwords again. */
export async function ensureRoles(port: number, passwords: PostgresPasswords): Promise<void> {
  const url = postgresUrls(port, 'postgres', passwords).superuser;
  await asSuperuser(url, async (client) => {
    const { owner, app, worker } = passwords;
    const roles = { capofila_owner: owner, capofila_app: app, capofila_worker: worker };
    for (const [role, password] of Object.entries(roles)) {
      const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = found.rowCount ? 'ALTER' : 'CREATE';
      await client.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
  });
}
