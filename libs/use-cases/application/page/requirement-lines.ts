import { approvalId } from '#domain/approval/approval-id.js';
import type { DocumentLine, RequirementLine } from '#contracts/application-page.js';
import type { Case } from '#domain/application/case/case.js';
import { isFatal } from '#domain/application/case/debts.js';
import { statusOf } from '#domain/application/case/requirement-state.js';
import { approvalState } from '#domain/approval/approval.js';
import {
  type ApprovalRequirement,
  isOptional,
  placeOf,
  type RequirementDefinition,
  rolesAsked,
} from '#domain/call/requirement.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, type Moment, ofType } from '#domain/fact/fact.js';
import { roleInWords } from '#domain/people/role-words.js';
import { rolesOf } from '#domain/people/seat.js';
import type { CaseFile } from '#use-cases/ports/case-files.js';
import { channelInWords } from '#domain/fact/channel-words.js';

interface Asked {
  requirement: RequirementDefinition;
  of: string;
  current: boolean;
  owed: boolean;
  /** What counts for it, and from when. */
  facts: readonly Fact[];
  entered: Moment;
  papersSince?: Moment;
  done: boolean;
}

/** What stages and interrupts ask for or asked for: what runs now first, then what was before, the latest first. */
export function requirementLines(file: CaseFile, theCase: Case): RequirementLine[] {
  const facts = effectiveFacts(file.streams.application);
  const asked = [...ofInterrupts(theCase, facts), ...ofStages(theCase, facts)];
  const known = new Set<string>();
  return asked
    .toSorted((a, b) => Number(b.current) - Number(a.current))
    .filter(({ requirement: { id } }) => !known.has(id) && known.add(id))
    .map((each) => lineOf(each, file, theCase, facts));
}

function ofStages(theCase: Case, facts: readonly Fact[]): Asked[] {
  const last = theCase.path.length - 1;
  return theCase.path
    .map((step, n) =>
      step.stage.requirements.map((requirement): Asked => {
        const lacked = step.lacks.some((each) => each.requirement === requirement.id);
        const owed =
          step.left?.act !== undefined && theCase.debts.some((each) => each.requirement === requirement);
        return {
          requirement,
          of: step.stage.label,
          current: (n === last || owed) && !theCase.ended,
          owed,
          facts,
          entered: step.entered,
          ...(step.papersSince === undefined ? {} : { papersSince: step.papersSince }),
          done:
            (step.left !== undefined && !lacked) ||
            step.by.some((f) => f.type === 'milestone.recorded' && f.body.milestone === requirement.id),
        };
      }),
    )
    .toReversed()
    .flat();
}

function ofInterrupts(theCase: Case, facts: readonly Fact[]): Asked[] {
  return theCase.interrupts.toReversed().flatMap(({ definition, opened, closed }) => {
    const before = theCase.interrupts.findLast(
      (each) => each.definition.id === definition.id && each.closed !== undefined && each.closed !== closed,
    );
    const since = facts.filter(
      (each) =>
        each.seq > (before?.closed?.seq ?? 0) && each.seq <= (closed?.seq ?? Number.POSITIVE_INFINITY),
    );
    const closing = closed?.body.milestone;
    const asks: RequirementDefinition[] = [
      ...(definition.papers ?? []),
      ...definition.closes.map((each) => each.milestone),
    ];
    return asks.map((requirement): Asked => ({
      requirement,
      of: definition.label,
      current: closed === undefined && !theCase.ended,
      owed: false,
      facts: since,
      entered: { date: opened.legalDate },
      done: requirement.id === closing,
    }));
  });
}

function lineOf(asked: Asked, file: CaseFile, theCase: Case, facts: readonly Fact[]): RequirementLine {
  const { requirement, of, current, owed } = asked;
  const missing = [...theCase.missing, ...theCase.needs, ...theCase.debts].find(
    (each) => each.requirement.id === requirement.id,
  );
  const roles = missing === undefined ? rolesAsked(requirement) : rolesOf(missing.upTo);
  return {
    id: requirement.id,
    kind: requirement.kind,
    label: requirement.label,
    place: placeOf(requirement),
    of,
    current,
    owed,
    ...(owed ? weightOf(theCase, requirement) : {}),
    optional: isOptional(requirement),
    // An act that waits for an answer is there, and not done.
    status:
      requirement.kind === 'milestone' && missing?.status === 'inReview'
        ? 'inReview'
        : statusOf(requirement, asked.facts, asked, asked.done),
    upTo: roles.map(roleInWords).join(', '),
    roles: [...roles],
    versions: versionsOf(requirement, file, facts),
    answers: requirement.kind === 'approval' ? answersOf(requirement, asked, file) : [],
  };
}

function weightOf(
  { debts }: Case,
  requirement: RequirementDefinition,
): Pick<RequirementLine, 'weight' | 'notAfter'> {
  const debt = debts.find((each) => each.requirement === requirement);
  if (debt === undefined) return {};
  return { weight: debt.weight, ...(isFatal(debt) ? { notAfter: debt.notAfter } : {}) };
}

/** Every version of a paper, the latest first; of an act, its proofs. */
function versionsOf(
  { kind, id }: Pick<RequirementDefinition, 'kind' | 'id'>,
  file: CaseFile,
  facts: readonly Fact[],
): DocumentLine[] {
  switch (kind) {
    case 'document':
      return filedOf(id, file, facts);
    case 'milestone':
      return ofType(facts, 'milestone.recorded')
        .filter(({ body }) => body.milestone === id && file.documents.has(body.proof ?? ''))
        .map((fact) => documentLine(fact, fact.body.proof ?? '', file))
        .toReversed();
    case 'approval':
      return [];
    default:
      return kind satisfies never;
  }
}

function filedOf(requirement: string, file: CaseFile, facts: readonly Fact[]): DocumentLine[] {
  return ofType(facts, 'document.filed')
    .filter(({ body }) => body.requirement === requirement)
    .map((fact): DocumentLine => {
      const review = ofType(facts, 'document.reviewed').findLast(
        ({ body }) => body.document === fact.body.document,
      );
      const reason = review === undefined ? undefined : file.details.get(review.id)?.['reason'];
      return {
        ...documentLine(fact, fact.body.document, file),
        ...(review === undefined ? {} : { verdict: review.body.verdict }),
        ...(typeof reason === 'string' ? { reason } : {}),
      };
    })
    .toReversed();
}

function documentLine(
  fact: FactOf<'document.filed'> | FactOf<'milestone.recorded'>,
  id: string,
  file: CaseFile,
): DocumentLine {
  const stored = file.documents.get(id);
  const by = fact.actor === undefined ? undefined : file.names.get(fact.actor)?.name;
  const behalf = fact.onBehalfOf === undefined ? undefined : file.bodies.get(fact.onBehalfOf);
  return {
    id,
    fileName: stored?.fileName ?? 'documento',
    bytes: stored?.bytes ?? 0,
    sha256: stored?.sha256 ?? '',
    filedOn: fact.legalDate,
    ...(fact.legalTime === undefined ? {} : { filedAt: fact.legalTime.slice(0, 5) }),
    ...(by === undefined ? {} : { by }),
    ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
    channel: channelInWords(fact.channel),
  };
}

function answersOf(
  requirement: ApprovalRequirement,
  { facts, entered }: Asked,
  file: CaseFile,
): RequirementLine['answers'] {
  const { answers, returned } = approvalState(requirement, {}, facts, entered);
  return requirement.approvers.map((role) => {
    const asked = approvalId({ requirement: requirement.id, role });
    const of = (fact: FactOf<'approval.answered'>) => (fact.body.approval === asked ? fact : undefined);
    const fact =
      answers.find(of) ?? (answers.length === 0 && returned !== undefined ? of(returned) : undefined);
    const name = fact === undefined ? undefined : file.names.get(fact.body.person)?.name;
    return {
      role,
      roleInWords: roleInWords(role),
      ...(name === undefined ? {} : { name }),
      verdict: fact?.body.verdict ?? ('waiting' as const),
      ...(fact === undefined ? {} : { on: fact.legalDate }),
    };
  });
}
