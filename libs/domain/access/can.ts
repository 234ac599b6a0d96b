import { isUnionRole, type Role } from '../people/role.js';
import { POLICY, type ReadAction, type WriteAction } from './policy.js';

/** A role that a person holds today, as holder, as last holder or as substitute. */
export interface HeldRole {
  readonly body: string;
  readonly role: Role;
  /** Application for which a RUP or DEC was named; absent: all of the body. */
  readonly application?: string;
}

/** Who asks. */
export interface Actor {
  readonly person: string;
  readonly union: string;
  /** Body of the union, where alone the union's roles count. */
  readonly unionBody: string;
  readonly memberships: readonly HeldRole[];
}

/** What is asked for. */
export interface Resource {
  readonly union: string;
  /** Bodies that take part in it; of a person, the bodies of the person; empty for a thing of the whole union. */
  readonly bodies: readonly string[];
  readonly application?: string;
  /** Body of which the thing is asked: no other one does it, nor anybody on behalf of another. */
  readonly askedOf?: string;
  /** Asked of a role of the union: it is done in the union's own name too. */
  readonly ofUnion?: true;
}

/** In whose name a command is given: never guessed, because one person may belong to several bodies. */
export interface ActingFor {
  readonly actingBody: string;
  /** Body for which the office acts; the acting body is then the union's. */
  readonly onBehalfOf?: string;
}

/**
 * `unseen`: not of the person's union or bodies, so its very existence stays hidden (404). `wrongBody`: seen, but not
 * in the name of the acting body. `notYourRole`: seen, in the right name, but the role may not do it.
 */
export type Decision =
  { allowed: true } | { allowed: false; because: 'unseen' | 'wrongBody' | 'notYourRole' };

const ALLOWED: Decision = { allowed: true };
const refuse = (because: 'unseen' | 'wrongBody' | 'notYourRole'): Decision => ({ allowed: false, because });

/** Decides whether an actor may do something with a resource: the policy table, and nothing beside it. */
export function can(actor: Actor, action: ReadAction, resource: Resource): Decision;
export function can(actor: Actor, action: WriteAction, resource: Resource, acting: ActingFor): Decision;
export function can(
  actor: Actor,
  action: ReadAction | WriteAction,
  resource: Resource,
  acting?: ActingFor,
): Decision {
  if (!sees(actor, resource)) return refuse('unseen');
  const rule = POLICY[action];
  if (rule.kind === 'read') {
    const allowed =
      unionRoles(actor).some((role) => rule.union.includes(role)) ||
      (rule.wholeUnion === true && actor.memberships.length > 0) ||
      rolesIn(resource.bodies, actor, resource).some((role) => rule.body.includes(role));
    return allowed ? ALLOWED : refuse('notYourRole');
  }
  if (acting === undefined || !actor.memberships.some((held) => held.body === acting.actingBody)) {
    return refuse('wrongBody');
  }
  if (acting.actingBody === actor.unionBody) {
    if (
      acting.onBehalfOf === undefined
        ? rule.office === 'onBehalf' && resource.ofUnion !== true
        : rule.office === 'own'
    ) {
      return refuse('wrongBody');
    }
    if (acting.onBehalfOf !== undefined && !mayDo(acting.onBehalfOf, resource)) {
      return refuse('wrongBody');
    }
    return unionRoles(actor).some((role) => rule.officeRoles.includes(role))
      ? ALLOWED
      : refuse('notYourRole');
  }
  if (acting.onBehalfOf !== undefined) return refuse('wrongBody');
  // A thing of the whole union is the union's: no other body has a part in it, whatever the role.
  if (resource.bodies.length === 0) return refuse('notYourRole');
  if (!mayDo(acting.actingBody, resource)) return refuse('wrongBody');
  const roles = rolesIn([acting.actingBody], actor, resource);
  return roles.some((role) => rule.body.includes(role)) ? ALLOWED : refuse('notYourRole');
}

/** Whether it may be done in the name of a body: of one that takes part, and the one of which it is asked. */
function mayDo(body: string, { bodies, askedOf = body }: Resource): boolean {
  return bodies.includes(body) && body === askedOf;
}

/** Whether the actor may know that the resource exists. */
function sees(actor: Actor, resource: Resource): boolean {
  if (actor.union !== resource.union || actor.memberships.length === 0) return false;
  if (resource.bodies.length === 0 || unionRoles(actor).length > 0) return true;
  return rolesIn(resource.bodies, actor, resource).length > 0;
}

function unionRoles(actor: Actor): Role[] {
  return actor.memberships
    .filter((held) => held.body === actor.unionBody && isUnionRole(held.role))
    .map((held) => held.role);
}

/** Roles of the actor in these bodies; a role named for one application is no role in another. */
function rolesIn(bodies: readonly string[], actor: Actor, resource: Resource): Role[] {
  return actor.memberships
    .filter(
      (held) =>
        bodies.includes(held.body) &&
        !isUnionRole(held.role) &&
        (held.application === undefined || held.application === resource.application),
    )
    .map((held) => held.role);
}
