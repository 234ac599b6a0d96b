import { z } from 'zod';
import { CAPABILITIES, type CapabilityKind } from '#domain/people/capability.js';
import type { Contact } from '#domain/access/correctable.js';
import type { UnionStanding } from '#domain/access/standing.js';
import { isLocalDate, type LocalDate } from '#domain/calendar/local-date.js';
import { type Role, ROLES } from '#domain/people/role.js';

const id = z.uuid();
const localDate = z
  .string()
  .refine(isLocalDate, { error: 'Scrivi una data che esiste, come 2027-03-26. (DATO-02)' });
const name = z.string().trim().min(1).max(120);
const email = z
  .email({ error: 'Scrivi un indirizzo e-mail, come nome@comune.it. (DATO-08)' })
  .max(254)
  .transform((text) => text.toLowerCase());

/** An id in the address. */
export const idParameter = z.uuid();

/** In whose name a command is given; `onBehalfOf` only by the office, whose acting body is then the union's. */
export const actingFor = { actingBody: id, onBehalfOf: id.optional() };

export const signInRequest = z
  .strictObject({
    email: z.string().max(254),
    password: z.string().max(1000).optional(),
    /** Six digits that came by mail, instead of the password. */
    code: z.string().max(20).optional(),
    /** Others use this computer too: the session ends with the browser, or after a working day. */
    sharedComputer: z.boolean().default(false),
  })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), {
    path: ['password'],
    error: 'Scrivi la password, oppure il codice arrivato per e-mail.',
  });
export type SignInRequest = z.infer<typeof signInRequest>;

export const signInCodeRequest = z.strictObject({ email: z.string().max(254) });
export type SignInCodeRequest = z.infer<typeof signInCodeRequest>;

/** The same for everybody, whether a code was sent or not. */
export interface SignInCodeAnswer {
  /** Italian sentence to be shown as it is. */
  detail: string;
}

export interface SessionAnswer {
  person: string;
  /** Real instant at which the session ends, ISO 8601 in UTC. */
  expiresAt: string;
}

/** A device on which the person is signed in; instants are the product's, ISO 8601 in UTC. */
export interface ListedSession {
  id: string;
  openedAt: string;
  /** To the hour. */
  lastUsedAt: string;
  endsAt: string;
  /** "Chrome su Windows". */
  device: string;
  openedBy: 'password' | 'code';
  sharedComputer: boolean;
  /** The one that asks. */
  current: boolean;
}

export interface SessionsAnswer {
  sessions: ListedSession[];
}

export const passwordRequest = z.strictObject({
  /** Password of now; not needed without one, or within ten minutes of a sign-in by code. */
  current: z.string().max(1000).optional(),
  password: z.string().max(1000),
});
export type PasswordRequest = z.infer<typeof passwordRequest>;

export type { CapabilityKind } from '#domain/people/capability.js';

export interface CapabilityAnswer {
  kind: CapabilityKind;
  /** Last day; null: no end is known. */
  expiresOn: string | null;
  /** How often it was written: `If-Match` of what is written over it. One that is not there yet has 0. */
  version: number;
}

/** Days on which a person is away, both included. */
export interface AbsenceAnswer {
  from: string;
  to: string;
  substitute?: { id: string; name: string };
}

/** A role that a person holds today. */
export interface MandateAnswer {
  body: string;
  bodyName: string;
  bodyKind: 'union' | 'comune' | 'other';
  role: Role;
  roleInWords: string;
  application?: string;
  /** Past its end, and goes on because nobody took it. */
  continued: boolean;
  /** Id of the person who is away. */
  substituteFor?: string;
}

export const mailPreferencesRequest = z.strictObject({
  /** Confirmations of what was filed; everything else is sent whatever a person prefers. */
  confirmations: z.boolean(),
});
export type MailPreferences = z.infer<typeof mailPreferencesRequest>;

export interface MeAnswer {
  person: string;
  name: string;
  email: string | null;
  phone: string | null;
  union: { id: string; name: string };
  unionBody: string;
  mandates: MandateAnswer[];
  /** What the person is to the union: which menu, which first page. */
  may: UnionStanding;
  /** From today on, the first first. */
  absences: AbsenceAnswer[];
  capabilities: CapabilityAnswer[];
  mailPreferences: MailPreferences;
  /** Has chosen a password; without one, codes by mail are the way in. */
  hasPassword: boolean;
}

/** Whether and how a person comes in; instants are the product's, ISO 8601 in UTC. */
export interface AccessAnswer {
  /** `joined`: has come in, or has a password; `expired`: an invitation was never used; `never`: was not invited. */
  state: 'joined' | 'invited' | 'expired' | 'never';
  /** End of the last invitation of who has not come in. */
  invitedUntil?: string;
  lastSignIn?: string;
}

/** A person in a list. */
export interface PersonAnswer {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Of name and contacts: how often they were written, `If-Match` of what is written over them. */
  version: number;
  /** False when the account is closed. */
  active: boolean;
  /** Who asks manages every body of the person, also those whose roles are out of sight. */
  managed: boolean;
  /** What who asks may correct. */
  correctable: readonly Contact[];
  memberships: {
    id: string;
    body: string;
    role: Role;
    application?: string;
    from: LocalDate;
    to?: LocalDate;
    /** How often it was written: `If-Match` of its end. */
    version: number;
  }[];
  /** From today on; none of the office's people to who is not of the office. */
  absences: AbsenceAnswer[];
  /** As `absences`. */
  capabilities: CapabilityAnswer[];
  /** For the office and for who invites the person; null to others. */
  access: AccessAnswer | null;
}

export interface PeopleAnswer {
  people: PersonAnswer[];
}

const membership = z.strictObject({
  body: id,
  role: z.enum(ROLES),
  application: id.optional(),
  from: localDate,
  to: localDate.optional(),
  /** Whose place it takes: that one's role ends the day before. `version`: as it was read. */
  replaces: z.strictObject({ membership: id, version: z.int() }).optional(),
});

/** A new person with roles, or a new invitation for a person who is there already. */
export const invitationRequest = z.union([
  z.strictObject({ ...actingFor, person: id }),
  z.strictObject({
    ...actingFor,
    name,
    email,
    phone: z.string().trim().min(5).max(40).optional(),
    memberships: z
      .array(membership)
      .min(1)
      .max(50)
      .refine(
        (all) =>
          new Set(all.map((each) => JSON.stringify([each.body, each.role, each.application]))).size ===
          all.length,
        { error: 'Lo stesso incarico è scritto due volte: toglierne uno.' },
      )
      .refine((all) => all.every((each) => each.to === undefined || each.to >= each.from), {
        error: 'Un incarico finisce prima di cominciare: controlla le due date. (DATO-10)',
      }),
  }),
]);
export type InvitationRequest = z.infer<typeof invitationRequest>;

export interface InvitationAnswer {
  person: string;
  /** To be handed to the person where no mail reaches; it is shown once. */
  invitation: string;
  /** Real instant, ISO 8601 in UTC. */
  expiresAt: string;
  /** The mail server has taken the mail with the link; false also where the installation has no pages yet. */
  mailed: boolean;
}

export const lookAtInvitationRequest = z.strictObject({ invitation: z.string().max(200) });
export type LookAtInvitationRequest = z.infer<typeof lookAtInvitationRequest>;

/** Whom the page of an invitation greets. */
export interface InvitationLookAnswer {
  name: string;
  /** With which the person signs in. */
  email: string | null;
  union: string;
  /** Real instant, ISO 8601 in UTC. */
  expiresAt: string;
}

export const acceptInvitationRequest = z.strictObject({
  invitation: z.string().max(200),
  password: z.string().max(1000),
});
export type AcceptInvitationRequest = z.infer<typeof acceptInvitationRequest>;

export const tokenRequest = z.strictObject({ label: name, days: z.int().default(90) });
export type TokenRequest = z.infer<typeof tokenRequest>;

export interface TokenAnswer {
  id: string;
  /** Shown once. */
  token: string;
  /** ISO 8601 in UTC. */
  expiresAt: string;
}

export const giveRoleRequest = z.strictObject({ ...actingFor, ...membership.shape });
export type GiveRoleRequest = z.infer<typeof giveRoleRequest>;

export const endRoleRequest = z.strictObject({ ...actingFor, to: localDate });
export type EndRoleRequest = z.infer<typeof endRoleRequest>;

/** Days on which a person is away, both included. */
export const absenceRequest = z.strictObject({
  ...actingFor,
  from: localDate,
  to: localDate,
  substitute: id.optional(),
});
export type AbsenceRequest = z.infer<typeof absenceRequest>;

/** Takes back the absence that starts on a day. */
export const cancelAbsenceRequest = z.strictObject({ ...actingFor, from: localDate });
export type CancelAbsenceRequest = z.infer<typeof cancelAbsenceRequest>;

const phone = z.string().trim().min(5).max(40).nullable();

/** Who a person is and how to reach them, as it is right. */
export const correctPersonRequest = z.strictObject({ ...actingFor, name, email, phone });
export type CorrectPersonRequest = z.infer<typeof correctPersonRequest>;

/** The own telephone; null: none. */
export const ownPhoneRequest = z.strictObject({ phone });
export type OwnPhoneRequest = z.infer<typeof ownPhoneRequest>;

/** `expiresOn` null: no end is known. */
export const capabilityRequest = z.strictObject({ ...actingFor, expiresOn: localDate.nullable() });
export type CapabilityRequest = z.infer<typeof capabilityRequest>;

export const capabilityKind = z.enum(CAPABILITIES);

/** Closing an account, or opening it again: an act of the union. */
export const accountRequest = z.strictObject({ actingBody: id });
export type AccountRequest = z.infer<typeof accountRequest>;

export const pseudonymiseRequest = z.strictObject({ actingBody: id });
export type PseudonymiseRequest = z.infer<typeof pseudonymiseRequest>;
