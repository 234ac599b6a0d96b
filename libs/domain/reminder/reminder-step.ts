import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';

/** Reminder types of the policy: A peremptory within 10 days, B sample check, C call end, D long term, E paper, F yes or no, G approval, I maintenance; `none`. */
export type ReminderType = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'I' | 'none';

export interface ReminderStep {
  /** Stable name within the term: part of the message's key. */
  step: string;
  at: { date: LocalDate; time: string };
  kind: 'invitation' | 'reminder' | 'escalation' | 'officeCall' | 'approvalAsked';
  to: Role[];
  tone: 1 | 2 | 3 | 4;
  /** Goes alone and at once, outside the digest: the first e-mail of a peremptory term and of a sample check. */
  immediate?: true;
  /** With tone 4: who is told next and on which day, so that nobody is told behind the referent's back. */
  announces?: { to: Role[]; on: LocalDate }[];
}

export interface ScheduleInput {
  /** Legal day and hour on which the term began to run. */
  start: { date: LocalDate; time?: string };
  safeEnd: LocalDate;
  end: LocalDate;
  /** Instant-like local moment at which the engine learned of the start; no step lies before it. */
  knownSince: { date: LocalDate; time: string };
  /** The office of this comune is closed that day (patron day, closed weeks); weekends and holidays come by themselves. */
  isClosed: (date: LocalDate) => boolean;
  /** HH:MM at which the official end falls; 23:59 when the call names no hour. */
  cutOff?: string;
  /**
   * Day of the last e-mail that told people of this term outside this schedule (an extension, a correction): the
   * first information is not said again, and nothing but a peremptory term writes within two working days of it.
   */
  lastTold?: LocalDate;
  /** Whom a paper (E) or an approval (G) was asked of; for C the mayor is written to only when he is named here. */
  asked?: Role[];
  /** Who answers for a silent approver (G); the secretary when not given. */
  substitute?: Role;
  /** End of the supplier's contract, when it lies before the end of the maintenance (I). */
  contractEnds?: LocalDate;
}
