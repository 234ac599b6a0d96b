import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from './role.js';

/** What a person can do by a means of their own that may end. */
export type Means = 'digitalSignature' | 'sistemaCup' | 'platformUser';

/** Something about a person that will stop an application one day: said before it does. */
export type Warning =
  | { readonly kind: 'none'; readonly means: Means }
  | { readonly kind: 'ends' | 'ended'; readonly means: Means; readonly on: LocalDate }
  | { readonly kind: 'mandateEnds' | 'mandateContinued'; readonly role: Role; readonly on: LocalDate };

/**
 * Which means each role needs: the mayor signs, the referent works on the platform, the RUP asks for the CUP. Others may
 * have them too, and nobody is told off for what another one does.
 */
const NEEDS: Partial<Record<Role, readonly Means[]>> = {
  legalRepresentative: ['digitalSignature'],
  referent: ['platformUser'],
  rup: ['sistemaCup'],
};

/**
 * What is wrong, or will be by a day.
 * @param roles held today; `to` is the last day, `continued` that it is past.
 * @param means `expiresOn` null: no end is known.
 * @param soon the day until which an end is near enough to be told.
 */
export function warningsOf(
  roles: readonly { readonly role: Role; readonly to?: LocalDate; readonly continued: boolean }[],
  means: readonly { readonly kind: Means; readonly expiresOn: string | null }[],
  on: LocalDate,
  soon: LocalDate,
): Warning[] {
  const found: Warning[] = [];
  for (const need of new Set(roles.flatMap(({ role }) => NEEDS[role] ?? []))) {
    if (!means.some(({ kind }) => kind === need)) found.push({ kind: 'none', means: need });
  }
  for (const { kind, expiresOn } of means) {
    if (expiresOn === null || expiresOn > soon) continue;
    found.push({ kind: expiresOn < on ? 'ended' : 'ends', means: kind, on: expiresOn as LocalDate });
  }
  for (const { role, to, continued } of roles) {
    if (to === undefined || to > soon) continue;
    found.push({ kind: continued ? 'mandateContinued' : 'mandateEnds', role, on: to });
  }
  return found;
}
