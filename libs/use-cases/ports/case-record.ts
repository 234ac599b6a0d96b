import type { Refused } from '#domain/fact/refused.js';
import type { CupFinding, Streams } from '#domain/application/case/case.js';
import type { Wait } from '#domain/application/explain/explain.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';

/** In whose name the database is read and written: a person's sight, or the worker's. */
export type Acting = { as: 'person'; person: string } | { as: 'worker' };

/** What a use case needs to know under the lock, to say what it puts on record. */
export interface CaseView {
  definition: CallDefinition;
  /** What is on record before this. */
  streams: Streams;
}

/** A fact with what the domain never sees: names and free text, kept and hashed apart. */
export interface Proposed {
  /** Absent for a document that files nothing by itself: a proof. */
  fact?: NewFact;
  detail?: Record<string, unknown>;
  /** An uploaded file whose bytes are in the store already. */
  document?: KeptDocument;
}

export interface KeptDocument {
  id: string;
  requirement: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  fileName: string;
}

export interface Recorded {
  facts: { id: string; seq: number; type: string }[];
  /** Ids of the documents kept with them. */
  documents: string[];
  /** Head of the stream's hash chain after this: whoever keeps it can prove what was on record. */
  head: string;
  seq: number;
  stage: string;
  wait: Wait;
  /** What somebody must clear up, now that this is on record; each id is what `finding.resolved` names. */
  findings: CupFinding[];
  /** Milliseconds until the engine must look again; absent when only a fact moves the case. */
  waitMs?: number;
  /** Real instant of that moment, which names the timer: the same name, the same timer. */
  timer?: string;
}

/** A request that may come twice: the second gets the first one's answer. */
export interface Idempotency {
  key: string;
  requestHash: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refused: Refused };

/** The one way in: facts, decisions, projections and wake-ups of one stream, in one transaction. */
export abstract class CaseRecord {
  /**
   * @param propose looks at the case under the lock and says what to put on record; none for a mere look.
   * @returns what is on record now, or why nothing was recorded. An unknown or unseen application is `CASO-404`.
   */
  abstract record(
    acting: Acting,
    application: string,
    propose: (view: CaseView) => Proposed[] | Refused,
    idempotency?: Idempotency,
  ): Promise<Outcome<Recorded>>;

  /** Why what is proposed would not be taken now, for what is costly to bring; records nothing. */
  abstract refusal(
    acting: Acting,
    application: string,
    propose: (view: CaseView) => Proposed[],
  ): Promise<Refused | undefined>;

  /**
   * What the engine does of itself: whatever is due is decided and put on record, and where nothing is, nothing is
   * locked. An unknown application is `CASO-404`.
   */
  abstract look(application: string): Promise<Outcome<Recorded>>;

  /** A call's act: one fact in the call's stream and one wake-up for each of its applications. */
  abstract recordInCall(
    acting: Acting,
    call: string,
    propose: (view: CallView) => Proposed[] | Refused,
    idempotency?: Idempotency,
  ): Promise<Outcome<RecordedInCall>>;

  /** Starts a call and one application for each chosen body. */
  abstract launch(acting: Acting, launch: Launch, idempotency?: Idempotency): Promise<Outcome<Launched>>;

  /** A further application of a body to a running call. */
  abstract apply(
    acting: Acting,
    call: string,
    applicant: ApplicantToOpen,
    idempotency?: Idempotency,
  ): Promise<Outcome<OpenedApplication>>;
}

export interface CallView {
  /** Milliseconds since the epoch, taken before the lock. */
  now: number;
  /** What is on record of the call before this. */
  facts: readonly Fact[];
  /** How many of its applications have been sent officially; none is sent while this is looked at. */
  sent: number;
}

export interface RecordedInCall {
  facts: { id: string; seq: number; type: string }[];
  head: string;
  seq: number;
  applications: number;
}

export interface ApplicantToOpen {
  body: string;
  amountCents: number;
  participants: string[];
}

export interface Launch {
  unionId: string;
  definition: { id: string; version: number };
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
