import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Glance } from '#domain/desk/glance.js';
import type { Silence } from '#domain/desk/today.js';
import type { Fact } from '#domain/fact/fact.js';
import type { MailOutage } from '#domain/post/outage.js';
import type { SeenPeople } from '#domain/desk/who.js';

/** An application as lists read it: its row, and nothing that needs a fold. */
export interface StoredApplication {
  id: string;
  number: string;
  slug: string;
  call: {
    id: string;
    number: string;
    slug: string;
    title: string;
    shortTitle: string;
    measure: string;
    platform: string;
    definition: { id: string; version: number };
  };
  applicant: { id: string; name: string };
  participants: string[];
  stage: string;
  label: string;
  upTo: string;
  /** The sentence of the state. */
  state: string;
  ended: boolean;
  cup: string | null;
  /** The page is behind the last fact of the call. */
  updating: boolean;
  glance: Glance;
}

/** A mail that did not arrive at an address which the person still has. */
export interface UndeliveredMail {
  mail: string;
  person: { id: string; name: string };
  bodies: string[];
  address: string;
  subject: string;
  state: 'dead' | 'failed';
  on: string;
}

/** Something that a person put on record. */
export interface OwnFact {
  at: string;
  fact: Pick<Fact, 'type' | 'body'>;
  slug: string;
  applicant: string;
  definition: CallDefinition;
}

/** Reading for the pages of the desk: what a person may see, each by one statement whatever the number of applications. */
export abstract class DeskQueries {
  /** All that the person sees, by the applicant's name; `only` one of them. */
  abstract applications(person: string, only?: string): Promise<StoredApplication[]>;
  abstract people(person: string): Promise<SeenPeople>;
  /** File names of documents, by id. */
  abstract fileNames(person: string, documents: readonly string[]): Promise<Map<string, string>>;
  /** Reminders without answer for which the office was told to call, up to an instant (milliseconds). */
  abstract silences(person: string, until: number): Promise<Silence[]>;
  abstract undelivered(person: string): Promise<UndeliveredMail[]>;
  /** Of the person's union; undefined while the mail server takes what it is given. */
  abstract mailOutage(person: string, now: number): Promise<MailOutage | undefined>;
  /** The definitions of calls in sight, by the call's id. */
  abstract definitions(person: string, calls: readonly string[]): Promise<Map<string, CallDefinition>>;
  /** Reasons in words of facts, by the fact's id; without those that were lawfully erased. */
  abstract reasons(person: string, facts: readonly string[]): Promise<Map<string, string>>;
  /** What the person put on record on a day, the latest first. */
  abstract doneOn(person: string, day: LocalDate): Promise<OwnFact[]>;
}
