import type { Problem as Said } from '#contracts/problem.js';
import { words } from '../words/index.js';

/** What the API (or the network) said instead of an answer; `detail` is an Italian sentence that says what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    /** Of a form: the fields that are wrong, by their path in the request. */
    readonly fields: readonly { path: string; message: string }[] = [],
    /** The one field that `detail` is about, by its path in the request. */
    readonly field?: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The network or the server is away: nothing was said, so nothing is known to be lost. */
export function unreachable(): Problem {
  return new Problem(0, 'RETE-01', words.problem.unreachable);
}

/** Reads an answer that is no success. */
export function problemOf(status: number, text: string): Problem {
  const said = saidIn(text);
  if (said === undefined && status >= 502) return unreachable();
  const { code = `HTTP-${status}`, detail = words.problem.unknown, fields, field } = said ?? {};
  return new Problem(status, code, detail, fields, field);
}

/** Undefined where somebody before the API answered. */
function saidIn(text: string): Partial<Said> | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
}

/** What does not exist, and what is of others: the page says so, since asking again would change nothing. */
export function isNotThere(error: Error | null): boolean {
  return error instanceof Problem && error.status === 404;
}
