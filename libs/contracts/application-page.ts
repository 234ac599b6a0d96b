import { z } from 'zod';
import { GUIDES } from '#domain/application/explain/guides.js';
import { place, requirementKind, role, scenario } from './codes.js';
import { applicationLine } from './desk.js';
import { day, hour, moment } from './moment.js';
import { acting, fieldDefinition, permitted } from './permitted.js';

/** A stage that was, is, or will be. */
export const step = z
  .strictObject({
    stage: z.string(),
    label: z.string(),
    round: z.int(),
    standing: z.enum(['done', 'now', 'next']),
    entered: day.optional(),
    left: day.optional(),
    outcome: z.string().optional(),
    upTo: z.string(),
    /** It is done on the funder's platform: what is uploaded here sends nothing there. */
    platform: z.boolean(),
    /** Proof of the official act that ended it. */
    proof: z.strictObject({ document: z.uuid(), fileName: z.string() }).optional(),
  })
  .meta({ id: 'Step' });
export type Step = z.infer<typeof step>;

/** A term with its old ends, which stay in sight. */
export const termLine = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    round: z.int(),
    official: z.boolean(),
    status: z.enum(['running', 'met', 'lapsed', 'stopped', 'moot']),
    start: day,
    end: day,
    cutOff: hour,
    workBy: day,
    /** Earlier ends, the oldest first, with the act that moved each. */
    was: z.array(z.strictObject({ end: day, act: z.string(), knownOn: day, kind: z.string() })),
    /** Days on which it was over and not yet open again. */
    closed: z.array(z.strictObject({ from: day, to: day, unsure: z.boolean() })),
    /** The last day on which an extension of it can still be asked for. */
    askBy: day.optional(),
    source: z.strictObject({ act: z.string(), quote: z.string(), confirmed: z.boolean() }),
  })
  .meta({ id: 'TermLine' });
export type TermLine = z.infer<typeof termLine>;

/** A version of a paper. */
export const documentLine = z
  .strictObject({
    id: z.uuid(),
    fileName: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    filedOn: day,
    filedAt: hour.optional(),
    by: z.string().optional(),
    onBehalfOf: z.string().optional(),
    channel: z.string(),
    verdict: z.enum(['accepted', 'returned']).optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'DocumentLine' });
export type DocumentLine = z.infer<typeof documentLine>;

/** A paper, an act or a go-ahead that the running stage (or an interrupt) asks for, or asked for before. */
export const requirementLine = z
  .strictObject({
    id: z.string(),
    kind: requirementKind,
    label: z.string(),
    place,
    /** Label of the stage or interrupt that asks for it, and whether it is asked now. */
    of: z.string(),
    current: z.boolean(),
    /** An official act went on without it: it is still owed, and holds nothing back. */
    owed: z.boolean(),
    /** Owed, and it may cost the application: it must bear a date up to this day. */
    notAfter: day.optional(),
    /** What the definition says of a paper that is still owed: it may come later, or the platform had it. */
    weight: z.enum(['gate', 'curable', 'fatal']).optional(),
    optional: z.boolean(),
    status: z.enum(['missing', 'inReview', 'returned', 'accepted', 'done']),
    upTo: z.string(),
    roles: z.array(role),
    versions: z.array(documentLine),
    /** Of a go-ahead: who said what. */
    answers: z.array(
      z.strictObject({
        role,
        roleInWords: z.string(),
        name: z.string().optional(),
        verdict: z.enum(['given', 'returned', 'waiting']),
        on: day.optional(),
      }),
    ),
  })
  .meta({ id: 'RequirementLine' });
export type RequirementLine = z.infer<typeof requirementLine>;

export const valueLine = z
  .strictObject({
    /** The act that asks for it. */
    milestone: z.string(),
    name: z.string(),
    label: z.string(),
    type: fieldDefinition.shape.type,
    value: z.union([z.string(), z.int()]),
    /** Which time the act brought it; the latest counts. */
    round: z.int(),
    /** The fact it stands in, for "Correggi". */
    fact: z.uuid(),
    on: day,
    proven: z.boolean(),
  })
  .meta({ id: 'ValueLine' });
export type ValueLine = z.infer<typeof valueLine>;

export const personLine = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    roles: z.array(z.string()),
    phone: z.string().optional(),
    email: z.string().optional(),
    away: z.strictObject({ from: day, to: day, substitute: z.string().optional() }).optional(),
  })
  .meta({ id: 'PersonLine' });
export type PersonLine = z.infer<typeof personLine>;

/** A note, a telephone call, a promise, a quick answer: what was said about the case. */
export const talkLine = z
  .strictObject({
    fact: z.uuid(),
    kind: z.enum(['note', 'phone', 'promise', 'answer', 'talk']),
    on: day,
    at: hour.optional(),
    by: z.string().optional(),
    onBehalfOf: z.string().optional(),
    channel: z.string(),
    /** Seen by the office only. */
    officeOnly: z.boolean(),
    sentence: z.string(),
    text: z.string().optional(),
  })
  .meta({ id: 'TalkLine' });
export type TalkLine = z.infer<typeof talkLine>;

/** One application, whole: what its page shows beside the line of the list. The person sees only what is theirs. */
export const applicationPage = z
  .strictObject({
    ...applicationLine.shape,
    /** The product's day, from which the page says "oggi" and "domani". */
    on: day,
    seq: z.int(),
    callSeq: z.int(),
    platform: z.strictObject({ name: z.string(), url: z.string() }),
    funder: z.string(),
    /** The sentence of the state, filled from the case. */
    state: z.string(),
    since: moment,
    /** Before the end of a call: the day by which its papers leave room for signature and sending, while it is ahead. */
    papersBy: day.optional(),
    /** What comes next by itself: a reminder, an end of term, a round. */
    next: z.strictObject({ on: day, at: hour.optional(), sentence: z.string() }).optional(),
    /** The steps that follow, at most two, with the day by which they are expected. */
    after: z.array(z.strictObject({ stage: z.string(), label: z.string(), on: day.optional() })),
    steps: z.array(step),
    terms: z.array(termLine),
    requirements: z.array(requirementLine),
    /** Numbers and dates on record, in the order of the steps. */
    values: z.array(valueLine),
    findings: z.array(
      z.strictObject({
        id: z.string(),
        code: z.string(),
        sentence: z.string(),
        /** Its act does not count until somebody has answered. */
        holds: z.literal(true).optional(),
      }),
    ),
    /** Pages of the help that explain how it stands. */
    guides: z.array(z.enum(GUIDES)),
    /** From the decree on: which part the union has in the project; null while nobody has said it. */
    scenario: scenario.nullable().optional(),
    people: z.array(personLine),
    conversation: z.array(talkLine),
    /** The same body's latest application to the same call, where it is another one. */
    later: z.strictObject({ slug: z.string(), number: z.string() }).optional(),
    /** It came to nothing and the call is open: what `POST /calls/{call}/applications` takes. */
    again: z.strictObject({ ...acting.shape, comune: z.string() }).optional(),
    /** What the person who reads may do now; the page draws nothing that is not here. */
    may: permitted,
  })
  .meta({ id: 'ApplicationPage' });
export type ApplicationPage = z.infer<typeof applicationPage>;

export type { Acting, MilestoneForm, Permitted } from './permitted.js';
