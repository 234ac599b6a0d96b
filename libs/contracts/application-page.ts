import type { Acting, Permitted } from '#domain/application/may/form.js';
import type { FieldDefinition, Place } from '#domain/call/definition.js';
import type { Scenario } from '#domain/fact/scenario.js';
import type { Role } from '#domain/people/role.js';
import type { ApplicationLine } from './desk.js';

/** One application, whole: what its page shows beside the line of the list. The person sees only what is theirs. */
export interface ApplicationPage extends ApplicationLine {
  /** The product's day, from which the page says "oggi" and "domani". */
  on: string;
  seq: number;
  callSeq: number;
  platform: { name: string; url: string };
  funder: string;
  /** The sentence of the state, filled from the case. */
  state: string;
  since: string;
  /** What comes next by itself: a reminder, an end of term, a round. */
  next?: { on: string; at?: string; sentence: string };
  /** The steps that follow, at most two, with the day by which they are expected. */
  after: { stage: string; label: string; on?: string }[];
  steps: Step[];
  terms: TermLine[];
  requirements: RequirementLine[];
  /** Numbers and dates on record, in the order of the steps. */
  values: ValueLine[];
  findings: { id: string; code: string; sentence: string }[];
  /** From the decree on: which part the union has in the project; null while nobody has said it. */
  scenario?: Scenario | null;
  people: PersonLine[];
  conversation: TalkLine[];
  /** The same body's latest application to the same call, where it is another one. */
  later?: { slug: string; number: string };
  /** It came to nothing and the call is open: what `POST /calls/{call}/applications` takes. */
  again?: Acting & { comune: string };
  /** What the person who reads may do now; the page draws nothing that is not here. */
  may: Permitted;
}

/** A stage that was, is, or will be. */
export interface Step {
  stage: string;
  label: string;
  round: number;
  standing: 'done' | 'now' | 'next';
  entered?: string;
  left?: string;
  outcome?: string;
  upTo: string;
  /** It is done on the funder's platform: what is uploaded here sends nothing there. */
  platform: boolean;
  /** Proof of the official act that ended it. */
  proof?: { document: string; fileName: string };
}

/** A term with its old ends, which stay in sight. */
export interface TermLine {
  id: string;
  label: string;
  round: number;
  official: boolean;
  status: 'running' | 'met' | 'lapsed' | 'stopped' | 'moot';
  start: string;
  end: string;
  cutOff: string;
  workBy: string;
  /** Earlier ends, the oldest first, with the act that moved each. */
  was: { end: string; act: string; knownOn: string; kind: string }[];
  source: { act: string; quote: string; confirmed: boolean };
}

/** A paper, an act or a go-ahead that the running stage (or an interrupt) asks for, or asked for before. */
export interface RequirementLine {
  id: string;
  kind: 'document' | 'milestone' | 'approval';
  label: string;
  place: Place;
  /** Label of the stage or interrupt that asks for it, and whether that runs now. */
  of: string;
  current: boolean;
  optional: boolean;
  status: 'missing' | 'inReview' | 'returned' | 'accepted' | 'done';
  upTo: string;
  roles: Role[];
  versions: DocumentLine[];
  /** Of a go-ahead: who said what. */
  answers: {
    role: Role;
    roleInWords: string;
    name?: string;
    verdict: 'given' | 'returned' | 'waiting';
    on?: string;
  }[];
}

/** A version of a paper. */
export interface DocumentLine {
  id: string;
  fileName: string;
  bytes: number;
  sha256: string;
  filedOn: string;
  filedAt?: string;
  by?: string;
  onBehalfOf?: string;
  channel: string;
  verdict?: 'accepted' | 'returned';
  reason?: string;
}

export interface ValueLine {
  /** The act that asks for it. */
  milestone: string;
  name: string;
  label: string;
  type: FieldDefinition['type'];
  value: string | number;
  /** Which time the act brought it; the latest counts. */
  round: number;
  /** The fact it stands in, for "Correggi". */
  fact: string;
  on: string;
  proven: boolean;
}

export interface PersonLine {
  id: string;
  name: string;
  roles: string[];
  phone?: string;
  email?: string;
  away?: { from: string; to: string; substitute?: string };
}

/** A note, a telephone call, a promise, a quick answer: what was said about the case. */
export interface TalkLine {
  fact: string;
  kind: 'note' | 'phone' | 'promise' | 'answer' | 'talk';
  on: string;
  at?: string;
  by?: string;
  onBehalfOf?: string;
  channel: string;
  /** Seen by the office only. */
  officeOnly: boolean;
  sentence: string;
  text?: string;
}

export type { Acting, MilestoneForm, Permitted } from '#domain/application/may/form.js';
