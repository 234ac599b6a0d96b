import { localAt } from '#domain/calendar/local-date.js';
import { isWithdrawn } from '#domain/call/brake.js';
import { callEndNow } from '#domain/call/call-terms.js';
import { isLate } from '#domain/term/term.js';
import type { Case } from '../case/case.js';
import type { Acting } from './form.js';
import { actingFor, type PermittedInput } from './permitted.js';

/**
 * In whose name somebody may open another application after this one came to nothing: a no, a withdrawal that was
 * decreed, a refusal (FAQ 02/003/014). Only while the call is open.
 */
export function mayApplyAgain(input: PermittedInput, { ended, path, closed }: Case): Acting | undefined {
  const { definition, streams, now } = input;
  const done = closed === undefined && path.at(-2)?.left?.outcome === 'done';
  if (!ended || done || isWithdrawn(streams.call)) return undefined;
  const end = callEndNow(definition, streams.call);
  const { date, time } = localAt(now);
  if (end !== undefined && isLate(end, date, time)) return undefined;
  return actingFor(input, 'apply');
}
