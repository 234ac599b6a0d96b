import type { PersonAnswer } from '#contracts/identity.js';
import type { LocalDate } from '#domain/calendar/local-date.js';

/** In whose name, for which body, and who there can stand in. */
export interface Managing {
  actingBody: string;
  body: { id: string; name: string; kind: 'union' | 'comune' | 'other' };
  people: readonly PersonAnswer[];
  /** Closes accounts and erases people. */
  head: boolean;
}

/** What each form of a person's acts is given. */
export interface PersonFormProps {
  person: PersonAnswer;
  on: LocalDate;
  managing: Managing;
  done: () => void;
}
