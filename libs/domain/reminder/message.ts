import type { AskedOf } from '#domain/fact/asked-of.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { MessageBodies, MessageKind } from './message-kinds.js';

/** Of which body the thing is asked that a message is about. */
export function ofMessage({ body }: MessageContent): AskedOf {
  return 'of' in body && body.of !== undefined ? { of: body.of } : {};
}

/** The term that a message announces; it is dropped when this end no longer holds or nothing is missing. */
export interface MessageTerm {
  id: string;
  round: number;
  end: LocalDate;
  safeEnd: LocalDate;
  /** HH:MM of the end, where it is not 23:59. */
  cutOff?: string;
  /** Missing it cannot be undone: in its last two days a person may get more than one e-mail a day. */
  peremptory?: boolean;
}

/** Some kinds, each with what it says. */
export type MessageContentOf<K extends MessageKind> = { [T in K]: { kind: T; body: MessageBodies[T] } }[K];
export type MessageContent = MessageContentOf<MessageKind>;

/** To whom, about what and when: the same for every kind. */
export interface MessageHead {
  /** Unique for (application, term, round, end announced, step, person): decided once, sent later. */
  key: string;
  person: string;
  application: string;
  /** Instant (UTC, `Z`) before which it is not sent. */
  deliverAt: string;
  /** False for confirmations and codes, which go out alone and at once. */
  digest: boolean;
  term?: MessageTerm;
  /** Step of the schedule ("-3", "0T12"), and how plainly it speaks (1 information … 4 announces escalation). */
  step?: string;
  tone?: 1 | 2 | 3 | 4;
}

export type MessageDecision = MessageHead & MessageContent;
