import { z } from 'zod';

/** A weekly round: the platform was looked at, and showed nothing new of these applications. */
export const roundRequest = z.strictObject({
  /** Body of the union. */
  actingBody: z.uuid(),
  /** Ids, numbers or addresses. */
  applications: z.array(z.string().trim().min(1).max(200)).min(1).max(500),
});
export type RoundRequest = z.infer<typeof roundRequest>;
