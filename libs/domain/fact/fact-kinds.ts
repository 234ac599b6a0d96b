import type { WriteAction } from '#domain/access/policy.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { AskedOf, Thing } from './asked-of.js';
import type { Scenario } from './scenario.js';

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
    /** The day that the paper bears; asked for where it must not be younger than an official act. */
    dated?: LocalDate;
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
  /**
   * Decision of the engine, with the act that shows it: something about it must be cleared up. `holds`: until somebody
   * answers the act does not count.
   */
  'finding.raised': {
    finding: string;
    code: FindingCode;
    /** The act. */
    by: string;
    cup?: string;
    /** Human number of the other application. */
    with?: string;
    cents?: number;
    /** What they should have been. */
    against?: number;
    holds?: true;
  };
  'finding.resolved': { finding: string; reason?: string };
  'fact.voided': { reason?: string };
  'application.closed': { reason?: string };
  /** Decisions of the engine. `end` is the end that was missed or found to be met after all. */
  'term.lapsed': {
    term: string;
    round: number;
    end: LocalDate;
    /** It closes the application: its call is over, and nobody ever answered (docs/adr/0020). */
    closes?: 'neverAnswered';
  };
  'term.reinstated': { term: string; round: number; end: LocalDate; because: 'actInTime' | 'termMoved' };
  'silence.recorded': { term: string; round: number; end: LocalDate };
}

/**
 * What an act may show. CUP-06: an unusual year. CUP-07: an unusual first letter. CUP-11: two live projects of one body.
 * CUP-12: a CUP of another body. DENARO-01: what is granted is not what was estimated. DENARO-02: what came in is not what
 * was granted. INVIO-01: a comune is proven to have sent, and had said no. INVIO-02: an application that was over goes on,
 * and a later one of the same body lives.
 */
export const FINDING_CODES = [
  'CUP-06',
  'CUP-07',
  'CUP-11',
  'CUP-12',
  'DENARO-01',
  'DENARO-02',
  'INVIO-01',
  'INVIO-02',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

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
  /** The date of the act is not known: `actDate` is the day on which it was seen. */
  unsure?: true;
  /** The act takes as good what was done while the term was over. */
  keepsSent?: true;
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

/** What an auditor looks for in a history; a correction and a decision of the engine are known by other signs. */
export const HISTORY_KINDS = ['papers', 'acts', 'terms', 'talks', 'corrections', 'engine'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** How a case must stand for an act to be offered: not closed, or not at its end either, and so on. */
export type OfferedWhile = 'always' | 'running' | 'waitsOutside' | 'hasFindings';

interface FactKind {
  history: HistoryKind;
  /** What the policy table calls the recording of it; absent of what nobody records by itself and people at most correct. */
  action?: WriteAction | 'asDefined';
  /** What the page offers to whoever may record it, where no definition asks for it. */
  offers?: { act: string; while: OfferedWhile };
}

/** All that is told of a kind of fact by codes alone. Its words are in `application/explain/history-words.ts`. */
export const FACT_KINDS = {
  'call.launched': { history: 'acts' },
  'call.withdrawn': { history: 'acts' },
  'call.fundsExhausted': { history: 'acts' },
  'term.amended': { history: 'terms', action: 'amendTerm', offers: { act: 'amend', while: 'running' } },
  'application.opened': { history: 'acts' },
  'document.filed': { history: 'papers', action: 'fileDocument' },
  'document.reviewed': { history: 'papers', action: 'reviewDocument' },
  'milestone.recorded': { history: 'acts', action: 'asDefined' },
  'approval.answered': { history: 'acts', action: 'approve' },
  'outside.checked': {
    history: 'talks',
    action: 'recordOutsideCheck',
    offers: { act: 'check', while: 'waitsOutside' },
  },
  'promise.made': { history: 'talks', action: 'makePromise', offers: { act: 'promise', while: 'running' } },
  'reminder.answered': { history: 'talks', action: 'answerReminder' },
  'talk.logged': { history: 'talks', action: 'logTalk', offers: { act: 'note', while: 'always' } },
  'scenario.chosen': {
    history: 'acts',
    action: 'chooseScenario',
    offers: { act: 'scenario', while: 'running' },
  },
  'finding.raised': { history: 'acts' },
  'finding.resolved': {
    history: 'talks',
    action: 'resolveFinding',
    offers: { act: 'resolve', while: 'hasFindings' },
  },
  'fact.voided': {
    history: 'corrections',
    action: 'correctFact',
    offers: { act: 'correct', while: 'always' },
  },
  'application.closed': {
    history: 'acts',
    action: 'closeApplication',
    offers: { act: 'close', while: 'running' },
  },
  'term.lapsed': { history: 'terms' },
  'term.reinstated': { history: 'terms' },
  'silence.recorded': { history: 'terms' },
} as const satisfies Record<FactType, FactKind>;

type Kinds = typeof FACT_KINDS;
/** Facts that somebody records by themselves. */
export type RecordedType = { [T in FactType]: Kinds[T] extends { action: string } ? T : never }[FactType];
/** What the page offers by itself. */
export type OfferedAct = Extract<Kinds[FactType], { offers: object }>['offers']['act'];

/** Types of facts of a kind. */
export function typesOf(kind: HistoryKind): FactType[] {
  return (Object.keys(FACT_KINDS) as FactType[]).filter((type) => FACT_KINDS[type].history === kind);
}

/** Every act that a page may offer, with the action of the policy table and how the case must stand. */
export const OFFERED_ACTS = Object.values(FACT_KINDS).flatMap((kind) =>
  'offers' in kind ? [{ ...kind.offers, action: kind.action }] : [],
);
