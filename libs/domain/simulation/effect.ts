import type { Dropped } from '#domain/reminder/not-sent.js';
import { roundName } from '#domain/term/round-name.js';
import type { Case, Streams } from '#domain/application/case/case.js';
import { decide, type DecideInput } from '#domain/application/decide/decide.js';
import type { RunningTerm } from '#domain/application/case/running-term.js';
import { stillHolds } from '#domain/application/decide/still-holds.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { NewFact } from '#domain/fact/fact.js';
import type {
  MessageContent,
  MessageContentOf,
  MessageDecision,
  MessageHead,
} from '#domain/reminder/message.js';

/** A decided message that waits for its hour. */
export type PendingMessage = Pick<MessageHead, 'key' | 'person' | 'deliverAt' | 'term'> & MessageContent;

/** A term that has other dates afterwards: new without `before`, gone without `after`. */
export interface MovedTerm {
  id: string;
  round: number;
  label: string;
  official: boolean;
  /** Other dates ask nothing of anybody: it was met, or it is needed no more because the case went another way. */
  settled?: 'met' | 'moot';
  before?: RunningTerm['term'];
  after?: RunningTerm['term'];
}

/** What a fact changes at once: nothing of it is on record. */
export interface Effect {
  before: Case;
  after: Case;
  terms: MovedTerm[];
  /** Who had a date that no longer holds and is told the right one, or hears of what became of the call. */
  told: (MessageHead & ToldContent)[];
  /** Messages that wait and would not be sent any more. */
  cancelled: (PendingMessage & { why: Dropped })[];
  /** Other messages that would be decided at once. */
  planned: MessageDecision[];
  /** What the engine would decide at once: a lapse, a reinstatement. */
  decided: NewFact[];
}

/**
 * Compares two states of the streams of one case with the same `decide` that runs it live.
 * @param cupUses who else carries the CUP that the case has afterwards.
 */
export function effectOf(
  input: DecideInput,
  pending: readonly PendingMessage[],
  changed: Streams,
  cupUses: DecideInput['cupUses'] = input.cupUses,
): Effect {
  const was = decide(input);
  const is = decide({ ...input, streams: changed, ...(cupUses === undefined ? {} : { cupUses }) });
  const known = new Set(was.messages.map((each) => each.key));
  const fresh = is.messages.filter((each) => !known.has(each.key) && each.superseded !== true);
  const holds = (message: PendingMessage, theCase: Case, streams: Streams) =>
    stillHolds(message, theCase, effectiveFacts(streams.application), input.now);
  return {
    before: was.theCase,
    after: is.theCase,
    terms: movedTerms(was.theCase, is.theCase),
    told: fresh.filter(isTold),
    cancelled: pending.flatMap((message) => {
      const why = holds(message, is.theCase, changed);
      const before = holds(message, was.theCase, input.streams);
      return why === undefined || before !== undefined ? [] : [{ ...message, why }];
    }),
    planned: fresh.filter((each) => !isTold(each)),
    decided: is.facts.filter(
      (fact) => !was.facts.some((each) => JSON.stringify(each) === JSON.stringify(fact)),
    ),
  };
}

/** Tells a date that moved or was wrong, or what became of the call. */
export type ToldContent = MessageContentOf<'termMoved' | 'dateCorrected' | 'callNews'>;

function isTold(message: MessageDecision): message is MessageHead & ToldContent {
  const { kind } = message;
  return kind === 'termMoved' || kind === 'dateCorrected' || kind === 'callNews';
}

function movedTerms(before: Case, after: Case): MovedTerm[] {
  const name = (term: RunningTerm) => roundName(term.id, term.round);
  const old = new Map(before.terms.map((each) => [name(each), each]));
  const now = new Map(after.terms.map((each) => [name(each), each]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): MovedTerm[] => {
    const was = old.get(key);
    const is = now.get(key);
    const any = is ?? was;
    if (any === undefined || sameDates(was, is)) return [];
    const { id, round, label, official } = any;
    return [
      {
        id,
        round,
        label,
        official,
        ...(was?.status === 'met' && is?.status === 'met'
          ? { settled: is.met === undefined ? ('moot' as const) : ('met' as const) }
          : {}),
        ...(was === undefined ? {} : { before: was.term }),
        ...(is === undefined ? {} : { after: is.term }),
      },
    ];
  });
}

function sameDates(was: RunningTerm | undefined, is: RunningTerm | undefined): boolean {
  return (
    was?.term.end === is?.term.end &&
    was?.term.safeEnd === is?.term.safeEnd &&
    was?.term.cutOff === is?.term.cutOff &&
    was?.term.suspended?.since === is?.term.suspended?.since
  );
}
