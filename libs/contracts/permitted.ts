import { z } from 'zod';
import type { FieldDefinition } from '#domain/call/requirement.js';
import type { Acting, MilestoneForm, Permitted } from '#domain/application/may/form.js';
import { OFFERED_ACTS, type OfferedAct } from '#domain/fact/fact-kinds.js';
import { MONEY_KINDS } from '#domain/money/money-kind.js';
import { place } from './codes.js';
import { localDate } from './moment.js';
import { sameAs } from './same-as.js';

/** What somebody may do now, as the domain says it; the comments stand there. */

export type { Acting, MilestoneForm, Permitted };

export const acting = sameAs<Acting>()(
  z.strictObject({
    actingBody: z.uuid(),
    onBehalfOf: z.uuid().optional(),
  }),
);

export const fieldDefinition = sameAs<FieldDefinition>()(
  z
    .strictObject({
      name: z.string(),
      label: z.string(),
      type: z.enum(['text', 'date', 'cup', 'cig', 'taxCode', 'cents', 'number', 'choice']),
      choices: z.array(z.strictObject({ code: z.string(), label: z.string() })).optional(),
      required: z.boolean(),
      money: z.enum(MONEY_KINDS).optional(),
      notBefore: localDate.optional(),
      forOutcome: z.string().optional(),
    })
    .meta({ id: 'FieldDefinition' }),
);

const milestoneForm = sameAs<MilestoneForm>()(
  z
    .strictObject({
      milestone: z.string(),
      label: z.string(),
      button: z.string(),
      place,
      proof: z.boolean(),
      fields: z.array(fieldDefinition),
      outcomes: z.array(
        z.strictObject({ code: z.string(), label: z.string(), consequence: z.string().optional() }),
      ),
      acting,
      asked: z.boolean(),
      ends: z.boolean(),
      opens: z.string().optional(),
      consequence: z.string().optional(),
    })
    .meta({ id: 'MilestoneForm' }),
);

const offered = Object.fromEntries(OFFERED_ACTS.map(({ act }) => [act, acting.optional()])) as Record<
  OfferedAct,
  z.ZodOptional<typeof acting>
>;

export const permitted = sameAs<Permitted>()(
  z
    .strictObject({
      milestones: z.array(milestoneForm),
      file: z.array(z.strictObject({ requirement: z.string(), label: z.string(), place, acting })),
      approve: z.array(
        z.strictObject({
          approval: z.string(),
          requirement: z.string(),
          label: z.string(),
          acting,
          documents: z.array(z.uuid()),
        }),
      ),
      review: z.array(
        z.strictObject({ requirement: z.string(), label: z.string(), document: z.uuid(), acting }),
      ),
      ...offered,
    })
    .meta({ id: 'Permitted' }),
);
