import { epochMs } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import { type Case, waitsOutsideSince, workedOn } from '../case/case.js';
import { LAPSE_GRACE_MS } from './decision.js';
import { isHalted } from './reminder-messages.js';
import type { RunningTerm } from '../case/running-term.js';
import { documentState } from '../case/walk.js';

/** Why a message that was decided is not sent: kept with it, so that "why did I get nothing?" has an answer. */
export type Dropped = 'done' | 'termMoved' | 'ended' | 'lapsed' | 'suspended' | 'replaced' | 'fundsExhausted';

/** Kinds that ask somebody for something by a term; once it has passed they would ask for what cannot be done. */
const ASKS: readonly MessageDecision['kind'][] = ['invitation', 'reminder', 'escalation', 'officeCall'];

/**
 * Whether a decided message is still true when its hour comes; somebody may have acted since, or a term may have passed
 * that nobody has looked at yet.
 * @param now milliseconds since the epoch
 */
export function stillHolds(
  message: Pick<MessageDecision, 'kind' | 'term' | 'params'>,
  theCase: Case,
  facts: readonly Fact[],
  now: number,
): Dropped | undefined {
  if (message.kind === 'callNews') return callNewsHolds(message.params, theCase);
  if (theCase.withdrawn !== undefined) return 'ended';
  if (message.term !== undefined) {
    const { id, round, end, safeEnd } = message.term;
    const term = theCase.terms.find((each) => each.id === id && each.round === round);
    if (term === undefined || term.status === 'met') return theCase.ended ? 'ended' : 'done';
    if (term.term.end !== end || term.term.safeEnd !== safeEnd) return 'termMoved';
    if (!ASKS.includes(message.kind)) return undefined;
    if (isHalted(message.term, theCase)) return 'fundsExhausted';
    if (term.status === 'suspended') return 'suspended';
    return hasPassed(term, now) || stageIsOver(term, theCase, now) ? 'lapsed' : undefined;
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
      return callHolds(message.params, theCase, now);
    case 'officeNews':
      return newsHolds(message.params, theCase);
    case 'invitation':
    case 'reminder':
    case 'escalation':
    case 'termMoved':
    case 'documentFiled':
    case 'approvalAsked':
      return undefined;
    default:
      return message.kind satisfies never;
  }
}

/** Still nobody has answered, or the talk that was asked for has not led to an answer. */
function callHolds(params: MessageDecision['params'], theCase: Case, now: number): Dropped | undefined {
  if (params['why'] === 'funds') {
    const { fundsExhausted: spent } = theCase;
    return spent?.halts === true && spent.fact === params['about'] ? undefined : 'done';
  }
  if (params['why'] === 'talk') return theCase.talk?.fact === params['talk'] ? undefined : 'done';
  if (theCase.missing.length === 0 || isMet(params, theCase)) return 'done';
  return params['why'] === 'silence' && stageIsOver(undefined, theCase, now) ? 'lapsed' : undefined;
}

/** Past its end, decided or not: the e-mail may leave before the case is looked at. Inner dates may be met late. */
function hasPassed(term: RunningTerm, now: number): boolean {
  if (term.status === 'lapsed') return true;
  const judged = term.onLapse === 'remediable' || term.onLapse === 'silence';
  return term.status === 'running' && judged && now >= epochMs(term.term.instant) + LAPSE_GRACE_MS;
}

/** An official end of the stage has passed: what the stage still asks by inner dates is of no use to anybody. */
function stageIsOver(asked: RunningTerm | undefined, theCase: Case, now: number): boolean {
  const apart = new Set(theCase.interrupts.map((each) => each.definition.term?.id));
  if (asked !== undefined && apart.has(asked.id)) return false;
  return theCase.terms.some((term) => term.official && !apart.has(term.id) && hasPassed(term, now));
}

/** What was said of a call still is so: it was not taken back, and nothing more decisive came after it. */
function callNewsHolds(params: MessageDecision['params'], theCase: Case): Dropped | undefined {
  const { news, about } = params;
  if (news === 'withdrawn') return theCase.withdrawn?.fact === about ? undefined : 'replaced';
  if (theCase.ended) return 'ended';
  if (news === 'fundsExhausted') return theCase.fundsExhausted?.fact === about ? undefined : 'replaced';
  return theCase.fundsExhausted === undefined ? undefined : 'replaced';
}

/** A term that was moved meanwhile has not passed, and a later move says more than the one before. */
function newsHolds(params: MessageDecision['params'], theCase: Case): Dropped | undefined {
  const { news, term: id, round } = params;
  if (news === 'saysDone') return isMet(params, theCase) ? 'done' : undefined;
  if (news !== 'termLapsed' && news !== 'runsAgain') return undefined;
  const term = theCase.terms.findLast(
    (each) => each.id === id && (round === undefined || each.round === round),
  );
  return term === undefined || term.term.end === params['end'] ? undefined : 'termMoved';
}

/** The thing that a quick answer or a silence was about has come meanwhile; false where it is not said. */
function isMet({ term, round, requirement }: MessageDecision['params'], theCase: Case): boolean {
  if (requirement !== undefined) {
    return ![...theCase.missing, ...theCase.needs].some((each) => each.requirement.id === requirement);
  }
  return theCase.terms.some(
    (each) => each.id === term && (round ?? each.round) === each.round && each.status === 'met',
  );
}

/** Still the same approver's turn, in the same round. */
function approvalHolds(params: MessageDecision['params'], theCase: Case): Dropped | undefined {
  if (theCase.fundsExhausted?.halts === true) return 'fundsExhausted';
  const asked = theCase.needs.find((each) => each.requirement.id === params['approval']);
  return asked?.upTo.some((role) => role === params['role']) === true ? undefined : 'done';
}
