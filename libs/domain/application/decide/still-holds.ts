import { epochMs, localAt, mondayOf } from '#domain/calendar/local-date.js';
import { type AskedOf, onlyOf, type Thing } from '#domain/fact/asked-of.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { roundDay } from '#domain/reminder/counted-day.js';
import {
  type MessageContent,
  type MessageContentOf,
  type MessageHead,
  ofMessage,
} from '#domain/reminder/message.js';
import { type ApprovalTurn, MESSAGE_KINDS, type MessageBodies } from '#domain/reminder/message-kinds.js';
import type { Dropped } from '#domain/reminder/not-sent.js';
import { type Case, waitsOutsideSince } from '../case/case.js';
import { isFatal } from '../case/debts.js';
import { aboutGap, termOf } from './call-messages.js';
import { isThing } from '../case/requirement-state.js';
import { owedBy, stillOwed, workedOn } from '../case/worked-on.js';
import { LAPSE_GRACE_MS } from './decision.js';
import { datesIn } from './moved-term-messages.js';
import { isHalted } from './reminder-messages.js';
import type { RunningTerm } from '../case/running-term.js';
import { documentState } from '../case/requirement-state.js';
import { isUnlooked } from './unlooked.js';

/**
 * Whether a decided message is still true when its hour comes; somebody may have acted since, or a term may have passed
 * that nobody has looked at yet.
 * @param now milliseconds since the epoch
 */
export function stillHolds(
  message: Pick<MessageHead, 'term'> & MessageContent,
  theCase: Case,
  facts: readonly Fact[],
  now: number,
): Dropped | undefined {
  if (message.kind === 'callNews') return callNewsHolds(message, theCase, now);
  if (theCase.withdrawn !== undefined) return 'ended';
  if (message.term !== undefined) {
    const { id, round, end, safeEnd } = message.term;
    const term = theCase.terms.find((each) => each.id === id && each.round === round);
    if (term === undefined || term.status === 'met') return theCase.ended ? 'ended' : 'done';
    if (term.term.end !== end || term.term.safeEnd !== safeEnd) return 'termMoved';
    if (!MESSAGE_KINDS[message.kind].asks) return undefined;
    if (!owes(message, theCase) || !isTheirTurn(message, message.term, theCase)) return 'done';
    if (isHalted(message.term, theCase)) return 'fundsExhausted';
    if (term.status === 'suspended') return 'suspended';
    return hasPassed(term, now) || stageIsOver(term, theCase, now) ? 'lapsed' : undefined;
  }
  switch (message.kind) {
    case 'documentReturned':
      return message.body.sentBack === undefined
        ? paperHolds(message.body, 'returned', theCase, facts)
        : isAsked({ requirement: message.body.sentBack, ...onlyOf(message.body) }, theCase);
    case 'officeReview':
      return paperHolds(message.body, 'inReview', theCase, facts);
    case 'officeRound':
      return waitsOutsideSince(theCase) !== message.body.since || isRoundMade(facts, now)
        ? 'done'
        : undefined;
    case 'question':
      return waitsOutsideSince(theCase) === message.body.since ? undefined : 'done';
    case 'stillOwed':
      return stillOwed(message.body.things, theCase).length > 0 ? undefined : 'done';
    case 'dateCorrected': {
      const { body } = message;
      const runs = ({ id, round }: RunningTerm) => id === body.gone && round === body.round;
      return body.gone !== undefined && theCase.terms.some(runs) ? 'replaced' : undefined;
    }
    case 'officeCall':
      return phoneHolds(message.body, theCase, now);
    case 'officeNews':
      return newsHolds(message.body, theCase);
    case 'escalation':
    case 'approvalAsked':
      return message.body.approval === undefined ? undefined : turnHolds(message.body, theCase);
    case 'invitation':
    case 'reminder':
    case 'termMoved':
    case 'documentFiled':
      return undefined;
    default:
      return message satisfies never;
  }
}

/** A term is the applicant's until it is met; of another body only while that one owes something. */
function owes(message: Pick<MessageHead, 'term'> & MessageContent, theCase: Case): boolean {
  const of = ofMessage(message);
  return of.of === undefined || owedBy(theCase, of, message.term).length > 0;
}

/** A reminder speaks to whose turn the term is: the comune's, or the office's while all waits to be looked at. */
function isTheirTurn(message: MessageContent, term: { id: string }, theCase: Case): boolean {
  if (message.kind === 'reminder') {
    return message.body.of !== undefined || (message.body.unlooked === true) === isUnlooked(term, theCase);
  }
  const asksComune = message.kind === 'escalation' && message.body.of === undefined;
  return !asksComune || message.body.approval !== undefined || !isUnlooked(term, theCase);
}

/** The platform was looked at in this week's round: on its day, which may lie before a Monday that is a holiday, or since. */
function isRoundMade(facts: readonly Fact[], now: number): boolean {
  const on = roundDay(mondayOf(localAt(now).date));
  return ofType(facts, 'outside.checked').some(({ legalDate }) => legalDate >= on);
}

/** The version that the message is about is still the last, and still stands as it says. */
function paperHolds(
  { requirement, document, ...paper }: Thing & { document: string },
  wanted: 'returned' | 'inReview',
  theCase: Case,
  facts: readonly Fact[],
): Dropped | undefined {
  const of = onlyOf(paper);
  const asked = workedOn(theCase).find((each) => isThing(each, { requirement, ...of }));
  if (asked?.status !== wanted) return 'done';
  const last = documentState(facts, { id: requirement, review: true }, of).versions.at(-1);
  return last?.body.document === document ? undefined : 'replaced';
}

function isAsked(thing: Thing, { needs, debts }: Case): Dropped | undefined {
  return [...needs, ...debts].some((each) => isThing(each, thing)) ? undefined : 'done';
}

/** Still nobody has answered, or the talk that was asked for has not led to an answer. */
function phoneHolds(body: MessageBodies['officeCall'], theCase: Case, now: number): Dropped | undefined {
  switch (body.why) {
    case 'funds': {
      const { fundsExhausted: spent } = theCase;
      return spent?.halts === true && spent.fact === body.about ? undefined : 'done';
    }
    case 'talk':
      return theCase.talk?.fact === body.talk ? undefined : 'done';
    case 'silence':
      if (theCase.missing.length === 0 || isMet(body, theCase)) return 'done';
      return stageIsOver(undefined, theCase, now) ? 'lapsed' : undefined;
    case 'cannot':
    case 'notMine':
      return theCase.missing.length === 0 || isMet(body, theCase) ? 'done' : undefined;
    case 'unanswered':
      if (body.approval !== undefined) return turnHolds(body, theCase);
      return theCase.missing.length === 0 ? 'done' : undefined;
    default:
      return body satisfies never;
  }
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
function callNewsHolds(
  { body: { news, about }, term }: Pick<MessageHead, 'term'> & MessageContentOf<'callNews'>,
  theCase: Case,
  now: number,
): Dropped | undefined {
  if (news === 'withdrawn') return theCase.withdrawn?.fact === about ? undefined : 'replaced';
  if (theCase.ended) return 'ended';
  if (news === 'sendAgain') {
    const { resend } = theCase;
    if (resend === undefined || aboutGap(resend) !== about) return 'done';
    const running = termOf(resend, theCase);
    if (running === undefined || hasPassed(running, now)) return 'lapsed';
    return term === undefined || datesIn(term) === datesIn(running.term) ? undefined : 'termMoved';
  }
  if (news === 'fundsExhausted') return theCase.fundsExhausted?.fact === about ? undefined : 'replaced';
  return theCase.fundsExhausted === undefined ? undefined : 'replaced';
}

/** A term that was moved meanwhile has not passed, and a later move says more than the one before. */
function newsHolds(body: MessageBodies['officeNews'], theCase: Case): Dropped | undefined {
  switch (body.news) {
    case 'saysDone':
      return isMet(body, theCase) ? 'done' : undefined;
    case 'neverAnswered':
      return theCase.closed?.neverAnswered === undefined ? 'replaced' : undefined;
    case 'termLapsed':
    case 'runsAgain': {
      const term = theCase.terms.findLast((each) => each.id === body.term && each.round === body.round);
      return term === undefined || term.term.end === body.end ? undefined : 'termMoved';
    }
    case 'mayBeExcluded': {
      const thing = { requirement: body.requirement, ...onlyOf(body) };
      // Also one that waits to be looked at: until it is accepted by its date the risk stands.
      return theCase.debts.filter(isFatal).some((debt) => isThing(debt, thing)) ? undefined : 'done';
    }
    case 'finding':
      return body.id === undefined || theCase.findings.some(({ id }) => id === body.id) ? undefined : 'done';
    case 'reinstated':
    case 'interrupt':
    case 'stage':
    case 'deadAddress':
      return undefined;
    default:
      return body satisfies never;
  }
}

/** The thing that a quick answer or a silence was about has come meanwhile; false where it is not said. */
function isMet(
  { term, round, requirement, ...about }: AskedOf & { term?: string; round?: number; requirement?: string },
  theCase: Case,
): boolean {
  if (requirement !== undefined) {
    const thing = { requirement, ...onlyOf(about) };
    return ![...theCase.missing, ...theCase.needs, ...theCase.debts].some((each) => isThing(each, thing));
  }
  return theCase.terms.some(
    (each) => each.id === term && (round ?? each.round) === each.round && each.status === 'met',
  );
}

/** Still the same approver's turn, in the same round. */
function turnHolds({ approval, role, ...turn }: ApprovalTurn, theCase: Case): Dropped | undefined {
  if (theCase.fundsExhausted?.halts === true) return 'fundsExhausted';
  const thing = { requirement: approval, ...onlyOf(turn) };
  const asked = [...theCase.needs, ...theCase.debts].find((each) => isThing(each, thing));
  return asked?.upTo.some((seat) => seat.role === role) === true ? undefined : 'done';
}
