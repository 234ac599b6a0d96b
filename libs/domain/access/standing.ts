import { isOfficeRole, isUnionRole } from '../people/role.js';
import type { HeldRole } from './can.js';

/** What a person is to the union, as pages ask it to choose what they show; what may be done is the policy table's. */
export interface UnionStanding {
  /** Works in the ICT office. */
  readonly office: boolean;
  readonly headOfOffice: boolean;
  /** Reads everything, changes nothing: auditor or president of the union. */
  readonly auditor: boolean;
  /** May invite people somewhere: the head of office, a secretary in the own comune. */
  readonly invites: boolean;
}

/** @param unionBody where alone the union's roles count. */
export function unionStanding(memberships: readonly HeldRole[], unionBody: string): UnionStanding {
  const roles = memberships
    .filter((held) => held.body === unionBody && isUnionRole(held.role))
    .map((held) => held.role);
  const headOfOffice = roles.includes('headOfOffice');
  const office = roles.some(isOfficeRole);
  return {
    office,
    headOfOffice,
    auditor: !office && (roles.includes('auditor') || roles.includes('unionPresident')),
    invites: headOfOffice || memberships.some((held) => held.role === 'secretary'),
  };
}
