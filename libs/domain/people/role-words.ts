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
