import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { RecordedChange } from '../refusal.js';

/** One line of a list: what it is, where it stands, to whom it is up. */
export interface ListedApplication {
  id: string;
  number: string;
  call: { id: string; number: string; title: string };
  applicant: { id: string; name: string };
  /** Bodies that take part. */
  participants: string[];
  amountCents: number;
  stage: string;
  label: string;
  upTo: string;
  overlays: string[];
  ended: boolean;
  end: string | null;
  safeEnd: string | null;
  cup: string | null;
  /** The page is behind the last fact of the call. */
  updating: boolean;
}

export interface ListedMessage {
  key: string;
  kind: string;
  person: string;
  deliverAt: string;
  state: string;
  why: string | null;
  step: string | null;
  subject: string | null;
  sentAt: string | null;
}

export interface ListedCall {
  id: string;
  number: string;
  title: string;
  definition: { id: string; version: number };
  applications: number;
  ended: number;
}

export interface Applicant {
  body: string;
  istat: string | null;
  kind: CallDefinition['eligibility']['kinds'][number];
  name: string;
  residents: { on: LocalDate; count: number }[];
}

/** Reading: what a person may see, and nothing else. */
export abstract class CaseQueries {
  /** By id, human number or slug; undefined when there is none in sight. */
  abstract find(
    person: string,
    idOrNumber: string,
  ): Promise<{ id: string; union: string; participants: string[] } | undefined>;
  abstract messages(person: string, id: string): Promise<ListedMessage[]>;
  abstract calls(person: string): Promise<ListedCall[]>;
  abstract findCall(
    person: string,
    idOrNumber: string,
  ): Promise<{ id: string; definition: { id: string; version: number } } | undefined>;
  /** Who recorded these facts and when, the oldest first. */
  abstract changes(person: string, facts: readonly string[]): Promise<RecordedChange[]>;
  abstract applicants(person: string): Promise<Applicant[]>;
  abstract document(
    person: string,
    application: string,
    document: string,
  ): Promise<{ sha256: string; fileName: string; mediaType: string; bytes: number } | undefined>;
}
