import type { PostgresPasswords } from '../../apps/demo/postgres-databases.js';

/** Fixed passwords: the servers of the tests listen on 127.0.0.1 only and live for one run. */
export const testPasswords: PostgresPasswords = {
  superuser: 'superuser',
  owner: 'owner',
  app: 'app',
  worker: 'worker',
};

/** Temporal namespace of the tests. */
export const testNamespace = 'capofila';

/** Port of the PostgreSQL that start-servers.ts started. */
export function testPostgresPort(): number {
  return Number(required('CAPOFILA_TEST_PG_PORT'));
}

/** `host:port` of the Temporal server that start-servers.ts started. */
export function testTemporalAddress(): string {
  return required('CAPOFILA_TEST_TEMPORAL_ADDRESS');
}

/** Folder that goes with the servers: what is made once a run and is no database. */
export function testFolder(): string {
  return required('CAPOFILA_TEST_FOLDER');
}

/** True within a run of the tests. */
export function areServersGiven(): boolean {
  return process.env['CAPOFILA_TEST_FOLDER'] !== undefined;
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this test in the jest project "real".`);
  return value;
}
