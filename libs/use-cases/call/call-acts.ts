import type { FundsAgainRequest, FundsExhaustedRequest, WithdrawalRequest } from '#contracts/application.js';
import type { Refused } from '#domain/fact/refused.js';
import type { LocalDate, LocalMoment } from '#domain/calendar/local-date.js';
import { brakeHolds, refusedWithdrawal } from '#domain/call/brake.js';
import { fundsExhausted, refusedFundsExhausted, refusedVoid } from '#domain/call/funds.js';
import type { FactBodies, FactType } from '#domain/fact/fact-kinds.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';

/** What an act about a call reads before it is put on record. */
export interface CallBefore {
  facts: readonly Fact[];
  /** How many applications have been sent officially. */
  sent: number;
  /** Epoch milliseconds, and the same moment in Rome. */
  now: number;
  at: LocalMoment;
  /** Person who acts. */
  actor: string;
}

/** An act as a fact, or why it is refused: the same for its preview and for the act itself. */
export type CallAct = (before: CallBefore) => NewFact | Refused;

export function isRefused(made: NewFact | Refused): made is Refused {
  return 'code' in made;
}

export function fundsExhaustedAct({ act, actDate, knownOn }: FundsExhaustedRequest): CallAct {
  return (before) => {
    const body = { act, actDate: actDate as LocalDate, knownOn: knownOn as LocalDate };
    return (
      refusedFundsExhausted({ body }, before.facts, before.at.date) ??
      factOf(before, 'call.fundsExhausted', body)
    );
  };
}

/** Money was added, or it was said by mistake: the act is taken back, with the reason in somebody's words. */
export function fundsAgainAct({ reason }: FundsAgainRequest): CallAct {
  return (before) => {
    const corrects = fundsExhausted(before.facts)?.id;
    const refused = refusedVoid(corrects, before.facts);
    if (refused !== undefined || corrects === undefined) return refused ?? NOTHING_TO_VOID;
    return { ...factOf(before, 'fact.voided', { reason }), corrects };
  };
}

const NOTHING_TO_VOID: Refused = {
  code: 'AVV-12',
  detail: 'I fondi di questo avviso non risultano esauriti: ricarica la pagina.',
};

/** Within the brake nobody has been told; after it whoever was written to is told once. */
export function withdrawalAct({ reason, withinBrake }: WithdrawalRequest): CallAct {
  return (before) => {
    const holds = brakeHolds(before.facts, before.now);
    const refused = refusedWithdrawal(before.facts, before.sent);
    if (refused !== undefined) return refused;
    if (withinBrake === true && !holds) return BRAKE_IS_OVER;
    return factOf(before, 'call.withdrawn', { reason, ...(holds ? {} : { told: true as const }) });
  };
}

const BRAKE_IS_OVER: Refused = {
  code: 'AVV-14',
  detail:
    'I dieci minuti sono passati e le prime e-mail possono essere già partite: apri l’avviso e scegli «Ritira l’avviso», che avvisa chi le ha ricevute.',
};

/** An act of the office, seen by the product as it happens. */
export function factOf<T extends FactType>(
  { at, actor }: Pick<CallBefore, 'at' | 'actor'>,
  type: T,
  body: FactBodies[T],
): NewFact {
  return {
    type,
    legalDate: at.date,
    legalTime: at.time,
    legalSource: 'received',
    channel: 'web',
    actor,
    body,
  } as NewFact;
}
