import type { LocalDate } from '#domain/calendar/local-date.js';

/**
 * What a message is about; templates in `libs/notifications` turn it into words.
 * `office` kinds go to the union's officers only.
 */
export type MessageKind =
  | 'invitation' // does the comune take part? (type F)
  | 'reminder' // a term with something missing (types A, B, C, D, E, I)
  | 'escalation' // to the next person, announced before it happens
  | 'termMoved' // an extension, reopening or suspension: old and new date, once
  | 'callNews' // the call itself: withdrawn, its money used up, money again
  | 'dateCorrected' // we had told a wrong date
  | 'documentFiled' // confirmation of an upload or of an act with its proof, at once, not digested
  | 'documentReturned' // sent back with a reason
  | 'approvalAsked'
  | 'question' // "did anything arrive by PEC?" (type H)
  | 'officeCall' // office: somebody must be telephoned
  | 'officeRound' // office: Monday round
  | 'officeNews' // office: lapse, negative outcome, withdrawal, finding, dead address (at once)
  | 'officeReview'; // office: a document waits to be looked at

/** Decided once, sent later: `key` is unique for (application, term, round, end announced, step, person). */
export interface MessageDecision {
  key: string;
  kind: MessageKind;
  person: string;
  application: string;
  /** Instant (UTC, `Z`) before which it is not sent. */
  deliverAt: string;
  /** False for confirmations and codes, which go out alone and at once. */
  digest: boolean;
  /** The term it announces; the message is dropped when this end no longer holds or nothing is missing. */
  term?: {
    id: string;
    round: number;
    end: LocalDate;
    safeEnd: LocalDate;
    /** Missing it cannot be undone: in its last two days a person may get more than one e-mail a day. */
    peremptory?: boolean;
  };
  /** Step of the schedule ("-3", "12:00"), and how plainly it speaks (1 information … 4 announces escalation). */
  step?: string;
  tone?: 1 | 2 | 3 | 4;
  /** Codes, dates, ids and cents for the words. */
  params: Record<string, string | number>;
}
