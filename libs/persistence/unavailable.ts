import { Unavailable } from '#use-cases/ports/unavailable.js';

/** What PostgreSQL says of itself: no connection (08), no room (53), shutting down (57P), out of patience. */
const OF_SERVER = /^(?:08...|53...|57P0.|57014|55P03|25P0[34])$/;
const OF_NETWORK =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What pg and its pool say without a code. */
const IN_WORDS = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;
/** What TypeORM says when the connection was lost between two statements. */
const GONE = /AlreadyReleasedError$/;

/** Whether the database itself failed, and not what was asked of it. */
export function isOfDatabase(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (OF_SERVER.test(code) || OF_NETWORK.test(code)) return true;
  return IN_WORDS.test(error.message) || GONE.test(error.name);
}

/** Of PostgreSQL or of the network; empty where there is none. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** What was asked of the database outside a transaction. @throws Unavailable where it did not answer */
export async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw isOfDatabase(error) ? new Unavailable(error.message) : error;
  }
}
