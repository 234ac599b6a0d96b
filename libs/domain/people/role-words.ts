import { theBody, to } from '#domain/italian/article.js';
import { joined } from '#domain/italian/sentence.js';
import type { Role } from './role.js';

const WORDS: Readonly<Record<Role, string>> = {
  unionPresident: "presidente dell'Unione",
  headOfOffice: "responsabile dell'ufficio ICT",
  deskOfficer: "ufficio ICT dell'Unione",
  auditor: 'revisore',
  legalRepresentative: 'sindaco',
  secretary: 'segretario',
  referent: 'referente',
  accounts: 'ragioneria',
  protocolClerk: 'protocollo',
  rup: 'RUP',
  dec: 'DEC',
};

/** A role as people say it, for use inside a sentence: "sindaco", "RUP", "ragioneria". */
export function roleInWords(role: Role): string {
  return WORDS[role];
}

/** "il segretario", "la ragioneria", "l'ufficio ICT dell'Unione" */
export function theRole(role: Role): string {
  return theBody(roleInWords(role));
}

/** "al referente", "alla ragioneria", "all'ufficio ICT dell'Unione" */
function toRole(role: Role): string {
  return to(theRole(role));
}

/** "al referente e al RUP" */
export function toRoles(roles: readonly Role[]): string {
  return joined(roles.map(toRole));
}
