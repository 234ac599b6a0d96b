import type { Actor } from '#domain/access/can.js';
import { isOfficeRole } from '#domain/people/role.js';

/** True for somebody of the union's ICT office. */
export function isOfOffice({ memberships, unionBody }: Actor): boolean {
  return memberships.some((held) => held.body === unionBody && isOfficeRole(held.role));
}
