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

/** "al referente e al RUP" */
export function toRoles(roles: readonly Role[]): string {
  const words = roles.map(toRole);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} e ${last}`;
}

/** "al referente", "alla ragioneria", "all'ufficio ICT dell'Unione". */
export function toRole(role: Role): string {
  const words = roleInWords(role);
  if (role === 'accounts') return `alla ${words}`;
  return /^[aeiou]/.test(words) ? `all'${words}` : `al ${words}`;
}
