/**
 * What a person may be in a body. Union body: president, head of office, desk officer, auditor. Comune: legal
 * representative (the mayor, or who stands in: art. 50 and 53 TUEL), secretary, referent, accounts, protocol clerk.
 * RUP (art. 15 d.lgs. 36/2023) and DEC (art. 114) are named for one application.
 */
export const ROLES = [
  'unionPresident',
  'headOfOffice',
  'deskOfficer',
  'auditor',
  'legalRepresentative',
  'secretary',
  'referent',
  'accounts',
  'protocolClerk',
  'rup',
  'dec',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles held in the body of the union. */
export const UNION_ROLES = [
  'unionPresident',
  'headOfOffice',
  'deskOfficer',
  'auditor',
] as const satisfies Role[];
export type UnionRole = (typeof UNION_ROLES)[number];

/** The ICT office of the union: it may act on behalf of every comune. */
export const OFFICE_ROLES = ['headOfOffice', 'deskOfficer'] as const satisfies Role[];

/** Roles held in a comune, or in another body that takes part. */
export const BODY_ROLES = [
  'legalRepresentative',
  'secretary',
  'referent',
  'accounts',
  'protocolClerk',
  'rup',
  'dec',
] as const satisfies Role[];
export type BodyRole = (typeof BODY_ROLES)[number];

/** Roles named for one application; a membership without application holds for all applications of the body. */
export const APPLICATION_ROLES = ['rup', 'dec'] as const satisfies Role[];

/** True for a role of the union's ICT office. */
export function isOfficeRole(role: Role): boolean {
  return (OFFICE_ROLES as readonly Role[]).includes(role);
}

/** True for a role held in the body of the union. */
export function isUnionRole(role: Role): role is UnionRole {
  return (UNION_ROLES as readonly Role[]).includes(role);
}

/** True for a code of a role. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
