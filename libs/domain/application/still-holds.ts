import type { MessageDecision } from '#domain/reminder/message.js';
import { type Case } from './case.js';
import { documentState } from './walk.js';
import type { Fact } from '#domain/fact/fact.js';

/** Why a message that was decided is not sent: kept with it, so that "why did I get nothing?" has an answer. */
export type Dropped = 'done' | 'termMoved' | 'ended' | 'replaced';

/** Whether a decided message is still true when its hour comes; somebody may have acted since. */
export function stillHolds(
  message: Pick<MessageDecision, 'kind' | 'term' | 'params'>,
  theCase: Case,
  facts: readonly Fact[],
): Dropped | undefined {
  if (message.term !== undefined) {
    const { id, round, end } = message.term;
    const term = theCase.terms.find((each) => each.id === id && each.round === round);
    if (term === undefined || term.status === 'met') return theCase.ended ? 'ended' : 'done';
    return term.term.end === end ? undefined : 'termMoved';
  }
  const requirement = String(message.params['requirement'] ?? '');
  switch (message.kind) {
    case 'documentReturned':
    case 'officeReview': {
      const wanted = message.kind === 'officeReview' ? 'inReview' : 'returned';
      const asked = theCase.missing.find((each) => each.requirement.id === requirement);
      if (asked?.status !== wanted) return 'done';
      const last = documentState(facts, { id: requirement, review: true }).versions.at(-1);
      return last?.body.document === message.params['document'] ? undefined : 'replaced';
    }
    case 'officeRound':
    case 'question':
      return theCase.stage.id === message.params['stage'] || theCase.open.length > 0 ? undefined : 'done';
    case 'officeCall':
      return theCase.missing.length === 0 ? 'done' : undefined;
    default:
      return undefined;
  }
}
