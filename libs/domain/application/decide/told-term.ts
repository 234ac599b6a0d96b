import type { MessageTerm } from '#domain/reminder/message.js';
import type { RunningTerm } from '../case/running-term.js';

/** A term as a message announces it: whatever it says of the term, the post must know until when it is of use. */
export function toldTerm({ id, round, peremptory, term }: RunningTerm): MessageTerm {
  const { end, safeEnd, cutOff } = term;
  return { id, round, end, safeEnd, ...(cutOff === '23:59' ? {} : { cutOff }), peremptory };
}
