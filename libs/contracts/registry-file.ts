import { z } from 'zod';
import { ROLES } from '#domain/people/role.js';

const localDate = z.iso.date().transform((value) => value as `${number}-${number}-${number}`);
const ipa = z.string().regex(/^[A-Za-z0-9_]{1,40}$/);

/** A registry as a file (`data/registry/*.json`): a union, its bodies, residents and agreements with their sources. */
export const registryFile = z.strictObject({
  union: z.strictObject({ ipa, name: z.string().min(1) }),
  bodies: z.array(
    z.strictObject({
      kind: z.enum(['union', 'comune', 'other']),
      ipa,
      istat: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      name: z.string().min(1),
      /** `MM-DD`. */
      patronDay: z
        .string()
        .regex(/^\d{2}-\d{2}$/)
        .optional(),
      patronDaySource: z.string().optional(),
      residents: z.array(
        z.strictObject({
          on: localDate,
          count: z.int().min(0),
          source: z.string().min(1),
          confirmed: z.boolean(),
        }),
      ),
      agreements: z.array(
        z.strictObject({
          function: z.string().min(1),
          from: localDate,
          to: localDate.optional(),
          source: z.string().min(1),
          confirmed: z.boolean(),
        }),
      ),
    }),
  ),
});
export type RegistryFile = z.infer<typeof registryFile>;

/** The invented people of a demo; `password` opens every account. Bodies are named by IPA code. */
export const demoPeopleFile = z.strictObject({
  notice: z.string(),
  password: z.string().min(12),
  people: z.array(
    z.strictObject({
      name: z.string().min(1),
      email: z.email().transform((text) => text.toLowerCase()),
      phone: z.string().optional(),
      memberships: z.array(
        z.strictObject({ body: ipa, role: z.enum(ROLES), from: localDate, to: localDate.optional() }),
      ),
      capabilities: z.array(
        z.strictObject({
          kind: z.enum(['digitalSignature', 'sistemaCup', 'platformUser']),
          expiresOn: localDate.optional(),
        }),
      ),
    }),
  ),
});
export type DemoPeopleFile = z.infer<typeof demoPeopleFile>;
