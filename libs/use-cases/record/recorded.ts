import type { Streams } from '#domain/application/case/case.js';
import type { Finding } from '#domain/application/case/findings.js';
import type { Wait } from '#domain/application/explain/explain.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { FactType } from '#domain/fact/fact-kinds.js';
import type { Refused } from '#domain/fact/refused.js';
import type { KeptDocument } from '../ports/case-store.js';
import type { NamedDefinition } from '../ports/definitions.js';

/** What a use case needs to know under the lock, to say what it puts on record. */
export interface CaseView {
  definition: CallDefinition;
  /** What is on record before this. */
  streams: Streams;
}

/** The same of a call. */
export interface CallView {
  /** Milliseconds since the epoch, taken before the lock. */
  now: number;
  /** What is on record of the call before this. */
  facts: readonly Fact[];
  /** How many of its applications have been sent officially; none is sent while this is looked at. */
  sent: number;
}

/** A fact with what the domain never sees: names and free text, kept and hashed apart. */
export interface Proposed {
  /** Absent for a document that files nothing by itself: a proof. */
  fact?: NewFact;
  detail?: Record<string, unknown>;
  /** An uploaded file whose bytes are in the store already. */
  document?: KeptDocument;
}

/** Nothing is put on record, because others were quicker than the page on which the person acts. */
export interface Changed {
  /** What they recorded, the newest last. */
  changed: readonly Fact[];
}

/** What a use case makes of what it sees under the lock. */
export type Proposal = Proposed[] | Refused | Changed;

export interface Recorded {
  facts: { id: string; seq: number; type: FactType }[];
  /** Ids of the documents kept with them. */
  documents: string[];
  /** Head of the stream's hash chain after this: whoever keeps it can prove what was on record. */
  head: string;
  seq: number;
  stage: string;
  wait: Wait;
  /** What somebody must clear up, now that this is on record; each id is what `finding.resolved` names. */
  findings: Finding[];
  /** Milliseconds until the engine must look again; absent when only a fact moves the case. */
  waitMs?: number;
  /** Real instant of that moment, which names the timer: the same name, the same timer. */
  timer?: string;
}

export interface RecordedInCall {
  facts: { id: string; seq: number; type: FactType }[];
  head: string;
  seq: number;
  /** How many applications look again. */
  applications: number;
}

export interface ApplicantToOpen {
  body: string;
  amountCents: number;
  participants: string[];
}

export interface Launch {
  unionId: string;
  definition: NamedDefinition;
  /** Terms whose source a person has read and confirmed at launch. */
  confirmed: string[];
  applicants: ApplicantToOpen[];
  /** Nothing leaves for ten minutes. */
  brake?: boolean;
  /** The noted call that this launches, by id. */
  noted?: string;
  actor: string;
  onBehalfOf?: string;
}

export interface OpenedApplication {
  id: string;
  number: string;
  /** Its address: "rivello-send-2027". */
  slug: string;
  applicant: string;
}

export interface Launched {
  call: { id: string; number: string; slug: string };
  applications: OpenedApplication[];
  /** Of a launch with a brake: until when it may be annulled, ISO 8601 in UTC by the product's clock. */
  brakeUntil?: string;
}
