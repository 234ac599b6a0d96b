import { z } from 'zod';
import type { CallDefinition } from '#domain/call/definition.js';
import type { RequirementKind } from '#domain/call/requirement.js';
import { MONEY_KINDS } from '#domain/money/money-kind.js';
import { ROLES } from '#domain/people/role.js';

/** The form of a call definition; `check-definition` proves what a form cannot say. Its JSON Schema is in `data/`. */
const id = z.string().regex(/^[a-z][A-Za-z0-9-]{1,59}$/);
const label = z.string().min(1).max(120);
const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((value) => value as `${number}-${number}-${number}`);
const role = z.enum(ROLES);
const place = z.enum(['here', 'platform', 'both']);
const wait = z.enum([
  'answer',
  'documents',
  'approval',
  'officialAct',
  'outsideBody',
  'suspension',
  'sampleCheck',
  'maintenance',
  'end',
]);
const party = z.enum(['comune', 'union', 'funder', 'none']);
const cents = z.int().min(0).max(100_000_000_000);

const source = z.strictObject({
  act: z.string().min(1).max(200),
  quote: z.string().min(1).max(1000),
  readOn: localDate,
  confirmed: z.boolean(),
});

const field = z.strictObject({
  name: id,
  label,
  type: z.enum(['text', 'date', 'cup', 'cig', 'taxCode', 'cents', 'number', 'choice']),
  choices: z
    .array(z.strictObject({ code: id, label }))
    .min(1)
    .optional(),
  required: z.boolean(),
  money: z.enum(MONEY_KINDS).optional(),
  notBefore: localDate.optional(),
  forOutcome: id.optional(),
});

const milestone = z.strictObject({
  kind: z.literal('milestone'),
  id,
  label,
  place,
  from: z.array(role),
  proof: z.boolean(),
  fields: z.array(field).max(30),
  notBefore: z.strictObject({ field: id, unless: id }).optional(),
  implies: z.array(id).min(1).max(10).optional(),
  outcomes: z
    .array(z.strictObject({ code: id, label, settles: z.boolean() }))
    .min(1)
    .optional(),
});

const document = z.strictObject({
  kind: z.literal('document'),
  id,
  label,
  place,
  from: z.array(role).min(1),
  review: z.boolean(),
  optional: z.boolean().optional(),
  ifOwed: z.strictObject({ weight: z.enum(['gate', 'curable', 'fatal']), source }).optional(),
});

const approval = z.strictObject({
  kind: z.literal('approval'),
  id,
  label,
  order: z.enum(['sequence', 'parallel']),
  rule: z.union([z.enum(['all', 'any']), z.strictObject({ quorum: z.int().min(1).max(20) })]),
  approvers: z.array(role).min(1),
  substitute: role,
});

const REQUIREMENTS = { document, milestone, approval } satisfies Record<RequirementKind, z.ZodType>;
type Requirement = (typeof REQUIREMENTS)[RequirementKind];
const requirement = z.discriminatedUnion(
  'kind',
  Object.values(REQUIREMENTS) as [Requirement, ...Requirement[]],
);

const stage = z.strictObject({
  id,
  label: z.string().min(1).max(24),
  sentence: z.string().min(1).max(300),
  wait,
  party,
  upTo: z.string().min(1).max(60).optional(),
  actors: z.array(role),
  requirements: z.array(requirement).max(60),
  exits: z.array(z.strictObject({ when: id, to: id })),
  usual: z
    .strictObject({
      since: id,
      until: id,
      words: z
        .string()
        .max(120)
        .regex(/\{median\}/),
      from: z.int().min(0),
      median: z.int().min(1),
      to: z.int().min(1),
      source,
    })
    .optional(),
});

const unit = z.enum(['days', 'workingDays', 'months', 'fixed']);
const rule = z.strictObject({
  unit,
  amount: z.int().min(1).max(3660).optional(),
  date: localDate.optional(),
  direction: z.enum(['forward', 'backward']),
  rollOver: z.boolean(),
  cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  wholeDay: z.literal(true).optional(),
  week: z.enum(['mondayToFriday', 'mondayToSaturday']).optional(),
  cap: localDate.optional(),
  zone: z.literal('Europe/Rome'),
  readings: z
    .array(
      z.strictObject({
        unit: unit.optional(),
        amount: z.int().min(1).optional(),
        saturdays: z.literal(true).optional(),
        date: localDate.optional(),
      }),
    )
    .optional(),
});

const termCore = {
  id,
  label,
  rule,
  official: z.boolean(),
  peremptory: z.boolean(),
  reminders: z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'I', 'none']),
  onLapse: z.enum(['remediable', 'silence', 'elapses', 'internal']),
  source,
};

const term = z.strictObject({
  ...termCore,
  start: z.union([
    z.strictObject({
      milestone: id,
      field: id.optional(),
      notBefore: id.optional(),
      at: z.literal('yearEnd').optional(),
    }),
    z.strictObject({ stage: id }),
    z.strictObject({ term: id }),
    z.strictObject({ fixed: z.literal(true) }),
  ]),
  during: z.array(id).min(1),
  remindsDuring: z.array(id).optional(),
  meets: id,
});

const interrupt = z.strictObject({
  id,
  label,
  opens: milestone,
  papers: z.array(document).max(60).optional(),
  closes: z
    .array(
      z.strictObject({
        milestone,
        to: id.optional(),
        restarts: z.strictObject({ term: id, until: id }).optional(),
      }),
    )
    .min(1),
  wait,
  party,
  actors: z.array(role),
  suspends: z.boolean(),
  source: source.optional(),
  term: z.strictObject(termCore).optional(),
});

export const callDefinitionSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.int().min(1),
  title: z.string().min(1).max(200),
  shortTitle: z.string().min(1).max(24),
  measure: z.string().min(1).max(60),
  funder: z.string().min(1).max(120),
  platform: z.strictObject({ name: z.string().min(1).max(80), url: z.url({ protocol: /^https$/ }) }),
  opening: localDate,
  liveApplicationsPerBody: z.int().min(1).max(10),
  eligibility: z.strictObject({
    kinds: z.array(z.enum(['comune', 'union', 'school', 'group', 'other'])).min(1),
    minResidents: z.int().min(0).optional(),
    maxResidents: z.int().min(1).optional(),
  }),
  amounts: z.strictObject({
    residentsOn: localDate,
    classes: z.array(z.strictObject({ upTo: z.int().min(1).nullable(), cents })).min(1),
    paysCosts: z.literal(true).optional(),
    source,
  }),
  invitation: z
    .strictObject({
      unionDoes: z.string().min(1).max(200).optional(),
      hours: z.int().min(1).max(1000).optional(),
      costAfter: z.string().min(1).max(200).optional(),
      source,
    })
    .optional(),
  cupTemplate: z.strictObject({ number: z.string().regex(/^\d{7}$/), source }).optional(),
  stages: z.array(stage).min(2).max(60),
  terms: z.array(term).max(60),
  interrupts: z.array(interrupt).max(20),
}) satisfies z.ZodType<CallDefinition>;

/** The JSON Schema that editors use beside `data/calls`; a test compares the file with it. */
export function callDefinitionJsonSchema(): object {
  return z.toJSONSchema(callDefinitionSchema, { io: 'input' });
}
