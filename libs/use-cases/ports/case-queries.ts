import type { ListedCall } from '#contracts/calls.js';
import type { ListedMessage } from '#contracts/messages.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { RecordedChange } from '../refusal.js';

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
  /** With the ids of message and person, of which the page needs none. */
  abstract messages(
    person: string,
    id: string,
  ): Promise<(ListedMessage & { id: string; personId: string })[]>;
  abstract calls(person: string): Promise<ListedCall[]>;
  abstract findCall(person: string, idOrNumber: string): Promise<{ id: string } | undefined>;
  /** Who recorded these facts and when, the oldest first. */
  abstract changes(person: string, facts: readonly string[]): Promise<RecordedChange[]>;
  abstract applicants(person: string): Promise<Applicant[]>;
  abstract document(
    person: string,
    application: string,
    document: string,
  ): Promise<{ sha256: string; fileName: string; mediaType: string; bytes: number } | undefined>;
}
