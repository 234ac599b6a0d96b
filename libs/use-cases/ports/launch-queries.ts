import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Assignments } from '#domain/people/assignment.js';
import type { PostPeople } from '#domain/post/addressee.js';

/** Who would act for an application that is not there yet, and when the body is closed. */
export interface Prospect {
  people: Assignments;
  /** When they are written to, over all that they are. */
  post: PostPeople;
  isClosed: (date: LocalDate) => boolean;
}

export interface EarlierApplication {
  body: string;
  number: string;
  /** Id of its call's definition. */
  definition: string;
  call: string;
  /** State, as a cell shows it. */
  label: string;
  ended: boolean;
}

/** What the office looks at before a launch, in a person's sight. */
export abstract class LaunchQueries {
  abstract prospects(person: string, bodies: readonly string[]): Promise<ReadonlyMap<string, Prospect>>;
  /** Applications of the same measure, over every call. */
  abstract earlier(person: string, measure: string): Promise<EarlierApplication[]>;
}
