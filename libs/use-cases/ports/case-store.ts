import type { OtherCupUse } from '#domain/application/case/cup-of.js';
import type { LiveBeside, ToldMessage } from '#domain/application/decide/decide.js';
import type { Wait } from '#domain/application/explain/explain.js';
import type { Closures } from '#domain/calendar/closures.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { CallEdition, CallKind } from '#domain/call/kind-and-edition.js';
import type { Glance } from '#domain/desk/glance.js';
import type { AskedOf } from '#domain/fact/asked-of.js';
import type { Fact } from '#domain/fact/fact.js';
import type { FactType } from '#domain/fact/fact-kinds.js';
import type { Assignments } from '#domain/people/assignment.js';
import type { PostPeople } from '#domain/post/addressee.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { NotSent } from '#domain/reminder/not-sent.js';
import type { Acting } from './acting.js';
import type { EditionRef, GivenDefinition, NamedDefinition } from './definitions.js';
import type { Answered, Idempotency } from './once.js';

/** Where a chain of facts stands; its row is locked by whoever adds to it. */
export interface StreamHead {
  id: string;
  unionId: string;
  kind: 'call' | 'application';
  /** Number of the last fact. */
  seq: number;
  /** Hash of the last fact, empty before the first. */
  head: string;
}

/** A fact with its place in a chain: all that its hash is made of, and the hash. */
export interface ChainedFact {
  id: string;
  streamId: string;
  unionId: string;
  seq: number;
  type: FactType;
  v: number;
  legalDate: string;
  legalTime: string | null;
  legalSource: string;
  recordedAt: Date;
  actorId: string | null;
  onBehalfOf: string | null;
  channel: string;
  body: object;
  corrects: string | null;
  /** Hash of salt and detail: it stays when the detail is lawfully erased. */
  detailHash: string | null;
  hash: string;
}

/** A chained fact as the domain reads it; its hash stays behind. */
export function toFact(row: Omit<ChainedFact, 'hash' | 'detailHash' | 'unionId' | 'v'>): Fact {
  return {
    id: row.id,
    seq: row.seq,
    type: row.type,
    legalDate: row.legalDate,
    legalSource: row.legalSource,
    channel: row.channel,
    body: row.body,
    recordedAt: row.recordedAt.toISOString(),
    ...(row.legalTime === null ? {} : { legalTime: row.legalTime }),
    ...(row.actorId === null ? {} : { actor: row.actorId }),
    ...(row.onBehalfOf === null ? {} : { onBehalfOf: row.onBehalfOf }),
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
  } as Fact;
}

/** Names and free text of a fact: never seen by the domain, erasable without breaking the chain. */
export interface SealedDetail {
  factId: string;
  unionId: string;
  salt: string;
  detail: object;
}

/** What pages show of an application: the fold of its facts, made anew with each of them. */
export interface Projection {
  stage: string;
  round: number;
  ended: boolean;
  overlays: string[];
  wait: Wait;
  glance: Glance;
  endOn: string | null;
  safeEnd: string | null;
  cup: string | null;
  /** When the engine must look again. */
  nextMoment: Date | null;
  seq: number;
  callSeq: number;
}

export interface ApplicationRow extends Projection {
  id: string;
  unionId: string;
  callId: string;
  number: string;
  /** Its address in the union: "rivello-send-2027". */
  slug: string;
  applicantId: string;
  attempt: number;
  amountCents: number;
}

/** The part of a row that is folded; the rest stays as it was opened. */
export function projectionOf(row: Projection): Projection {
  const { stage, round, ended, overlays, wait, glance, endOn, safeEnd, cup, nextMoment, seq, callSeq } = row;
  return { stage, round, ended, overlays, wait, glance, endOn, safeEnd, cup, nextMoment, seq, callSeq };
}

/** A message as it was decided, and whether it waits for its hour. */
export type DecidedMessage = MessageDecision & {
  id: string;
  unionId: string;
  decidedAt: Date;
  state: 'pending' | 'skipped';
  /** Why it was skipped. */
  why: NotSent | null;
};

export interface KeptDocument extends AskedOf {
  id: string;
  requirement: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  fileName: string;
}

/** An application with everything its decisions read, as it stood at one moment. */
export interface LoadedCase {
  stream: StreamHead;
  callStream: StreamHead;
  application: ApplicationRow;
  applicantName: string;
  definition: CallDefinition;
  callFacts: Fact[];
  facts: Fact[];
  besides: LiveBeside[];
  told: ToldMessage[];
  people: CasePeople;
  /** How each of them is written to, by what they are over all bodies. */
  post: PostPeople;
}

/** Who may act for an application, and when the applicant's office is closed. */
export type CasePeople = Assignments & { closures: Closures };

/** A call under the lock of its stream: none of its applications is added to meanwhile. */
export interface LoadedCall {
  stream: StreamHead;
  slug: string;
  definition: CallDefinition;
  facts: Fact[];
}

/** What an application of a body is opened with, beside the call. */
export interface OpeningBody {
  name: string;
  people: CasePeople;
  post: PostPeople;
  /** How many applications to the same call it has opened before. */
  earlier: number;
}

/** A call that begins. */
export interface NewCall {
  stream: StreamHead;
  number: string;
  slug: string;
  definition: { id: string; version: number };
  edition: EditionRef;
  launchedAt: Date;
  /** The noted call that it launches. */
  noted?: string;
}

/** An edition with its kind, as their rows stand. */
export interface KeptEdition extends EditionRef {
  kind: CallKind;
  edition: CallEdition;
  /** Calls that read it. */
  calls: string[];
}

/** An application that begins: its stream, its row, and the bodies that take part. */
export interface NewApplication {
  stream: StreamHead;
  row: ApplicationRow;
  bodies: string[];
}

/** Everything that one transaction puts on record, and whom it wakes; it is made without any I/O. */
export interface Changes {
  unionId: string;
  call?: NewCall;
  opened?: NewApplication[];
  /** The stream that was locked, as it stands with its new facts. */
  stream?: StreamHead;
  facts: ChainedFact[];
  details: SealedDetail[];
  documents?: (KeptDocument & { applicationId: string; storedAt: Date })[];
  messages: DecidedMessage[];
  /** The row of a locked application, where it reads otherwise now. */
  projection?: ApplicationRow;
  /** A call that was taken back: what was noted of it may be launched again. */
  withdrawn?: string;
  /** Applications, calls and people who must be looked at again; `ofCall`: every application of a call. */
  wakes: { post: string[]; applications: string[]; ofCall?: string; calls: string[] };
}

/** What is read and written under the locks of one transaction. */
export interface CaseTransaction {
  /** What this key was answered before; the same request at the same time waits here. */
  answered(key: Idempotency): Promise<Answered | undefined>;
  /** Locks the application's stream, share-locks its call's, and reads the case; none when it is not in sight. */
  load(application: string): Promise<LoadedCase | undefined>;
  /** Other applications of the union that carry this CUP. */
  usesOf(application: { id: string; unionId: string }, cup: string): Promise<OtherCupUse[]>;
  /** Locks the call's stream and reads the call; none when it is not in sight. */
  loadCall(call: string): Promise<LoadedCall | undefined>;
  /** The facts of each application of a locked call. */
  factsInCall(call: string): Promise<Fact[][]>;
  /** What a call can be launched with. */
  definition(named: NamedDefinition): Promise<GivenDefinition | undefined>;
  /**
   * Which of these bodies have live applications to calls of one definition, one entry an application, by name. Until
   * the transaction ends nobody else opens one of the union's.
   */
  live(
    union: string,
    definition: string,
    bodies: readonly string[],
  ): Promise<{ body: string; name: string }[]>;
  /** What each of these bodies opens an application of a call with, by its id; a new call has no id yet. */
  openingBodies(bodies: readonly string[], call?: string): Promise<ReadonlyMap<string, OpeningBody>>;
  /** Counts on in the union's year: its IPA code and the first of the new numbers. */
  countOn(
    union: string,
    kind: 'call' | 'application',
    year: number,
    count: number,
  ): Promise<{ ipa: string; first: number }>;
  /** Which of these addresses are taken in the union; `startingWith` a text for calls. */
  slugs(union: string, of: { applications: string[] } | { callsLike: string }): Promise<ReadonlySet<string>>;
  /** Puts it all on record; the answer is kept under the key with it. @returns how many applications were woken. */
  commit(
    changes: Changes,
    answer: (applications: number) => object,
    key?: Idempotency,
  ): Promise<{ applications: number }>;
}

/** The streams of calls and applications: what `record` reads and writes. */
export abstract class CaseStore {
  /**
   * One transaction in somebody's sight. Where it only met another one it is begun anew, so `work` may run twice and
   * must change nothing but through what it is given.
   */
  abstract transact<T>(acting: Acting, work: (on: CaseTransaction) => Promise<T>): Promise<T>;
  /** The case as it stands, without any lock, with the uses of its CUP; in the worker's sight. */
  abstract look(application: string): Promise<(LoadedCase & { cupUses: OtherCupUse[] }) | undefined>;
  /** Ids of all applications, by number. */
  abstract applications(): Promise<string[]>;
  /** Every stream, with its facts and what is left of their details, one at a time. */
  abstract chains(): AsyncIterable<{ stream: StreamHead; facts: ChainedFact[]; details: SealedDetail[] }>;
  /** The hash of every uploaded file, each once, in the order of the hashes. */
  abstract documents(): AsyncIterable<string>;
  /** Every edition, in the order in which they were loaded. */
  abstract editions(): Promise<KeptEdition[]>;
}
