import type { LocalDate } from '#domain/calendar/local-date.js';
import type { FactBodies, FactType } from './fact-kinds.js';

/** How a fact reached the union. `engine` marks a decision that the engine took by itself. */
export type Channel = 'web' | 'pec' | 'email' | 'phone' | 'inPerson' | 'platform' | 'import' | 'engine';

/** `received`: the product saw it happen. `declared`: somebody with the right to do so says when it happened. */
export type LegalSource = 'received' | 'declared';

/** What somebody wants to put on record; `record` adds place, time of recording and hash. */
export interface NewFactOf<T extends FactType> {
  type: T;
  legalDate: LocalDate;
  /** HH:MM:SS in Europe/Rome; absent when only the day is known. */
  legalTime?: string;
  legalSource: LegalSource;
  channel: Channel;
  /** Person who recorded it; absent for decisions of the engine. */
  actor?: string;
  /** Body for which the actor acted, when not the actor's own. */
  onBehalfOf?: string;
  body: FactBodies[T];
  /** The fact that this one puts right; a corrected fact no longer counts. */
  corrects?: string;
}
export type NewFact = { [T in FactType]: NewFactOf<T> }[FactType];

/** A row of a stream: append-only, ordered by `seq` without gaps. */
export type FactOf<T extends FactType> = NewFactOf<T> & { id: string; seq: number; recordedAt: string };
export type Fact = { [T in FactType]: FactOf<T> }[FactType];

/** The legal moment of a fact; comparable as text. A fact known only by its day counts from the day's start. */
export interface Moment {
  date: LocalDate;
  time?: string;
}

export function momentOf(fact: Pick<NewFact, 'legalDate' | 'legalTime'>): Moment {
  return fact.legalTime === undefined
    ? { date: fact.legalDate }
    : { date: fact.legalDate, time: fact.legalTime };
}

export function laterOf(a: Moment, b: Moment): Moment {
  return textOf(b) > textOf(a) ? b : a;
}

/** Local moments of one zone compare as text. */
export function textOf({ date, time }: Moment): string {
  return `${date}T${time ?? '00:00:00'}`;
}

/** Facts of one type, typed. */
export function ofType<T extends FactType>(facts: readonly Fact[], type: T): FactOf<T>[] {
  return facts.filter((fact) => fact.type === type) as unknown as FactOf<T>[];
}
