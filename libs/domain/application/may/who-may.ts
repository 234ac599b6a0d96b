import { readApprovalId } from '#domain/approval/approval-id.js';
import type { ActingFor, Actor } from '#domain/access/can.js';
import type { WriteAction } from '#domain/access/policy.js';
import { type CallDefinition, milestonesOf, papersOf } from '#domain/call/definition.js';
import type { NewFact } from '#domain/fact/fact.js';
import { FACT_KINDS } from '#domain/fact/fact-kinds.js';
import { isUnionRole, type Role } from '#domain/people/role.js';
import type { Refused } from '#domain/fact/refused.js';

/** What the policy table calls the recording of a fact. */
export function actionOf(fact: NewFact, definition: CallDefinition): WriteAction {
  if (fact.corrects !== undefined) return 'correctFact';
  if (fact.type === 'milestone.recorded') return milestoneAction(fact.body.milestone, definition);
  const kind = FACT_KINDS[fact.type];
  return 'action' in kind ? kind.action : 'correctFact';
}

function milestoneAction(id: string, definition: CallDefinition): WriteAction {
  const interrupt = definition.interrupts.find((each) => each.opens.id === id);
  if (interrupt !== undefined) return interrupt.party === 'funder' ? 'withdraw' : 'registerNotice';
  const stage = definition.stages.find((each) => each.requirements.some((r) => r.id === id));
  if (stage?.wait === 'answer') return 'answerParticipation';
  const closesByFunder = definition.interrupts.some(
    (each) => each.party !== 'comune' && each.closes.some((close) => close.milestone.id === id),
  );
  return stage?.party === 'funder' || closesByFunder ? 'registerNotice' : 'recordMilestone';
}

/** Whether a definition asks it of a role of the union, as a stage of the union does. */
export function isOfUnion(fact: NewFact, definition: CallDefinition): boolean {
  const asked =
    fact.type === 'document.filed'
      ? papersOf(definition).find((each) => each.id === fact.body.requirement)
      : fact.type === 'milestone.recorded'
        ? milestonesOf(definition).find((each) => each.id === fact.body.milestone)
        : undefined;
  return asked?.from.some(isUnionRole) === true;
}

/**
 * The definition narrows the policy: an act is done by the roles it names. The office, acting on behalf, and whoever
 * registers a notice are not narrowed; but a go-ahead is each person's own.
 *
 * @returns `RUOLO-02` when it is up to somebody else, `RUOLO-03` for what only the office writes.
 */
export function refusedByRole(
  fact: NewFact,
  definition: CallDefinition,
  actor: Actor,
  acting: ActingFor,
): Refused | undefined {
  const office = acting.actingBody === actor.unionBody && fact.type !== 'approval.answered';
  if (office || fact.corrects !== undefined) return undefined;
  if (fact.type === 'talk.logged' && (fact.body.kind === 'phone' || fact.body.officeOnly)) {
    return {
      code: 'RUOLO-03',
      detail:
        'Telefonate e note riservate le scrive l’ufficio ICT: dal Comune scrivi una nota che leggono tutti e due.',
    };
  }
  const from = rolesFor(fact, definition);
  if (from.length === 0) return undefined;
  const held = actor.memberships.filter((each) => each.body === acting.actingBody).map((each) => each.role);
  if (held.some((role) => from.includes(role))) return undefined;
  return {
    code: 'RUOLO-02',
    detail:
      'Questo passo tocca a un’altra persona del tuo Comune: guarda «Tocca a» e avvisala, o premi «Non tocca a me».',
  };
}

/**
 * Whoever works for a comune may bring a paper; an act on the platform is done by whom the definition names; a
 * go-ahead is given by who holds the role that was asked for it.
 */
function rolesFor(fact: NewFact, definition: CallDefinition): readonly Role[] {
  if (fact.type === 'approval.answered') return approversOf(fact.body.approval, definition);
  if (fact.type !== 'milestone.recorded' || actionOf(fact, definition) === 'registerNotice') return [];
  return milestonesOf(definition).find((each) => each.id === fact.body.milestone)?.from ?? [];
}

/** The role that a go-ahead is asked of and the one that answers after its silence; none for a go-ahead nobody asks. */
function approversOf(approval: string, definition: CallDefinition): Role[] {
  const asked = readApprovalId(approval);
  const requirement = definition.stages
    .flatMap((stage) => stage.requirements)
    .find((each) => each.kind === 'approval' && each.id === asked?.requirement);
  if (requirement?.kind !== 'approval') return [];
  return [...requirement.approvers.filter((each) => each === asked?.role), requirement.substitute];
}
