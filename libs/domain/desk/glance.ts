import type { NextWhat } from '#domain/application/decide/decision.js';
import type { Party } from '#domain/call/definition.js';
import type { Place, RequirementKind } from '#domain/call/requirement.js';
import type { AskedOf, Thing } from '#domain/fact/asked-of.js';
import type { FindingCode } from '#domain/fact/fact-kinds.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';
import { type Seat, seatsIn } from '#domain/people/seat.js';

/** Which kind of money an amount is; always one of four words. */
export type AmountWord = 'estimated' | 'requested' | 'decreed' | 'collected';

/**
 * What lists read of a case, kept beside it so that they need no fold. It follows from the facts alone: what depends on
 * the day (a sign, a section, who is away) is worked out when it is read. Ids of persons, never their names.
 */
export interface Glance {
  /** Whose turn it is, and the roles whose turn it is; no roles while an outside body is waited for. */
  party: Party;
  roles: Role[];
  /** Whose turn it is as well, in other bodies that take part. */
  elsewhere?: Seat[];
  /** The open interrupt that says what the case waits for. */
  interrupt?: string;
  /** It was sent while the call was closed, and must be sent again: money is at risk until it is. */
  resend?: true;
  /** `done`: came to its end as it should. `closed`: withdrawn, refused, not taking part, closed by the office. */
  outcome: 'running' | 'done' | 'closed';
  /** An interrupt lets the stage's clock stand still. */
  suspended: boolean;
  /** Second labels in words: "Controllo a campione". */
  overlays: string[];
  amount: { word: AmountWord; cents: number };
  /** "Perché aspetta?" with the name of the applicant, without what comes next. */
  sentence: string;
  /** What comes next by itself, in order: the first of it that still lies ahead is told. */
  coming: GlanceNext[];
  /** Terms that run, stand still, or passed and may be put right. */
  terms: GlanceTerm[];
  /** What may be worked on now, of the latest interrupt first. */
  asked: Asked[];
  /** What somebody must clear up about an act; `holds`: the act does not count until then. */
  findings?: { id: string; code: FindingCode; holds?: true }[];
  /** Quick answers about what is still asked, the latest of a person about a thing. */
  answers: QuickAnswer[];
  /** An answer that is neither yes nor no: the office telephones until there is one. */
  talk?: Thing & { fact: string; label: string; on: LocalDate; promisedUntil?: LocalDate };
  /** Telephone calls that reached somebody, the latest about each thing. */
  phoned: Phoned[];
  /** The call's money is used up before the sending; `halts` until office and comune have talked about it. */
  fundsExhausted?: { fact: string; act: string; on: LocalDate; halts: boolean };
  /** Somebody outside of union and comune is waited for. */
  outside?: Outside;
}

/** Whose turn it is, by their seats. */
export function seatsNow({ applicant, glance }: { applicant: { id: string }; glance: Glance }): Seat[] {
  return [...seatsIn(applicant.id, glance.roles), ...(glance.elsewhere ?? [])];
}

/** Whether a paper that the mayor signs is still to come. */
export function isToSign({ asked }: Pick<Glance, 'asked'>): boolean {
  return asked.some(
    ({ kind, ours, status, upTo }) =>
      kind === 'document' && ours && status !== 'inReview' && upTo.includes('legalRepresentative'),
  );
}

/** The next thing that people notice: a reminder with its hour, the end of a term, a round of the office. */
export interface GlanceNext extends AskedOf {
  kind: NextWhat['kind'];
  on: LocalDate;
  /** HH:MM; absent for what fills a day. */
  at?: string;
  /** "promemoria al segretario" */
  words: string;
  /** What it is about: "inserimento del CUP". */
  about: string;
  /** Who is written to; empty while nobody holds the role. */
  to?: Role[];
  /** It waits for its hour already. */
  decided?: true;
}

export interface GlanceTerm {
  id: string;
  round: number;
  label: string;
  official: boolean;
  peremptory: boolean;
  /** Up to comune or union: not what a funder must do, nor what only elapses. */
  ours: boolean;
  status: 'running' | 'suspended' | 'lapsed';
  /** Passed, and what was missed may still be done. */
  remediable: boolean;
  end: LocalDate;
  cutOff: string;
  safeEnd: LocalDate;
  meets: string;
  interrupt?: string;
  /** Ends that it had before, the first first. */
  was: LocalDate[];
}

/** A paper, an act or a go-ahead that the case waits for. */
export interface Asked extends Thing {
  kind: RequirementKind;
  label: string;
  place: Place;
  status: 'missing' | 'inReview' | 'returned';
  upTo: Role[];
  /** The case waits for it now, and somebody of the comune or the union must do it. */
  ours: boolean;
  /** An official act went on without it: somebody of the comune or the union still owes it, by no term. */
  owed?: true;
  /** Owed, and without it the application may be excluded: money is at risk until it is there. */
  fatal?: true;
  /** Of what is fatal: the day than which it must not be younger. */
  notAfter?: LocalDate;
  interrupt?: string;
  /** Of an act: what its button says, "Registra il CUP". */
  button?: string;
  /** Of a question that is answered here: the answers to choose from. */
  outcomes?: { code: string; label: string }[];
  /** Of a paper: the last version, when and by whom it was filed. */
  document?: { id: string; on: LocalDate; at?: string; by?: string };
  /** Of what was sent back: the fact whose reason is kept apart. */
  because?: string;
}

export interface QuickAnswer extends AskedOf {
  fact: string;
  answer: 'done' | 'cannot' | 'notMine';
  person: string;
  on: LocalDate;
  term?: string;
  requirement?: string;
  /** Of "it is not mine": whose it is. */
  suggests?: string;
}

/** A telephone call that reached somebody. */
export interface Phoned extends AskedOf {
  /** Instant at which it was put on record. */
  at: string;
  on: LocalDate;
  person?: string;
  term?: string;
  requirement?: string;
}

export interface Outside {
  since: LocalDate;
  /** Day of the last weekly look at the platform. */
  checked?: LocalDate;
  /** Days that it usually takes, counted from a milestone. */
  usual?: { milestone: string; counted: LocalDate; from: number; to: number };
}

/** Of a case of which nothing was decided yet. */
export const UNKNOWN_GLANCE: Glance = {
  party: 'none',
  roles: [],
  outcome: 'running',
  suspended: false,
  overlays: [],
  amount: { word: 'estimated', cents: 0 },
  sentence: '',
  coming: [],
  terms: [],
  asked: [],
  answers: [],
  phoned: [],
};
