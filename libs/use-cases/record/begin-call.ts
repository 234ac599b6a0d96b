import { v7 as uuid } from 'uuid';
import { BRAKE_MS } from '#domain/call/brake.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { LoadedCall, NewCall, StreamHead } from '../ports/case-store.js';
import type { EditionRef, GivenDefinition } from '../ports/definitions.js';
import { type Chained, chainFacts } from './chain-facts.js';
import type { Launch } from './recorded.js';

/** A call with its first fact; not yet on record. */
export interface BegunCall {
  call: NewCall;
  chained: Chained;
  loaded: LoadedCall;
  /** Of a launch with a brake: until when it may be annulled. */
  brakeUntil?: string;
}

/** Begins a call under its number and address. */
export function beginCall(
  launch: Launch,
  { definition, edition }: GivenDefinition,
  { number, slug }: { number: string; slug: string },
  now: number,
): BegunCall {
  const empty: StreamHead = { id: uuid(), unionId: launch.unionId, kind: 'call', seq: 0, head: '' };
  const brake = launch.brake === true ? { brakeUntil: isoInstant(now + BRAKE_MS) } : {};
  const chained = chainFacts(empty, [{ fact: launchedFact(launch, edition, brake, now) }], now);
  return {
    call: {
      stream: chained.stream,
      number,
      slug,
      definition: { id: definition.id, version: definition.version },
      edition,
      launchedAt: new Date(now),
      ...(launch.noted === undefined ? {} : { noted: launch.noted }),
    },
    chained,
    loaded: { stream: chained.stream, slug, definition, facts: chained.facts },
    ...brake,
  };
}

function launchedFact(
  { actor, onBehalfOf, definition: { id, version }, confirmed }: Launch,
  edition: EditionRef,
  brake: { brakeUntil?: string },
  now: number,
): NewFact {
  const at = localAt(now);
  return {
    type: 'call.launched',
    legalDate: at.date,
    legalTime: at.time,
    legalSource: 'received',
    channel: 'web',
    actor,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    body: { definition: id, version, edition, confirmed, ...brake },
  };
}
