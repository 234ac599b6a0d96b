import type { LocalDate } from '#domain/calendar/local-date.js';
import { type AskedOf, askedOf } from '#domain/fact/asked-of.js';
import type { MoneyKind } from '#domain/money/money-kind.js';
import type { Role } from '#domain/people/role.js';
import type { Source } from './source.js';

/** Where a requirement is done: here, on the official platform, or prepared here and loaded there. */
export type Place = 'here' | 'platform' | 'both';

export type RequirementDefinition = DocumentRequirement | MilestoneRequirement | ApprovalRequirement;
export type RequirementKind = RequirementDefinition['kind'];

const KINDS = { document: true, milestone: true, approval: true } as const satisfies Record<
  RequirementKind,
  true
>;
export const REQUIREMENT_KINDS = Object.keys(KINDS) as RequirementKind[];

/** Roles of which it is asked. */
export function rolesAsked(requirement: RequirementDefinition): readonly Role[] {
  switch (requirement.kind) {
    case 'document':
    case 'milestone':
      return requirement.from;
    case 'approval':
      return requirement.approvers;
    default:
      return requirement satisfies never;
  }
}

export function placeOf(requirement: RequirementDefinition): Place {
  switch (requirement.kind) {
    case 'document':
    case 'milestone':
      return requirement.place;
    case 'approval':
      return 'here';
    default:
      return requirement satisfies never;
  }
}

/** The stage is left without it. */
export function isOptional(requirement: RequirementDefinition): boolean {
  switch (requirement.kind) {
    case 'document':
      return requirement.optional === true;
    case 'milestone':
    case 'approval':
      return false;
    default:
      return requirement satisfies never;
  }
}

/** Of whom it is asked: the applicant, or each of the other bodies that take part. */
interface OfWhom {
  askedOf?: 'participants';
}

export interface DocumentRequirement extends OfWhom {
  kind: 'document';
  id: string;
  label: string;
  place: Place;
  from: Role[];
  /** The office looks at it before it counts. */
  review: boolean;
  optional?: boolean;
  /** How heavy it is once an official act went on without it; what nobody has confirmed counts as fatal (ADR 19). */
  ifOwed?: { weight: DebtWeight; source: Source };
}

/**
 * `gate`: the official platform sends nothing without it. `curable`: it may come later. `fatal`: it must exist with a
 * date not after the act, or the application is excluded: the deed of the competent organ (TAR Valle d'Aosta 28/2022),
 * an agreement, a power to sign, a deed with its CUP (L. 3/2003 art. 11 c. 2-bis).
 */
export type DebtWeight = 'gate' | 'curable' | 'fatal';

export interface MilestoneRequirement extends OfWhom {
  kind: 'milestone';
  id: string;
  label: string;
  place: Place;
  from: Role[];
  /** The proof of the official act: a receipt, a PEC, a screenshot. */
  proof: boolean;
  fields: FieldDefinition[];
  /** It cannot lie before the date in this field of the case, unless this document explains why (FAQ 02/004/044). */
  notBefore?: { field: string; unless: string };
  /** Acts of earlier stages that it proves to have been: a decree the admission. They stay owed as proofs. */
  implies?: string[];
  /** Codes of the stage's exits; an outcome with `settles: false` (let's talk) leaves the stage waiting. */
  outcomes?: { code: string; label: string; settles: boolean }[];
}

export interface FieldDefinition {
  name: string;
  label: string;
  type: 'text' | 'date' | 'cup' | 'cig' | 'taxCode' | 'cents' | 'number' | 'choice';
  /** Of a choice: codes go on record, so that a reason is none of somebody's own words. */
  choices?: { code: string; label: string }[];
  required: boolean;
  /** Cents only: what this money is; it goes into the ledger. */
  money?: MoneyKind;
  /** Dates only: the first day that the call takes. */
  notBefore?: LocalDate;
  /** Asked with this outcome of its milestone only: why a comune says no. */
  forOutcome?: string;
}

/** The fields that go with an outcome. */
export function fieldsFor(
  fields: readonly FieldDefinition[],
  outcome: string | null | undefined,
): FieldDefinition[] {
  return fields.filter(({ forOutcome }) => forOutcome === undefined || forOutcome === outcome);
}

export interface ApprovalRequirement extends OfWhom {
  kind: 'approval';
  id: string;
  label: string;
  order: 'sequence' | 'parallel';
  rule: 'all' | 'any' | { quorum: number };
  approvers: Role[];
  substitute: Role;
}

/** Everybody of whom a requirement is asked in an application; nobody where no other body takes part. */
export function askedBy(
  requirement: RequirementDefinition,
  { applicant, participants }: { applicant: string; participants: readonly string[] },
): AskedOf[] {
  if (requirement.askedOf === undefined) return [{}];
  return participants.filter((body) => body !== applicant).map((body) => askedOf(body, applicant));
}
