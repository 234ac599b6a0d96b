import { BODY_ROLES, OFFICE_ROLES, type Role, UNION_ROLES } from '../people/role.js';

/** What a person may ask to see. */
export type ReadAction =
  | 'readCall'
  | 'readNotedCalls'
  | 'readRegistry'
  | 'readApplication'
  | 'readHistory'
  | 'readWholeHistory'
  | 'readMessages'
  | 'readPeople';

/** What a person may ask to do; each is done in the name of a body. */
export type WriteAction =
  | 'launchCall'
  | 'noteCall'
  | 'amendTerm'
  | 'apply'
  | 'answerParticipation'
  | 'fileDocument'
  | 'reviewDocument'
  | 'recordMilestone'
  | 'registerNotice'
  | 'recordOutsideCheck'
  | 'makePromise'
  | 'answerReminder'
  | 'logTalk'
  | 'approve'
  | 'withdraw'
  | 'closeApplication'
  | 'correctFact'
  | 'resolveFinding'
  | 'chooseScenario'
  | 'resendMail'
  | 'managePeople'
  | 'correctContacts'
  | 'invite'
  | 'closeAccount'
  | 'pseudonymise'
  | 'correctRegistry'
  | 'testMail'
  | 'moveClock';

export type Action = ReadAction | WriteAction;

/** Who may read: these roles of the union everything in it, these roles of a body what the body takes part in. */
export interface ReadRule {
  readonly kind: 'read';
  readonly union: readonly Role[];
  readonly body: readonly Role[];
  /** Not of some bodies but of the whole union: whoever belongs to it may read. */
  readonly wholeUnion?: true;
}

/**
 * Who may act. `body`: in the name of an own body that takes part. `office`: in the name of the union, `own` for the
 * union's own acts, `onBehalf` for a body named in the command, `either` for both.
 */
export interface WriteRule {
  readonly kind: 'write';
  readonly body: readonly Role[];
  readonly office: 'own' | 'onBehalf' | 'either';
  readonly officeRoles: readonly Role[];
}

const readsOfBodies: ReadRule = { kind: 'read', union: UNION_ROLES, body: BODY_ROLES };
const readsOfUnion: ReadRule = { ...readsOfBodies, wholeUnion: true };

/** Who works on an application in a body; a DEC looks after a contract, reads, and brings papers of it. */
const WORKERS: readonly Role[] = [
  'legalRepresentative',
  'secretary',
  'referent',
  'accounts',
  'protocolClerk',
  'rup',
];

function write(
  body: readonly Role[],
  office: WriteRule['office'],
  officeRoles: readonly Role[] = OFFICE_ROLES,
): WriteRule {
  return { kind: 'write', body, office, officeRoles };
}

/**
 * The one policy table. An approval is each person's own, so nobody gives it on behalf of another. The definition of
 * a call narrows it further: it names the roles of each paper, milestone and approval, and asks nobody who may not
 * (`application/may/asked-in-vain.ts`). The auditor is in no rule for writing, the president of the union in that of
 * go-aheads alone.
 */
export const POLICY: Readonly<Record<ReadAction, ReadRule>> & Readonly<Record<WriteAction, WriteRule>> = {
  readCall: readsOfUnion,
  // Nobody in a comune is asked yet.
  readNotedCalls: { kind: 'read', union: UNION_ROLES, body: [] },
  readRegistry: readsOfUnion,
  readApplication: readsOfBodies,
  readHistory: readsOfBodies,
  // A chain proves something only when all of it is there, also what the office notes for itself.
  readWholeHistory: { kind: 'read', union: UNION_ROLES, body: [] },
  readMessages: readsOfBodies,
  readPeople: readsOfBodies,

  launchCall: write([], 'own'),
  noteCall: write([], 'own'),
  amendTerm: write([], 'own'),
  reviewDocument: write([], 'own'),
  recordOutsideCheck: write([], 'own'),
  closeApplication: write([], 'own'),
  resolveFinding: write([], 'own'),
  chooseScenario: write([], 'own'),
  resendMail: write([], 'own'),
  correctFact: write([], 'either'),

  apply: write(['legalRepresentative'], 'onBehalf'),
  answerParticipation: write(['legalRepresentative'], 'onBehalf'),
  // What a comune asks of the funder over any step: to withdraw, to be let in again.
  withdraw: write(['legalRepresentative', 'rup'], 'onBehalf'),
  fileDocument: write(BODY_ROLES, 'onBehalf'),
  recordMilestone: write(WORKERS, 'onBehalf'),
  makePromise: write(WORKERS, 'onBehalf'),
  answerReminder: write(WORKERS, 'own'),
  logTalk: write(WORKERS, 'either'),
  registerNotice: write(['protocolClerk', 'referent', 'secretary', 'accounts', 'rup'], 'either'),
  approve: write(WORKERS, 'own', ['unionPresident', ...OFFICE_ROLES]),

  managePeople: write(['secretary'], 'either', ['headOfOffice']),
  correctContacts: write([], 'own'),
  invite: write(['secretary'], 'either', ['headOfOffice']),
  closeAccount: write([], 'own', ['headOfOffice']),
  pseudonymise: write([], 'own', ['headOfOffice']),
  correctRegistry: write([], 'own', ['headOfOffice']),
  testMail: write([], 'own', ['headOfOffice']),
  moveClock: write([], 'own'),
};
