import type { OtherCupUse } from '#domain/application/case/cup-of.js';
import type { Streams } from '#domain/application/case/case.js';
import type { ToldMessage } from '#domain/application/decide/decide.js';
import type { Ahead } from '#domain/application/explain/explain.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import type { Assignments } from '#domain/people/assignment.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { PostPeople } from '#domain/post/addressee.js';

/** Everything on record about one application that a person may see, as it stood at one moment. */
export interface CaseFile {
  id: string;
  number: string;
  /** Its address: "rivello-send-2027". */
  slug: string;
  union: string;
  call: { id: string; number: string; slug: string };
  applicant: { id: string; name: string; istat?: string };
  /** The same body's latest application to the same call, where it is another one. */
  later?: { slug: string; number: string };
  participants: string[];
  attempt: number;
  amountCents: number;
  definition: CallDefinition;
  streams: Streams;
  /** Last numbers of its stream and of its call's; `seenCallSeq` is the call's that the projection counts. */
  seq: number;
  callSeq: number;
  seenCallSeq: number;
  /** What lies ahead, as the engine found it when it last looked. */
  ahead: Ahead;
  /**
   * When the engine looks next, in epoch milliseconds; null: only a fact moves it; absent: it has still to look at what
   * became known of the call.
   */
  looksAt?: number | null;
  told: ToldMessage[];
  /** Of those, the messages that wait for their hour. */
  pending: MessageDecision[];
  cupUses: OtherCupUse[];
  /** Who may act for it, by id: also people whom the reader does not see by name. */
  people: Assignments;
  /** When they are written to, over all that they are. */
  post: PostPeople;
  isClosed: (date: LocalDate) => boolean;
  /** People whom the reader sees, by id. */
  names: ReadonlyMap<string, NamedPerson>;
  /** Names of bodies by id. */
  bodies: ReadonlyMap<string, string>;
  /** What people wrote with a fact, by the fact's id. */
  details: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  documents: ReadonlyMap<string, FiledDocument>;
}

export interface NamedPerson {
  name: string;
  phone?: string;
  email?: string;
  /** Absences that are not over, the next first. */
  away: { from: LocalDate; to: LocalDate; substitute?: string }[];
}

export interface FiledDocument {
  id: string;
  requirement: string;
  fileName: string;
  bytes: number;
  sha256: string;
  mediaType: string;
}

/** Everything on record about one call itself. */
export interface CallFile extends Pick<CaseFile, 'definition' | 'names' | 'bodies' | 'details'> {
  id: string;
  number: string;
  slug: string;
  facts: Fact[];
  seq: number;
  hashes: ReadonlyMap<string, string>;
}

/** The files of applications, for pages and previews. */
export abstract class CaseFiles {
  /** Undefined when it is not in the person's sight. */
  abstract read(person: string, application: string): Promise<CaseFile | undefined>;
  /** Other applications of the union that carry a CUP. */
  abstract usesOf(
    person: string,
    application: { id: string; union: string },
    cup: string,
  ): Promise<OtherCupUse[]>;
  /** Hash of each fact of a stream, by the fact's id. */
  abstract hashes(person: string, streams: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Undefined when the call is not in the person's sight. */
  abstract call(person: string, call: string): Promise<CallFile | undefined>;
  /** Those of a call that the person sees, by the applicant's name. */
  abstract ofCall(person: string, call: string): Promise<CaseFile[]>;
}
