import type { Party } from '#domain/call/definition.js';
import type { AmountWord } from '#domain/desk/glance.js';
import type { PhoneTask } from '#domain/desk/phone.js';
import type { Sign } from '#domain/desk/sign.js';
import type { WhoLine } from '#domain/desk/who.js';

/**
 * What the pages of the desk read: lists, the first page of the office, the tasks of a person. Days are `YYYY-MM-DD`
 * and hours `HH:MM` in Rome by the product's clock; amounts are cents.
 */

export type { AmountWord, PhoneTask, WhoLine };

/** One application in a list. */
export interface ApplicationLine {
  id: string;
  number: string;
  /** Its page: `/candidature/{slug}`, "rivello-send-2027". */
  slug: string;
  call: { id: string; number: string; slug: string; title: string; shortTitle: string; measure: string };
  applicant: { id: string; name: string };
  participants: string[];
  amountCents: number;
  amountWord: AmountWord;
  stage: string;
  /** The state, at most 24 characters: "CUP da inserire". */
  label: string;
  sign: Sign;
  /** Second labels over the state: "Controllo a campione". */
  overlays: string[];
  ended: boolean;
  party: Party;
  /** "Tocca a": roles or the outside body, as people say it. */
  upTo: string;
  /** The people behind the roles; empty while an outside body is waited for. */
  who: WhoLine[];
  /** Day to work by; null where nothing runs. */
  workBy: string | null;
  /** Official end, with its hour; null where nothing runs but a date of the office's own. */
  end: string | null;
  cutOff: string | null;
  /** Labels of what is missing, the first first. */
  missing: string[];
  /** "Perché aspetta?" */
  sentence: string;
  cup: string | null;
  /** The page is behind the last fact of the call. */
  updating: boolean;
}

export interface ApplicationList {
  on: string;
  at: string;
  applications: ApplicationLine[];
}

/** A paper that waits for the office to look at it. */
export interface ReviewTask {
  application: { id: string; slug: string; number: string };
  applicant: string;
  call: string;
  requirement: string;
  label: string;
  document: string;
  fileName: string;
  filedOn: string;
  filedAt?: string;
  by?: string;
}

/** A line of the weekly round: what the platform may know that nobody told us. */
export interface RoundLine {
  application: { id: string; slug: string; number: string };
  applicant: string;
  applicantId: string;
  call: string;
  /** Id of the stage, as `outside.checked` names it. */
  stage: string;
  label: string;
  /** "inviata 74 giorni fa; di solito 66-156" */
  sentence: string;
  /** Day of the last tick; null while nobody has looked yet. */
  lastChecked: string | null;
  /** True when this week's tick is missing. */
  due: boolean;
  /** What the platform may show, beside "nessuna novità": milestones with their outcomes, recorded on the application's page. */
  news: { milestone: string; outcome?: string; label: string }[];
}

/** A mail that did not arrive. */
export interface FailedDelivery {
  mail: string;
  person: { id: string; name: string };
  bodies: string[];
  address: string;
  subject: string;
  /** Why, in one Italian sentence. */
  sentence: string;
  on: string;
}

/** The first page of the office. */
export interface Today {
  on: string;
  at: string;
  /** Money at risk by the one definition, within 7 days; `applications` are the numbers that count. */
  atRisk: { days: number; cents: number; applications: string[] };
  now: ApplicationLine[];
  phone: PhoneTask[];
  review: ReviewTask[];
  round: { due: boolean; lines: RoundLine[] };
  soon: ApplicationLine[];
  failed: FailedDelivery[];
  /** For the empty page: what comes next. */
  next?: { on: string; applicant: string; call: string; label: string };
}

/** What became of each application of a weekly round. */
export interface RoundResult {
  results: {
    /** As it was named in the request. */
    application: string;
    /** `already`: it was looked at this week before. `refused`: with a code and a sentence. */
    result: 'recorded' | 'already' | 'refused';
    code?: string;
    detail?: string;
  }[];
}

/** One thing that a person must do, on a card. */
export interface Task {
  application: { id: string; slug: string; number: string };
  applicant: { id: string; name: string };
  call: string;
  kind: 'document' | 'milestone' | 'approval';
  requirement: string;
  /** Of a go-ahead: what `approval.answered` names, "goAhead/secretary". */
  approval?: string;
  /** The term by which it is due, as `reminder.answered` and `talk.logged` name it. */
  term?: string;
  /** "determina di affidamento con CUP e CIG" */
  label: string;
  /** One line: why. */
  sentence: string;
  place: 'here' | 'platform' | 'both';
  platform: string;
  status: 'missing' | 'returned';
  /** Of an act: what its button says, "Registra il CUP". */
  button?: string;
  /** Of a question that is answered here, "Partecipiamo": empty where there is nothing to choose. */
  outcomes: { code: string; label: string }[];
  /** Why it was sent back. */
  reason?: string;
  workBy: string | null;
  end: string | null;
  cutOff: string | null;
  sign: Sign;
  amountCents: number;
  amountWord: AmountWord;
  /** Body in whose name the person does it. */
  actingBody: string;
  /** The person has said "L'ho già fatto" or asked to be called, and the office knows. */
  answered?: 'done' | 'cannot' | 'notMine';
}

/** "Le mie attività": all comuni and roles of the person at once. */
export interface Tasks {
  on: string;
  at: string;
  tasks: Task[];
  /** Waits for others: nothing to do. */
  waiting: ApplicationLine[];
  /** What the person did today, in one sentence each. */
  doneToday: { at: string; sentence: string; application: { slug: string } }[];
}
