import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Cents } from '#domain/money/money.js';
import type { Role } from '#domain/people/role.js';
import type { ReminderType } from '#domain/reminder/reminder-step.js';
import type { TermRule } from '#domain/term/term.js';
import type { DocumentRequirement, MilestoneRequirement, RequirementDefinition } from './requirement.js';
import type { Source } from './source.js';

/**
 * A call as data: what an office writes (or copies) to run a new kind of call without a programmer. The JSON Schema
 * is generated from `libs/contracts/call-definition.ts`, whose zod schema must satisfy this type.
 */
export interface CallDefinition {
  /** "send-comuni-2024"; with `version` it names the definition for ever. */
  id: string;
  version: number;
  title: string;
  /** For mail subjects and lists: "SEND". */
  shortTitle: string;
  measure: string;
  funder: string;
  platform: { name: string; url: string };
  opening: LocalDate;
  /** How many live applications a body may have at once; 1 in PA digitale 2026 (FAQ 02/003/004). */
  liveApplicationsPerBody: number;
  eligibility: { kinds: BodyKind[]; minResidents?: number; maxResidents?: number };
  amounts: AmountRule;
  /** What the invitation says beyond the amount; its e-mail leaves out what is not known. */
  invitation?: {
    /** "l'affidamento e i controlli": what the union does for the comune. */
    unionDoes?: string;
    /** Hours of work for the comune. */
    hours?: number;
    /** "circa 600 euro all'anno": what it costs once the money is spent. */
    costAfter?: string;
    source: Source;
  };
  /** The template with which Sistema CUP must be asked (FAQ 02/004/041); without it the avviso has to be read. */
  cupTemplate?: { number: string; source: Source };
  stages: StageDefinition[];
  terms: TermDefinition[];
  interrupts: InterruptDefinition[];
}

export type BodyKind = 'comune' | 'union' | 'school' | 'group' | 'other';

/** Lump sums by class of residents; the population is that of the date the call names. */
export interface AmountRule {
  residentsOn: LocalDate;
  /** Ascending; the last class has no upper bound. */
  classes: { upTo: number | null; cents: Cents }[];
  /** What was spent is paid, and so less than was granted by rule; absent: lump sums. */
  paysCosts?: true;
  source: Source;
}

/** What the workflow waits for while a case stands in a stage: a line of `libs/process/waits.ts` each. */
export type WaitKind =
  | 'answer'
  | 'documents'
  | 'approval'
  | 'officialAct'
  | 'outsideBody'
  | 'suspension'
  | 'sampleCheck'
  | 'maintenance'
  | 'end';

/** Whom people say it is up to ("Tocca a"). */
export type Party = 'comune' | 'union' | 'funder' | 'none';

export interface StageDefinition {
  id: string;
  /** At most 24 characters: content of a cell of the board. */
  label: string;
  /** The page's sentence; places in braces are filled from the case, parts in brackets go where they cannot be. */
  sentence: string;
  wait: WaitKind;
  party: Party;
  /** Whom people say it is up to, where the roles of `actors` do not say it: a supplier has no account. */
  upTo?: string;
  /** Roles that must act, in the words of `libs/domain/people`; empty while others decide. */
  actors: Role[];
  requirements: RequirementDefinition[];
  /** First exit whose `when` equals the stage's outcome; `done` when the stage has no outcomes. Empty: an end. */
  exits: { when: string; to: string }[];
  /** How long the outside body usually takes, told beside the wait; absent where nothing was measured. */
  usual?: UsualTime;
}

/** Days from one milestone to another, as measured on past calls. */
export interface UsualTime {
  since: string;
  until: string;
  /** "il decreto arriva in {median} giorni dall'invio" */
  words: string;
  /** Shortest, median, and what nine out of ten do not exceed. */
  from: number;
  median: number;
  to: number;
  source: Source;
}

export interface TermDefinition {
  id: string;
  label: string;
  /** What starts it: a milestone, a stage entered, another term's work-by date, or a date in the call. */
  start: MilestoneStart | { stage: string } | { term: string } | { fixed: true };
  rule: Omit<TermRule, 'starts'>;
  /** Stages in which the term runs. */
  during: string[];
  /** Stages in which people are reminded of it; all of `during` when absent. */
  remindsDuring?: string[];
  /** Requirement that meets it; `all` means every requirement of the stage. */
  meets: string;
  /** Official terms are met only by the proof of the official act; internal ones by filing here. */
  official: boolean;
  peremptory: boolean;
  reminders: ReminderType;
  /**
   * `remediable`: a lapse is recorded and the office looks for a remedy. `silence`: no answer is recorded as silence,
   * never as no, and the label names the answer: "risposta all'invito". `elapses`: reaching the end is what was waited for; the engine records the milestone of `meets`.
   * `internal`: a date of ours, nothing happens by itself.
   */
  onLapse: 'remediable' | 'silence' | 'elapses' | 'internal';
  source: Source;
}

export interface MilestoneStart {
  milestone: string;
  /** Field of the milestone with the day it counts from, as the date of a contract; the day of the act when absent. */
  field?: string;
  /** An earlier milestone before which it never starts: a contract may be older than the decree. */
  notBefore?: string;
  /** From 31 December of that day's year. */
  at?: 'yearEnd';
}

/** What may happen at any time, over any stage. */
export interface InterruptDefinition {
  id: string;
  label: string;
  /** Milestone that opens it. */
  opens: MilestoneRequirement;
  /** Papers that it asks for, each time anew; the milestone that closes it says that they were sent. */
  papers?: DocumentRequirement[];
  /** Milestones that close it; with `to` the case goes there at once, without it the stage goes on. */
  closes: InterruptClose[];
  wait: WaitKind;
  party: Party;
  actors: Role[];
  /** The stage's terms stand still while it is open. */
  suspends: boolean;
  /** Where it is written that this may happen. */
  source?: Source;
  /** The interrupt's own term, started by its opening. */
  term?: Omit<TermDefinition, 'start' | 'during' | 'meets'>;
}

export function stageOf(definition: CallDefinition, id: string): StageDefinition {
  const stage = definition.stages.find((each) => each.id === id);
  if (stage === undefined) throw new Error(`definition ${definition.id} has no stage ${id}`);
  return stage;
}

export interface InterruptClose {
  milestone: MilestoneRequirement;
  to?: string;
  /** It gives a term of the stage it leads to a new end, in this field of the milestone (re-admission to a term). */
  restarts?: { term: string; until: string };
}

/** Every paper a definition knows, of stages and of interrupts. */
export function papersOf({ stages, interrupts }: CallDefinition): DocumentRequirement[] {
  return [
    ...stages.flatMap((stage) =>
      stage.requirements.filter((each): each is DocumentRequirement => each.kind === 'document'),
    ),
    ...interrupts.flatMap((each) => each.papers ?? []),
  ];
}

/** Every milestone a definition knows, of stages and of interrupts. */
export function milestonesOf(definition: CallDefinition): MilestoneRequirement[] {
  return [
    ...definition.stages.flatMap((stage) =>
      stage.requirements.filter((each): each is MilestoneRequirement => each.kind === 'milestone'),
    ),
    ...definition.interrupts.flatMap((each) => [each.opens, ...each.closes.map((close) => close.milestone)]),
  ];
}

/** Names of places that a stage's sentence may use, beside the fields of milestones. */
export const PLACES: readonly string[] = ['on', 'of', 'until', 'end', 'year', 'usual', 'missing'];
