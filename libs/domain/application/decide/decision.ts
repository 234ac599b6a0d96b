import { isWorkingDay, nextWorkingDay } from '#domain/calendar/working-day.js';
import { instantAt, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { AskedOf } from '#domain/fact/asked-of.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { Hours } from '#domain/reminder/slots.js';
import type { Role } from '#domain/people/role.js';
import type { Seat } from '#domain/people/seat.js';
import type { MessageDecision, MessageTerm } from '#domain/reminder/message.js';
import type { MessageKind } from '#domain/reminder/message-kinds.js';
import type { OtherCupUse } from '../case/cup-of.js';
import type { Case, Streams } from '../case/case.js';

/** A lapse is decided this long after the end, on all facts committed by then. */
export const LAPSE_GRACE_MS = 60_000;
/** Messages are decided this long before they go, so that one digest holds all of a morning. */
export const DECISION_LEAD_MS = 60 * 60_000;

/** Another live application of a body to calls of one definition. */
export interface LiveBeside {
  id: string;
  number: string;
  /** It was opened after the one at hand. */
  later: boolean;
}

/** A message that was already decided, and what became of it. */
export interface ToldMessage {
  key: string;
  kind: MessageKind;
  person: string;
  term?: MessageTerm;
  state: 'pending' | 'sent' | 'skipped' | 'failed';
  deliverAt: string;
}

export interface DecideInput {
  application: string;
  definition: CallDefinition;
  streams: Streams;
  told: readonly ToldMessage[];
  /** Persons who sit on one of these seats on that day, with substitutes. */
  recipients: (seats: readonly Seat[], on: LocalDate) => string[];
  /** At which hours a person is written to that day, by all that they are over all bodies, as the post does; or not at all. */
  writtenTo: (person: string, on: LocalDate) => Hours | undefined;
  /** The applicant's offices are closed that day (patron day, closed weeks). */
  isClosed: (date: LocalDate) => boolean;
  /** Other applications of the union that carry this one's CUP; none when absent. */
  cupUses?: readonly OtherCupUse[];
  /** Other live applications of the same body to calls of this definition; nobody looks at them when absent. */
  besides?: readonly LiveBeside[];
  /** Milliseconds since the epoch. */
  now: number;
}

export interface Decisions {
  facts: NewFact[];
  messages: (MessageDecision & { superseded?: true })[];
  /** Milliseconds since the epoch of the next moment at which something is decided; absent when only facts move it. */
  next?: { at: number; what: NextWhat };
  /** What people will notice next, in order, with its hour; asked for only where it is told. */
  coming: () => NextWhat[];
  theCase: Case;
}

export type NextWhat = AskedOf & {
  kind: 'end' | 'reminder' | 'round' | 'question' | 'phone';
  term?: string;
  /** Who is written to, all that get something at that moment; empty while nobody holds the role. */
  to?: Role[];
  /** Day and hour, HH:MM in Rome, at which it happens: an e-mail goes later than it is decided. */
  on: LocalDate;
  time?: string;
  /** It is decided, and waits for its hour. */
  decided?: true;
};

export interface Planned {
  /** When the engine looks, in milliseconds since the epoch; now for what is decided and waits for its hour. */
  at: number;
  what: NextWhat;
  /** The same as people will notice it: an e-mail goes later than it is decided. */
  told?: () => NextWhat | undefined;
}

/** The next morning's slot of the office's digest: what the office hears of is read at the start of a day. */
export function officeSlot(now: number): string {
  const at = localAt(now);
  const today = isWorkingDay(at.date) && at.time < '07:45:00';
  return instantAt(today ? at.date : nextWorkingDay(at.date), '07:45');
}
