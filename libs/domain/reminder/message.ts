import type { AskedOf } from '#domain/fact/asked-of.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';

/**
 * What a message says, by its kind: codes, dates and ids, which the templates in `libs/notifications` turn into words.
 * `office` kinds go to the union's officers only.
 */
export interface MessageBodies {
  /** Does the comune take part? (type F) */
  invitation: AskedOf & { announces?: Announcement[] };
  /** A term with something missing (types A, B, C, D, E, I). */
  reminder: AskedOf & { announces?: Announcement[] };
  /** To the next person, announced before it happens: of a term, or of a go-ahead. */
  escalation: AskedOf & (ApprovalTurn | NoTurn) & { announced?: Announced };
  /** An extension, reopening or suspension: old and new date, once. */
  termMoved: { oldEnd: LocalDate; newEnd: LocalDate; act: string; toldOn: LocalDate };
  /** The call itself: withdrawn, its money used up, money again. `about` is the fact. */
  callNews:
    | { news: 'withdrawn' | 'fundsAgain'; about: string }
    | { news: 'fundsExhausted'; about: string; act: string; on: LocalDate };
  /** We had told a wrong date; of a term that does not run at all there is no right one. */
  dateCorrected: { oldEnd: LocalDate; toldOn: LocalDate } & (
    { newEnd: LocalDate; gone?: never } | { newEnd?: never; gone: string; round: number }
  );
  /** Confirmation of an upload or of an act with its proof, at once, not digested. */
  documentFiled: { on: LocalDate; at: string } & (
    (FiledPaper & { milestone?: never }) | { milestone: string; requirement?: never }
  );
  /** A paper, or what asked for a go-ahead, sent back; the reason is a detail of the fact `because`. */
  documentReturned: AskedOf & { because: string } & (
      { requirement: string; document: string; sentBack?: never } | { sentBack: string; requirement?: never }
    );
  approvalAsked: ApprovalTurn & { announces?: Announcement[] };
  /** "Did anything arrive by PEC?" (type H) */
  question: { stage: string; since: LocalDate };
  /** Office: somebody must be telephoned. */
  officeCall:
    | ({ why: 'unanswered' } & AskedOf & (ApprovalTurn | NoTurn))
    | ({ why: 'silence' } & MissedTerm)
    | ({ why: 'talk'; talk: string; role?: Role } & AskedOf)
    | ({ why: 'cannot' | 'notMine'; about: string } & AnsweredAbout)
    | { why: 'funds'; about: string; act: string };
  /** Office: Monday round. */
  officeRound: { stage: string; since: LocalDate };
  /** Office: lapse, negative outcome, withdrawal, finding, dead address (at once). */
  officeNews:
    | ({ news: 'termLapsed' | 'reinstated' | 'runsAgain' } & MissedTerm)
    | { news: 'interrupt'; interrupt: string; on: LocalDate }
    | { news: 'stage'; stage: string }
    | { news: 'finding'; code: string; cup: string; with: string }
    | ({ news: 'saysDone' } & AnsweredAbout)
    | { news: 'deadAddress'; about: string; state: 'dead' | 'failed' };
  /** Office: a document waits to be looked at. */
  officeReview: FiledPaper;
}

export type MessageKind = keyof MessageBodies;

/** Of which body the thing is asked that a message is about. */
export function ofMessage({ body }: MessageContent): AskedOf {
  return 'of' in body && body.of !== undefined ? { of: body.of } : {};
}

/** Who is told next, and on which day. */
export interface Announcement {
  to: Role;
  on: LocalDate;
}

/** Whom an earlier e-mail told that this one would come (ids, as nobody is named here), and on which day. */
export interface Announced {
  to: string[];
  on: LocalDate;
}

/** It is this role's turn to give a go-ahead: since when, and by when the office telephones. */
export interface ApprovalTurn extends AskedOf {
  /** The requirement. */
  approval: string;
  role: Role;
  since: LocalDate;
  workBy: LocalDate;
}

interface NoTurn {
  approval?: never;
}

interface MissedTerm {
  term: string;
  round: number;
  end: LocalDate;
}

/** What the e-mail was about that somebody answered; older answers do not say it. */
interface AnsweredAbout extends AskedOf {
  term?: string;
  round?: number;
  requirement?: string;
  suggests?: string;
}

interface FiledPaper extends AskedOf {
  requirement: string;
  document: string;
  sha256: string;
}

/** The term that a message announces; it is dropped when this end no longer holds or nothing is missing. */
export interface MessageTerm {
  id: string;
  round: number;
  end: LocalDate;
  safeEnd: LocalDate;
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
