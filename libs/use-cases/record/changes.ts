import { admit } from '#domain/application/admit/admit.js';
import { cupOf, type OtherCupUse } from '#domain/application/case/cup-of.js';
import { admitInCall } from '#domain/call/admit-in-call.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { Refused } from '#domain/fact/refused.js';
import type { ClockReading } from '../clock.js';
import type { Acting } from '../ports/acting.js';
import type { Changes, LoadedCall, LoadedCase } from '../ports/case-store.js';
import { type Chained, chainFacts } from './chain-facts.js';
import type { Proposed, Recorded, RecordedInCall } from './recorded.js';
import { isOther, mustLook, settleCase } from './settle-case.js';

/** Other applications that carry a CUP. */
export type CupUses = (cup: string | undefined) => readonly OtherCupUse[];

/** The facts among what is proposed, with what people wrote beside them. */
export function factsIn(
  proposed: readonly Proposed[],
): { fact: NonNullable<Proposed['fact']>; detail?: Record<string, unknown> }[] {
  return proposed.flatMap(({ fact, detail }) =>
    fact === undefined ? [] : [{ fact, ...(detail === undefined ? {} : { detail }) }],
  );
}

/** Why the first of these that cannot be taken is refused. */
export function refusedFact(
  proposed: readonly Proposed[],
  { definition, callFacts, facts }: LoadedCase,
  now: number,
): Refused | undefined {
  const streams = { call: callFacts, application: facts };
  for (const { fact } of factsIn(proposed)) {
    const refused = admit(fact, definition, streams, now);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/**
 * What one case puts on record: the proposed facts (chained as `added`), what is decided upon them, the row of the
 * application, and who must be woken.
 */
export function changesOf(
  loaded: LoadedCase,
  proposed: readonly Proposed[],
  added: Chained,
  uses: CupUses,
  clock: ClockReading,
  acting: Acting,
): { changes: Changes; recorded: Recorded } | Refused {
  const { application } = loaded;
  const refused = refusedFact(proposed, loaded, clock.now);
  if (refused !== undefined) return refused;
  const facts = [...loaded.facts, ...added.facts];
  const settled = settleCase(
    { ...loaded, stream: added.stream, facts },
    uses(cupOf(facts)),
    clock,
    acting.as === 'person',
  );
  const documents = proposed.flatMap(({ document }) => document ?? []);
  // The worker looks by itself: its workflow needs no wake-up for what it is told now.
  const looking = acting.as === 'worker' && proposed.length === 0;
  const { decided } = settled;
  const turned = application.ended !== settled.application.ended;
  return {
    changes: {
      unionId: application.unionId,
      stream: decided.stream,
      facts: [...added.rows, ...decided.rows],
      details: [...added.details, ...decided.details],
      documents: documents.map((document) => ({
        ...document,
        applicationId: application.id,
        storedAt: new Date(clock.now),
      })),
      messages: settled.messages,
      ...(isOther(application, settled.application) ? { projection: settled.application } : {}),
      wakes: {
        post: peopleOf(settled.messages),
        applications: [
          ...(!looking && mustLook(application, settled.application) ? [application.id] : []),
          // What lives beside it is no longer, or once more, one of two.
          ...(turned ? loaded.besides.map(({ id }) => id) : []),
        ],
        // A call's process ends with its last application, and goes on when one is opened again.
        calls: turned ? [application.callId] : [],
      },
    },
    recorded: {
      facts: added.facts.map(({ id, seq, type }) => ({ id, seq, type })),
      documents: documents.map((document) => document.id),
      ...settled.answer,
    },
  };
}

/** What an act of a call puts on record: its facts, and a wake-up for each application. */
export function callChangesOf(
  { stream, definition, facts }: LoadedCall,
  proposed: readonly Proposed[],
  now: number,
): { changes: Changes; recorded: Omit<RecordedInCall, 'applications'> } | Refused {
  const own = factsIn(proposed);
  for (const { fact } of own) {
    const refused = admitInCall(fact, definition, facts, localAt(now).date);
    if (refused !== undefined) return refused;
  }
  const added = chainFacts(stream, own, now);
  return {
    changes: {
      unionId: stream.unionId,
      stream: added.stream,
      facts: added.rows,
      details: added.details,
      messages: [],
      ...(own.some(({ fact }) => fact.type === 'call.withdrawn') ? { withdrawn: stream.id } : {}),
      wakes: { post: [], applications: [], ofCall: stream.id, calls: [stream.id] },
    },
    recorded: {
      facts: added.facts.map(({ id, seq, type }) => ({ id, seq, type })),
      head: added.stream.head,
      seq: added.stream.seq,
    },
  };
}

/** Whose post must look: everybody who is written to for the first time. */
export function peopleOf(messages: Changes['messages']): string[] {
  return [...new Set(messages.filter((each) => each.state === 'pending').map((each) => each.person))];
}
