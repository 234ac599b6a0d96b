import type { MessageDecision } from '#domain/reminder/message.js';
import { type Case, waitsOutsideSince, workedOn } from './case.js';
import { documentState } from './walk.js';
import type { Fact } from '#domain/fact/fact.js';

/** Why a message that was decided is not sent: kept with it, so that "why did I get nothing?" has an answer. */
export type Dropped = 'done' | 'termMoved' | 'ended' | 'lapsed' | 'suspended' | 'replaced';

/** Whether a decided message is still true when its hour comes; somebody may have acted since. */
export function stillHolds(
  message: Pick<MessageDecision, 'kind' | 'term' | 'params'>,
  theCase: Case,
  facts: readonly Fact[],
): Dropped | undefined {
  if (message.term !== undefined) {
    const { id, round, end, safeEnd } = message.term;
    const term = theCase.terms.find((each) => each.id === id && each.round === round);
    if (term === undefined || term.status === 'met') return theCase.ended ? 'ended' : 'done';
    if (term.term.end !== end || term.term.safeEnd !== safeEnd) return 'termMoved';
    const asks = message.kind === 'reminder' || message.kind === 'escalation';
    return asks && (term.status === 'lapsed' || term.status === 'suspended') ? term.status : undefined;
  }
  const requirement = String(message.params['requirement'] ?? '');
  if (message.params['approval'] !== undefined) return approvalHolds(message.params, theCase);
  switch (message.kind) {
    case 'documentReturned':
    case 'officeReview': {
      const sentBack = message.params['sentBack'];
      if (sentBack !== undefined) {
        return theCase.needs.some((each) => each.requirement.id === sentBack) ? undefined : 'done';
      }
      const wanted = message.kind === 'officeReview' ? 'inReview' : 'returned';
      const asked = workedOn(theCase).find((each) => each.requirement.id === requirement);
      if (asked?.status !== wanted) return 'done';
      const last = documentState(facts, { id: requirement, review: true }).versions.at(-1);
      return last?.body.document === message.params['document'] ? undefined : 'replaced';
    }
    case 'officeRound':
    case 'question':
      return waitsOutsideSince(theCase) === message.params['since'] ? undefined : 'done';
    case 'dateCorrected':
      return theCase.terms.some(
        (each) => each.id === message.params['gone'] && each.round === message.params['round'],
      )
        ? 'replaced'
        : undefined;
    case 'officeCall':
      return callHolds(message.params, theCase);
    case 'invitation':
    case 'reminder':
    case 'escalation':
    case 'termMoved':
    case 'documentFiled':
    case 'approvalAsked':
    case 'officeNews':
      return undefined;
    default:
      return message.kind satisfies never;
  }
}

/** Still nobody has answered, or the talk that was asked for has not led to an answer. */
function callHolds(params: MessageDecision['params'], theCase: Case): Dropped | undefined {
  if (params['why'] === 'talk') return theCase.talk?.fact === params['talk'] ? undefined : 'done';
  const silent = theCase.terms.findLast((each) => each.id === params['term']);
  return theCase.missing.length === 0 || silent?.status === 'met' ? 'done' : undefined;
}

/** Still the same approver's turn, in the same round. */
function approvalHolds(params: MessageDecision['params'], theCase: Case): Dropped | undefined {
  const asked = theCase.needs.find((each) => each.requirement.id === params['approval']);
  return asked?.upTo.some((role) => role === params['role']) === true ? undefined : 'done';
}
