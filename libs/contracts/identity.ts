import { z } from 'zod';
import { isLocalDate } from '#domain/calendar/local-date.js';
import { ROLES } from '#domain/people/role.js';

const id = z.uuid();
const localDate = z.string().refine(isLocalDate, { error: 'Scrivi una data che esiste, come 2027-03-26.' });
const name = z.string().trim().min(1).max(120);
const email = z
  .email({ error: 'Scrivi un indirizzo e-mail, come nome@comune.it.' })
  .max(254)
  .transform((text) => text.toLowerCase());

/** An id in the address. */
export const idParameter = z.uuid();

/** In whose name a command is given; `onBehalfOf` only by the office, whose acting body is then the union's. */
export const actingFor = { actingBody: id, onBehalfOf: id.optional() };

export const signInRequest = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1000),
});
export type SignInRequest = z.infer<typeof signInRequest>;

export const sessionAnswer = z.strictObject({ person: id, expiresAt: z.iso.datetime() });
export type SessionAnswer = z.infer<typeof sessionAnswer>;

const mandate = z.strictObject({
  body: id,
  bodyName: z.string(),
  bodyKind: z.enum(['union', 'comune', 'other']),
  role: z.enum(ROLES),
  roleInWords: z.string(),
  application: id.optional(),
  continued: z.boolean(),
  substituteFor: id.optional(),
});
export const meAnswer = z.strictObject({
  person: id,
  name: z.string(),
  email: z.string().nullable(),
  union: z.strictObject({ id, name: z.string() }),
  unionBody: id,
  mandates: z.array(mandate),
});
export type MeAnswer = z.infer<typeof meAnswer>;

const membership = z.strictObject({
  body: id,
  role: z.enum(ROLES),
  application: id.optional(),
  from: localDate,
  to: localDate.optional(),
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
        error: 'Un incarico finisce prima di cominciare: controlla le due date.',
      }),
  }),
]);
export type InvitationRequest = z.infer<typeof invitationRequest>;

export const invitationAnswer = z.strictObject({
  person: id,
  /** To be handed to the person; it is shown once. */
  invitation: z.string(),
  expiresAt: z.iso.datetime(),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;

export const acceptInvitationRequest = z.strictObject({
  invitation: z.string().max(200),
  password: z.string().max(1000),
});
export type AcceptInvitationRequest = z.infer<typeof acceptInvitationRequest>;

export const tokenRequest = z.strictObject({ label: name, days: z.int().default(90) });
export type TokenRequest = z.infer<typeof tokenRequest>;

export const tokenAnswer = z.strictObject({
  id,
  /** Shown once. */
  token: z.string(),
  expiresAt: z.iso.datetime(),
});
export type TokenAnswer = z.infer<typeof tokenAnswer>;

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

/** `expiresOn` null: no end is known. */
export const capabilityRequest = z.strictObject({ ...actingFor, expiresOn: localDate.nullable() });
export type CapabilityRequest = z.infer<typeof capabilityRequest>;

export const capabilityKind = z.enum(['digitalSignature', 'sistemaCup', 'platformUser']);

export const pseudonymiseRequest = z.strictObject({ actingBody: id });
export type PseudonymiseRequest = z.infer<typeof pseudonymiseRequest>;
