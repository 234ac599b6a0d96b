import { z } from 'zod';
import { refusalCode } from './codes.js';
import { instant } from './moment.js';
import { openedApplication } from './recorded.js';

/** Calls and the definitions that they are launched from. */

const named = { id: z.string(), version: z.int() };

export const listedCall = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    /** Its address: "send-2027". */
    slug: z.string(),
    title: z.string(),
    definition: z.strictObject(named),
    applications: z.int(),
    ended: z.int(),
    /** The office has taken it back. */
    withdrawn: z.boolean(),
  })
  .meta({ id: 'ListedCall' });
export type ListedCall = z.infer<typeof listedCall>;

export const callList = z.strictObject({ calls: z.array(listedCall) });
export type CallList = z.infer<typeof callList>;

/** A launched call, with a line for every comune: its application, or why it has none. */
export const launchedCall = z
  .strictObject({
    call: z.strictObject({ id: z.uuid(), number: z.string(), slug: z.string() }),
    applications: z.array(
      z.strictObject({ ...openedApplication.shape, comune: z.string(), amountCents: z.int() }),
    ),
    leftOut: z.array(z.strictObject({ comune: z.string(), code: refusalCode, detail: z.string() })),
    /** Terms and amounts whose source nobody has confirmed: to be asked of the office again. */
    unconfirmed: z.array(z.strictObject({ id: z.string(), question: z.string() })),
    /** Of a launch with a brake: until when it may be annulled. */
    brakeUntil: instant.optional(),
  })
  .meta({ id: 'LaunchedCall' });
export type LaunchedCall = z.infer<typeof launchedCall>;

export const keptDefinition = z.strictObject(named);
export const definitionList = z.strictObject({
  definitions: z.array(z.strictObject({ ...named, title: z.string() })),
});
export type DefinitionList = z.infer<typeof definitionList>;
