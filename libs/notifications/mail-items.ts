import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Party } from '#domain/call/definition.js';
import type { Cents } from '#domain/money/money.js';

/** What an item is about, and its page; the address carries no credential. */
export interface About {
  comune: string;
  /** Short title of the call: "SEND". */
  call: string;
  page?: string;
}

/** 1 information, 2 help, 3 consequence in euro, 4 announces who is told next. */
export type Tone = 1 | 2 | 3 | 4;

export interface MissingThing {
  /** As in the definition: "Determina di affidamento". */
  label: string;
  /** "serve con CUP e CIG" */
  note?: string;
  /** Who gives it, when it is not the reader: "il RUP". */
  from?: string;
  workBy?: LocalDate;
}

export interface Dates {
  /** The date by which people work; always told first. */
  workBy: LocalDate;
  /** Official end and its hour (23:59 when the call names none); absent for inner terms. */
  end?: LocalDate;
  cutOff?: string;
}

export interface InvitationItem extends About, Dates {
  kind: 'invitation';
  callTitle: string;
  amountCents: Cents;
  /** How the amount is found: "popolazione al 1° gennaio 2022". */
  amountBecause?: string;
  needs: string[];
  /** "circa 1.200 euro l'anno" */
  costAfter?: string;
  unionDoes?: string;
  /** Hours of work for the comune. */
  hours?: number;
  tone: Tone;
  answers?: { yes: string; no: string; talk: string };
}

export interface ReminderItem extends About, Dates {
  kind: 'reminder';
  /** `cup` has an e-mail of its own; `sampleCheck` too. */
  topic?: 'cup' | 'sampleCheck' | 'maintenance';
  /** Infinitive for subject and sentence: "inserire il CUP"; without it the missing things speak for themselves. */
  action?: string;
  missing: MissingThing[];
  /** All of it lies here and waits for the office: who reads is the office, or the comune, which may send all the same. */
  unlooked?: 'office' | 'comune';
  /** Papers of a sample check: how many there are in all, with those missing; once none is, the sending is left. */
  papersInAll?: number;
  amountCents?: Cents;
  peremptory: boolean;
  /** The PEC that started the term. */
  notice?: { date: LocalDate; time?: string };
  /** "5 giorni", "20 giorni lavorativi" */
  length?: string;
  /** What remains after the date to work by: "dieci giorni lavorativi per firma e invio ufficiale". */
  room?: string;
  /** Of a long term of the body's own: the last day on which an extension can still be asked for. */
  askBy?: LocalDate;
  /** The term runs a second time, after a re-admission to it. */
  again?: true;
  /** Template of Sistema CUP named by the call. */
  cupTemplate?: string;
  /** The CUP of a sample check, for the subject of the official PEC. */
  cup?: string;
  tone: Tone;
  /** With tone 4: who is told next ("il segretario") and when. */
  announces?: { who: string; on: LocalDate }[];
}

export interface EscalationItem extends About, Dates {
  kind: 'escalation';
  topic?: 'cup' | 'approval';
  missing: MissingThing[];
  amountCents?: Cents;
  /** "ammessi", "decretati": what kind of money it is. */
  amountWord?: string;
  peremptory: boolean;
  /** Sentence on why it comes to this person: "La referente è assente." */
  why?: string;
  /** Hour of today by which an answer still helps. */
  answerBy?: string;
  /** "la referente e il segretario", with whom the office spoke before, and when. */
  announced?: { with: string; on: LocalDate };
  answers?: { secretary?: string; other: string; call: string };
}

export interface TermMovedItem extends About, Dates {
  kind: 'termMoved';
  move: 'extension' | 'reopening' | 'suspension';
  /** Name of the term when it is not the end of the call: "completamento". */
  term?: string;
  oldEnd: LocalDate;
  end: LocalDate;
  act: string;
  /** Day on which the office read the act. */
  readOn: LocalDate;
  /** What the date to work by leaves room for, where it comes before the official end by design. */
  room?: string;
  /** Something that the term waits for is up to the reader. */
  asked?: true;
}

/** News of the call itself, to the people of an application. */
export interface CallNewsItem extends About {
  kind: 'callNews';
  news: 'withdrawn' | 'fundsExhausted' | 'fundsAgain' | 'sendAgain';
  callTitle: string;
  /** Of exhausted funds: the act that says so, and its day. */
  act?: string;
  on?: LocalDate;
  /** Of what must be sent again: the days on which the call was closed, and the end as it stands. */
  closed?: { from: LocalDate; to: LocalDate };
  /** Whether it was closed at all is to be confirmed. */
  unsure?: boolean;
  end?: LocalDate;
  /** With the day to work by; older messages do not say it. */
  dates?: Dates;
}

export interface DateCorrectedItem extends About, Partial<Dates> {
  kind: 'dateCorrected';
  /** The day told to work by, or the official end where only that was wrong. */
  wrong: LocalDate;
  /** What it should have been; absent when there is no term at all: the date was told by mistake. */
  right?: LocalDate;
  peremptory: boolean;
  /** Day of the e-mail with the wrong date. */
  toldOn?: LocalDate;
  /** "la PEC era del 25 marzo" */
  reason?: string;
}

export interface DocumentFiledItem extends About {
  kind: 'documentFiled';
  /** An act on the platform that was put on record with its proof, rather than a file. */
  act?: true;
  label: string;
  on: LocalDate;
  at: string;
  pages?: number;
  bytes?: number;
  /** SHA-256 of the file, hexadecimal; of an act there is none. */
  hash?: string;
  /** Head of the chain of facts after the filing. */
  chainHead?: string;
  /** The office looks at it before it counts. */
  review: boolean;
  /** Of an act: what the reader still owes here all the same. */
  owed?: string[];
  /** Of an act: without these papers the application may be excluded, each in a sentence. */
  risks?: string[];
  /** Of an act that does not count until it is cleared up: what is wrong with it. */
  held?: string;
}

export interface DocumentReturnedItem extends About {
  kind: 'documentReturned';
  label: string;
  reason: string;
  /** "Può bastare un'integrazione: il modello è nella pagina." */
  help?: string;
  workBy?: LocalDate;
}

export interface ApprovalAskedItem extends About {
  kind: 'approvalAsked';
  /** "la determina di affidamento" */
  what: string;
  workBy?: LocalDate;
  tone: Tone;
  announces?: { who: string; on: LocalDate }[];
}

export interface QuestionItem extends About {
  kind: 'question';
  /** For whom the case waits: "il Dipartimento". */
  waitsFor: string;
  since: LocalDate;
  /** "Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122)." */
  usual?: string;
}

export interface StillOwedItem extends About {
  kind: 'stillOwed';
  missing: MissingThing[];
}

export interface OfficeCallItem extends About {
  kind: 'officeCall';
  why: 'unanswered' | 'late' | 'silence' | 'talk' | 'cannot' | 'notMine' | 'funds';
  /** Whom to call. */
  whom?: { name: string; role?: string; phone?: string };
  what?: string;
  workBy?: LocalDate;
  end?: LocalDate;
}

export interface OfficeRoundItem extends About {
  kind: 'officeRound';
  waitsFor: string;
  since: LocalDate;
  /** "Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122)." */
  usual?: string;
}

export interface OfficeNewsItem extends About {
  kind: 'officeNews';
  news:
    | 'termLapsed'
    | 'neverAnswered'
    | 'reinstated'
    | 'runsAgain'
    | 'interrupt'
    | 'stage'
    | 'finding'
    | 'mayBeExcluded'
    | 'saysDone'
    | 'deadAddress'
    | 'undelivered';
  /** Label of the term, interrupt, stage, finding or thing; for `deadAddress` and `undelivered` the person. */
  label: string;
  /** Of a term that passed, or of an end that closes: names of those who got no reminder in its last days. */
  unreminded?: string[];
  /** Of a finding: until it is cleared up its act does not count. */
  holds?: true;
  /** Of a paper without which what was sent may be excluded: which, and of which day. */
  sentence?: string;
  end?: LocalDate;
  /** Of an interrupt: the day on which it came, whose turn it is now and the date by which they work. */
  on?: LocalDate;
  party?: Party;
  workBy?: LocalDate;
}

export interface OfficeReviewItem extends About {
  kind: 'officeReview';
  label: string;
  on: LocalDate;
  at?: string;
  from?: string;
}

/** One thing in an e-mail, by kind of message. */
export type MailItem =
  | InvitationItem
  | ReminderItem
  | EscalationItem
  | TermMovedItem
  | CallNewsItem
  | DateCorrectedItem
  | DocumentFiledItem
  | DocumentReturnedItem
  | ApprovalAskedItem
  | QuestionItem
  | StillOwedItem
  | OfficeCallItem
  | OfficeRoundItem
  | OfficeNewsItem
  | OfficeReviewItem;
