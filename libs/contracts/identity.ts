import { z } from 'zod';
import type { Contact } from '#domain/access/correctable.js';
import type { UnionStanding } from '#domain/access/standing.js';
import { CAPABILITIES } from '#domain/people/capability.js';
import { ROLES } from '#domain/people/role.js';
import { role } from './codes.js';
import { day, instant, localDate } from './moment.js';

const id = z.uuid();
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

export const signInCodeRequest = z.strictObject({ email: z.string().max(254) });

/** The same for everybody, whether a code was sent or not. */
export const signInCodeAnswer = z
  .strictObject({
    /** Italian sentence to be shown as it is. */
    detail: z.string(),
  })
  .meta({ id: 'SignInCodeAnswer' });
export type SignInCodeAnswer = z.infer<typeof signInCodeAnswer>;

export const sessionAnswer = z
  .strictObject({
    person: z.uuid(),
    /** Real instant at which the session ends, ISO 8601 in UTC. */
    expiresAt: instant,
  })
  .meta({ id: 'SessionAnswer' });
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** A device on which the person is signed in; instants are the product's, ISO 8601 in UTC. */
export const listedSession = z
  .strictObject({
    id: z.uuid(),
    openedAt: instant,
    /** To the hour. */
    lastUsedAt: instant,
    endsAt: instant,
    /** "Chrome su Windows". */
    device: z.string(),
    openedBy: z.enum(['password', 'code']),
    sharedComputer: z.boolean(),
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'ListedSession' });
export type ListedSession = z.infer<typeof listedSession>;

export const sessionsAnswer = z
  .strictObject({
    sessions: z.array(listedSession),
  })
  .meta({ id: 'SessionsAnswer' });
export type SessionsAnswer = z.infer<typeof sessionsAnswer>;

export const passwordRequest = z.strictObject({
  /** Password of now; not needed without one, or within ten minutes of a sign-in by code. */
  current: z.string().max(1000).optional(),
  password: z.string().max(1000),
});

export type { CapabilityKind } from '#domain/people/capability.js';
export const capabilityKind = z.enum(CAPABILITIES);

export const capabilityAnswer = z
  .strictObject({
    kind: capabilityKind,
    /** Last day; null: no end is known. */
    expiresOn: day.nullable(),
    /** How often it was written: `If-Match` of what is written over it. One that is not there yet has 0. */
    version: z.int(),
  })
  .meta({ id: 'CapabilityAnswer' });
export type CapabilityAnswer = z.infer<typeof capabilityAnswer>;

/** Days on which a person is away, both included. */
const absenceAnswer = z
  .strictObject({
    from: day,
    to: day,
    substitute: z.strictObject({ id: z.uuid(), name: z.string() }).optional(),
  })
  .meta({ id: 'AbsenceAnswer' });

/** A role that a person holds today. */
const mandateAnswer = z
  .strictObject({
    body: z.uuid(),
    bodyName: z.string(),
    bodyKind: z.enum(['union', 'comune', 'other']),
    role,
    roleInWords: z.string(),
    application: z.uuid().optional(),
    /** Past its end, and goes on because nobody took it. */
    continued: z.boolean(),
    /** Id of the person who is away. */
    substituteFor: z.uuid().optional(),
  })
  .meta({ id: 'MandateAnswer' });

export const mailPreferencesRequest = z.strictObject({
  /** Confirmations of what was filed; everything else is sent whatever a person prefers. */
  confirmations: z.boolean(),
});
export type MailPreferences = z.infer<typeof mailPreferencesRequest>;

export const meAnswer = z
  .strictObject({
    person: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    union: z.strictObject({ id: z.uuid(), name: z.string() }),
    unionBody: z.uuid(),
    mandates: z.array(mandateAnswer),
    /** What the person is to the union: which menu, which first page. */
    may: z.strictObject({
      office: z.boolean(),
      headOfOffice: z.boolean(),
      auditor: z.boolean(),
      invites: z.boolean(),
    }) satisfies z.ZodType<UnionStanding>,
    /** From today on, the first first. */
    absences: z.array(absenceAnswer),
    capabilities: z.array(capabilityAnswer),
    mailPreferences: mailPreferencesRequest,
    /** Has chosen a password; without one, codes by mail are the way in. */
    hasPassword: z.boolean(),
  })
  .meta({ id: 'MeAnswer' });
export type MeAnswer = z.infer<typeof meAnswer>;

/** Whether and how a person comes in; instants are the product's, ISO 8601 in UTC. */
export const accessAnswer = z
  .strictObject({
    /** `joined`: has come in, or has a password; `expired`: an invitation was never used; `never`: was not invited. */
    state: z.enum(['joined', 'invited', 'expired', 'never']),
    /** End of the last invitation of who has not come in. */
    invitedUntil: instant.optional(),
    lastSignIn: instant.optional(),
  })
  .meta({ id: 'AccessAnswer' });
export type AccessAnswer = z.infer<typeof accessAnswer>;

/** A person in a list. */
export const personAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    /** Of name and contacts: how often they were written, `If-Match` of what is written over them. */
    version: z.int(),
    /** False when the account is closed. */
    active: z.boolean(),
    /** Who asks manages every body of the person, also those whose roles are out of sight. */
    managed: z.boolean(),
    /** What who asks may correct. */
    correctable: z.array(z.enum(['name', 'email', 'phone']) satisfies z.ZodType<Contact>).readonly(),
    memberships: z.array(
      z.strictObject({
        id: z.uuid(),
        body: z.uuid(),
        role,
        application: z.uuid().optional(),
        from: localDate,
        to: localDate.optional(),
        /** How often it was written: `If-Match` of its end. */
        version: z.int(),
      }),
    ),
    /** From today on; none of the office's people to who is not of the office. */
    absences: z.array(absenceAnswer),
    /** As `absences`. */
    capabilities: z.array(capabilityAnswer),
    /** For the office and for who invites the person; null to others. */
    access: accessAnswer.nullable(),
  })
  .meta({ id: 'PersonAnswer' });
export type PersonAnswer = z.infer<typeof personAnswer>;

export const peopleAnswer = z
  .strictObject({
    people: z.array(personAnswer),
  })
  .meta({ id: 'PeopleAnswer' });
export type PeopleAnswer = z.infer<typeof peopleAnswer>;

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

export const invitationAnswer = z
  .strictObject({
    person: z.uuid(),
    /** To be handed to the person where no mail reaches; it is shown once. */
    invitation: z.string(),
    /** Real instant, ISO 8601 in UTC. */
    expiresAt: instant,
    /** The mail server has taken the mail with the link; false also where the installation has no pages yet. */
    mailed: z.boolean(),
  })
  .meta({ id: 'InvitationAnswer' });
export type InvitationAnswer = z.infer<typeof invitationAnswer>;

export const lookAtInvitationRequest = z.strictObject({ invitation: z.string().max(200) });

/** Whom the page of an invitation greets. */
export const invitationLookAnswer = z
  .strictObject({
    name: z.string(),
    /** With which the person signs in. */
    email: z.string().nullable(),
    union: z.string(),
    /** Real instant, ISO 8601 in UTC. */
    expiresAt: instant,
  })
  .meta({ id: 'InvitationLookAnswer' });
export type InvitationLookAnswer = z.infer<typeof invitationLookAnswer>;

export const acceptInvitationRequest = z.strictObject({
  invitation: z.string().max(200),
  password: z.string().max(1000),
});

export const tokenRequest = z.strictObject({ label: name, days: z.int().default(90) });

export const tokenAnswer = z
  .strictObject({
    id: z.uuid(),
    /** Shown once. */
    token: z.string(),
    /** ISO 8601 in UTC. */
    expiresAt: instant,
  })
  .meta({ id: 'TokenAnswer' });
export type TokenAnswer = z.infer<typeof tokenAnswer>;

export const giveRoleRequest = z.strictObject({ ...actingFor, ...membership.shape });

export const endRoleRequest = z.strictObject({ ...actingFor, to: localDate });

/** Days on which a person is away, both included. */
export const absenceRequest = z.strictObject({
  ...actingFor,
  from: localDate,
  to: localDate,
  substitute: id.optional(),
});

/** Takes back the absence that starts on a day. */
export const cancelAbsenceRequest = z.strictObject({ ...actingFor, from: localDate });

const phone = z.string().trim().min(5).max(40).nullable();

/** Who a person is and how to reach them, as it is right. */
export const correctPersonRequest = z.strictObject({ ...actingFor, name, email, phone });

/** The own telephone; null: none. */
export const ownPhoneRequest = z.strictObject({ phone });

/** `expiresOn` null: no end is known. */
export const capabilityRequest = z.strictObject({ ...actingFor, expiresOn: localDate.nullable() });

/** Closing an account, or opening it again: an act of the union. */
export const accountRequest = z.strictObject({ actingBody: id });

export const pseudonymiseRequest = z.strictObject({ actingBody: id });

export const listedToken = z
  .strictObject({ id: z.uuid(), label: z.string(), expiresAt: instant })
  .meta({ id: 'ListedToken' });
export type ListedToken = z.infer<typeof listedToken>;

export const tokenList = z.strictObject({ tokens: z.array(listedToken) });
export type TokenList = z.infer<typeof tokenList>;
