import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '#persistence/migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { readPacked, writePacked } from './packed.js';

/**
 * The rows of a database as plain SQL, one statement a table, for the schema that its migrations make: as those never
 * change, naming the last is enough. Sequences go on where they stood; the clock is not a row but a moment.
 */
export async function dumpDatabase({ urls }: TestDatabase, file: string): Promise<void> {
  const client = new pg.Client(urls.superuser);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const ran = await column(client, 'select name from migration order by id');
    const [moment] = await column(
      client,
      `select to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
    );
    const lines = [`-- migrated: ${ran.join(' ')}`, `-- moment: ${moment}`];
    const tables = await column(
      client,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and relname not in ('migration', 'clock_offset') order by relname`,
    );
    for (const table of tables) {
      const rows = await column(client, `select to_jsonb(t)::text from ${table} t order by t::text`);
      if (rows.length > 0) lines.push(insertion(table, rows));
    }
    const sequences = `select format('select setval(%L, %s);', sequencename, last_value) from pg_sequences
      where schemaname = 'public' and last_value is not null and sequencename <> 'migration_id_seq' order by sequencename`;
    lines.push(...(await column(client, sequences)), '');
    await writePacked(file, lines.join('\n'));
  } finally {
    await client.end();
  }
}

function insertion(table: string, rows: readonly string[]): string {
  const values = rows.join(',\n').replaceAll("'", "''");
  return `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, '[\n${values}]');`;
}

async function column(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<string[]>({ text: query, rowMode: 'array' });
  return rows.map(([first]) => first ?? '');
}

/** A database of that release with the schema that it had; its clock goes on from the moment of the dump. */
export async function restoreDatabase(file: string): Promise<TestDatabase> {
  const sql = await readPacked(file);
  const said = (what: string) => new RegExp(`^-- ${what}: (.*)$`, 'm').exec(sql)?.[1] ?? '';
  const database = await createTestDatabase('empty');
  await migrateAs(database, said('migrated').split(' '));
  const client = new pg.Client(database.urls.superuser);
  await client.connect();
  try {
    // Triggers and references saw these rows when they were written.
    await client.query(`set session_replication_role = replica`);
    await client.query(sql);
    await client.query('update clock_offset set seconds = $1', [
      Math.round((Date.parse(said('moment')) - Date.now()) / 1000),
    ]);
  } finally {
    await client.end();
  }
  return database;
}

/** Only what that release had. */
async function migrateAs({ urls }: TestDatabase, names: readonly string[]): Promise<void> {
  const then = migrations.filter((Migration) => names.includes(new Migration().name ?? ''));
  if (then.length !== names.length) throw new Error(`a migration of ${names.join(', ')} is gone`);
  const source = await new DataSource({
    type: 'postgres',
    url: urls.owner,
    installExtensions: false,
    migrations: then,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  }).initialize();
  await source.runMigrations();
  await source.destroy();
}
