import type { FieldDefinition, Place } from '#domain/call/requirement.js';
import type { OfferedAct } from '#domain/fact/fact-kinds.js';

/** Body in whose name something is done; with `onBehalfOf` when the office acts for it. */
export interface Acting {
  actingBody: string;
  onBehalfOf?: string;
}

/** A form for something that may be recorded now. */
export interface MilestoneForm {
  milestone: string;
  label: string;
  /** "Registra il CUP": says the result. */
  button: string;
  place: Place;
  /** A receipt, a PEC or a screenshot must be uploaded first, as requirement `proof`. */
  proof: boolean;
  fields: FieldDefinition[];
  /** Empty where the definition lists no outcomes. */
  outcomes: { code: string; label: string; consequence?: string }[];
  acting: Acting;
  /** The stage or an open interrupt asks for it now; else it has come early, or comes by itself, and is true all the same. */
  asked: boolean;
  /** It ends the stage by itself. */
  ends: boolean;
  /** Opens this interrupt (a withdrawal, a request of clarifications) rather than meets the stage. */
  opens?: string;
  /** What follows, where no outcome says it: "Il Comune rinuncia a 23.147 euro. …" */
  consequence?: string;
}

/**
 * What somebody may do now with an application; a page draws nothing that is not here. Beside what its definition asks,
 * the acts that a kind of fact offers: a note or a telephone call, a promise, a tick of the weekly round.
 */
export interface Permitted extends Partial<Record<OfferedAct, Acting>> {
  milestones: MilestoneForm[];
  file: { requirement: string; label: string; place: Place; acting: Acting }[];
  /** `approval` is what `approval.answered` names, `requirement` the go-ahead in it; `documents` are the papers to be read first. */
  approve: { approval: string; requirement: string; label: string; acting: Acting; documents: string[] }[];
  review: { requirement: string; label: string; document: string; acting: Acting }[];
}
