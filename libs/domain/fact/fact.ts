import type { LocalDate } from '#domain/calendar/local-date.js';
import type { AskedOf, Thing } from '#domain/fact/asked-of.js';
import type { Scenario } from '#domain/fact/scenario.js';

/** How a fact reached the union. `engine` marks a decision that the engine took by itself. */
export type Channel = 'web' | 'pec' | 'email' | 'phone' | 'inPerson' | 'platform' | 'import' | 'engine';

/** `received`: the product saw it happen. `declared`: somebody with the right to do so says when it happened. */
export type LegalSource = 'received' | 'declared';

/** What a stream's facts carry for the domain: codes, ids, dates and cents; never a name or free text. */
export interface FactBodies {
  /** Call stream. The call starts; `confirmed` lists the terms whose source a person has read and confirmed. */
  'call.launched': {
    definition: string;
    version: number;
    /** The edition and the hash of the definition that it gives; absent from before there were editions. */
    edition?: { id: string; sha256: string };
    confirmed: string[];
    /** Instant before which no e-mail leaves and the launch may be annulled. */
    brakeUntil?: string;
  };
  /** Call stream. The call was withdrawn and its applications end; `told` once e-mails may have left. */
  'call.withdrawn': { reason?: string; told?: true };
  /** Call stream. The money is used up, by this act: what was not sent yet would get none. No term moves. */
  'call.fundsExhausted': { act: string; actDate: LocalDate; knownOn: LocalDate };
  /** Call or application stream. A term moves; in a call's stream it moves for every application. */
  'term.amended': TermAmended;
  /** Application stream. */
  'application.opened': ApplicationOpened;
  'document.filed': Thing & {
    document: string;
    sha256: string;
    bytes: number;
    mediaType: string;
  };
  /**
   * A `reason`, here and below, is what people write: it comes in with the fact and is kept apart from it as a detail that
   * can be erased, so a fact read back has none.
   */
  'document.reviewed': Thing & {
    document: string;
    verdict: 'accepted' | 'returned';
    reason?: string;
  };
  /** An act, an answer or an outcome; `outcome` where the definition lists outcomes; `proof` is a document id. */
  'milestone.recorded': AskedOf & {
    milestone: string;
    outcome?: string;
    data: Record<string, string | number>;
    proof?: string;
  };
  'approval.answered': AskedOf & {
    approval: string;
    person: string;
    verdict: 'given' | 'returned';
    reason?: string;
  };
  /** A tick of the weekly round: on this day the platform showed nothing new. */
  'outside.checked': { stage: string };
  /** Somebody promised an act for a day: reminders to that person, of things of that body, pause until 13:00 of it. */
  'promise.made': AskedOf & { person: string; until: LocalDate };
  /** One of the three answers of a reminder, declared by e-mail; it never files or approves. */
  'reminder.answered': AskedOf & {
    answer: 'done' | 'cannot' | 'notMine';
    person: string;
    /** What the message was about: a term, or a paper or go-ahead. Older answers do not say it. */
    term?: string;
    round?: number;
    requirement?: string;
    /** Of "it is not mine": the person whose it is. */
    suggests?: string;
  };
  /** A note, or a telephone call of the office; what was said is kept apart. A call that reached somebody ends a telephone task. */
  'talk.logged': {
    kind: 'note' | 'phone';
    person?: string;
    about?: AskedOf & { term?: string; requirement?: string };
    /** Only the office, the president and the auditor read what was said. */
    officeOnly: boolean;
    outcome?: 'reached' | 'noAnswer';
  };
  /** Which part the union has in the project: it says in words who signs what; the papers stay the definition's. */
  'scenario.chosen': { scenario: Scenario };
  'finding.resolved': { finding: string; reason?: string };
  'fact.voided': { reason?: string };
  'application.closed': { reason?: string };
  /** Decisions of the engine. `end` is the end that was missed or found to be met after all. */
  'term.lapsed': { term: string; round: number; end: LocalDate };
  'term.reinstated': { term: string; round: number; end: LocalDate; because: 'actInTime' | 'termMoved' };
  'silence.recorded': { term: string; round: number; end: LocalDate };
}

export interface TermAmended {
  term: string;
  /** Round of the term it moves, in an application's stream; 1 when absent. */
  round?: number;
  kind: 'extension' | 'reopening' | 'suspension';
  /** The act that moves the term, as people quote it: "Decreto n. 137/2024". */
  act: string;
  actDate: LocalDate;
  knownOn: LocalDate;
  newEnd?: LocalDate;
  newCutOff?: string;
  from?: LocalDate;
  to?: LocalDate;
}

export interface ApplicationOpened {
  call: string;
  applicant: string;
  participants: string[];
  attempt: number;
  /** What the applicant may ask for, in cents. */
  amountCents: number;
}

export type FactType = keyof FactBodies;

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
  const key = (m: Moment) => `${m.date}T${m.time ?? '00:00:00'}`;
  return key(b) > key(a) ? b : a;
}

/** Facts of one type, typed. */
export function ofType<T extends FactType>(facts: readonly Fact[], type: T): FactOf<T>[] {
  return facts.filter((fact) => fact.type === type) as unknown as FactOf<T>[];
}
