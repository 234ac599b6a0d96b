import { approvalId } from '#domain/approval/approval-id.js';
import { type Actor, can, type Resource } from '#domain/access/can.js';
import { type CallDefinition, milestonesOf, papersOf } from '#domain/call/definition.js';
import type { DefinitionFault } from '#domain/call/definition-faults.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import type { FactBodies, FactType } from '#domain/fact/fact-kinds.js';
import type { NewFact } from '#domain/fact/fact.js';
import { isUnionRole, type Role } from '#domain/people/role.js';
import { actionOf, refusedByRole } from './who-may.js';

/**
 * Whom a definition asks for something that the policy table does not let them do, substitutes too: the case would wait
 * for ever. Proven by the very functions that answer when somebody does it.
 */
export function askedInVain(definition: CallDefinition): DefinitionFault[] {
  const asked = [
    ...papersOf(definition).flatMap(({ id, from }) => ofEach(id, from, () => paper(id))),
    ...milestonesOf(definition).flatMap(({ id, from }) => ofEach(id, from, () => milestone(id))),
    ...definition.stages
      .flatMap(({ requirements }) => requirements)
      .flatMap((each) => (each.kind === 'approval' ? goAheads(each) : [])),
  ];
  return asked
    .filter(({ role, fact }) => !mayDo(role, fact, definition))
    .map(({ id, role }) => ({
      code: 'DEF-29',
      at: `requirement ${id}`,
      message: `${id} is asked of ${role}, who may never do it: ask another role.`,
    }));
}

interface Asking {
  id: string;
  role: Role;
  fact: NewFact;
}

function ofEach(id: string, roles: readonly Role[], fact: () => NewFact): Asking[] {
  return [...new Set(roles)].map((role) => ({ id, role, fact: fact() }));
}

/** Each approver's own, and the substitute's in the place of each. */
function goAheads({ id, approvers, substitute }: ApprovalRequirement): Asking[] {
  return approvers.flatMap((role) =>
    [role, substitute].map((by) => ({ id, role: by, fact: goAhead(id, role) })),
  );
}

function mayDo(role: Role, fact: NewFact, definition: CallDefinition): boolean {
  const union = isUnionRole(role);
  const body = union ? UNION : COMUNE;
  const actor: Actor = { person: role, union: UNION, unionBody: UNION, memberships: [{ body, role }] };
  // What is asked of the union is done in its own name.
  const acting = { actingBody: body };
  const resource: Resource = { union: UNION, bodies: [COMUNE], ...(union ? { ofUnion: true } : {}) };
  return (
    can(actor, actionOf(fact, definition), resource, acting).allowed &&
    refusedByRole(fact, definition, actor, acting) === undefined
  );
}

const UNION = 'union';
const COMUNE = 'comune';

function said<T extends FactType>(type: T, body: FactBodies[T]): NewFact {
  return { type, body, legalDate: '2000-01-01', legalSource: 'received', channel: 'web' } as NewFact;
}

function paper(requirement: string): NewFact {
  return said('document.filed', { requirement, document: '', sha256: '', bytes: 0, mediaType: '' });
}

function milestone(id: string): NewFact {
  return said('milestone.recorded', { milestone: id, data: {} });
}

function goAhead(requirement: string, role: Role): NewFact {
  return said('approval.answered', {
    approval: approvalId({ requirement, role }),
    person: '',
    verdict: 'given',
  });
}
