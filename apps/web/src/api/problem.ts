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
export async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) {
    return answer.status >= 502
      ? unreachable()
      : new Problem(answer.status, `HTTP-${answer.status}`, words.problem.unknown);
  }
  const { code, detail, fields, field } = body as Partial<Problem>;
  return new Problem(
    answer.status,
    code ?? `HTTP-${answer.status}`,
    detail ?? words.problem.unknown,
    fields ?? [],
    field,
  );
}

/** What does not exist, and what is of others: the page says so, since asking again would change nothing. */
export function isNotThere(error: Error | null): boolean {
  return error instanceof Problem && error.status === 404;
}
