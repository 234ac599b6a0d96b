import { z } from 'zod';
import type { AmountWord } from '#domain/desk/glance.js';
import type { PhoneTask } from '#domain/desk/phone.js';
import type { WhoLine } from '#domain/desk/who.js';
import { amountWord, party, place, refusalCode, requirementKind, role, sign } from './codes.js';
import { day, hour } from './moment.js';
import { sameAs } from './same-as.js';

/**
 * What the pages of the desk read: lists, the first page of the office, the tasks of a person. Days are `YYYY-MM-DD`
 * and hours `HH:MM` in Rome by the product's clock; amounts are cents.
 */

export type { AmountWord, PhoneTask, WhoLine };

/** Somebody who must act, as a line names them. */
const whoLine = sameAs<WhoLine>()(
  z
    .strictObject({
      name: z.string(),
      role,
      roleInWords: z.string(),
      /** Away today. */
      away: z.boolean(),
      /** Who stands in for somebody away. */
      substitute: z.strictObject({ name: z.string(), roleInWords: z.string() }).optional(),
      phone: z.string().optional(),
    })
    .meta({ id: 'WhoLine' }),
);

/** Somebody to be telephoned, and why; the comments stand in the domain. */
const phoneTask = sameAs<PhoneTask>()(
  z
    .strictObject({
      id: z.string(),
      about: z
        .strictObject({
          of: z.uuid().optional(),
          term: z.string().optional(),
          requirement: z.string().optional(),
        })
        .optional(),
      application: z.strictObject({ id: z.uuid(), slug: z.string(), number: z.string(), label: z.string() }),
      applicant: z.string(),
      applicantBody: z.uuid(),
      call: z.string(),
      person: z
        .strictObject({
          id: z.uuid(),
          name: z.string(),
          roleInWords: z.string(),
          phone: z.string().optional(),
        })
        .optional(),
      because: z.enum(['cannot', 'notMine', 'silent', 'talk', 'funds']),
      sentence: z.string(),
      since: day,
    })
    .meta({ id: 'PhoneTask' }),
);

/** One application in a list. */
export const applicationLine = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    /** Its page: `/candidature/{slug}`, "rivello-send-2027". */
    slug: z.string(),
    call: z.strictObject({
      id: z.uuid(),
      number: z.string(),
      slug: z.string(),
      title: z.string(),
      shortTitle: z.string(),
      measure: z.string(),
    }),
    applicant: z.strictObject({ id: z.uuid(), name: z.string() }),
    participants: z.array(z.string()),
    amountCents: z.int(),
    amountWord,
    stage: z.string(),
    /** The state, at most 24 characters: "CUP da inserire". */
    label: z.string(),
    sign,
    /** Second labels over the state: "Controllo a campione". */
    overlays: z.array(z.string()),
    ended: z.boolean(),
    party,
    /** "Tocca a": roles or the outside body, as people say it. */
    upTo: z.string(),
    /** The people behind the roles; empty while an outside body is waited for. */
    who: z.array(whoLine),
    /** Day to work by; null where nothing runs. */
    workBy: day.nullable(),
    /** Official end, with its hour; null where nothing runs but a date of the office's own. */
    end: day.nullable(),
    cutOff: hour.nullable(),
    /** What comes before anything that is missing: "Rischia l’esclusione: serve l'accordo". */
    attention: z.string().nullable(),
    /** Labels of what is missing, the first first. */
    missing: z.array(z.string()),
    /** A paper that the mayor signs is still to come: made out to another name it must be made anew. */
    toSign: z.boolean(),
    /** "Perché aspetta?" */
    sentence: z.string(),
    cup: z.string().nullable(),
    /** The page is behind the last fact of the call. */
    updating: z.boolean(),
  })
  .meta({ id: 'ApplicationLine' });
export type ApplicationLine = z.infer<typeof applicationLine>;

export const applicationList = z
  .strictObject({
    on: day,
    at: hour,
    applications: z.array(applicationLine),
  })
  .meta({ id: 'ApplicationList' });
export type ApplicationList = z.infer<typeof applicationList>;

/** A paper that waits for the office to look at it. */
export const reviewTask = z
  .strictObject({
    application: z.strictObject({ id: z.uuid(), slug: z.string(), number: z.string() }),
    applicant: z.string(),
    call: z.string(),
    requirement: z.string(),
    label: z.string(),
    document: z.uuid(),
    fileName: z.string(),
    filedOn: day,
    filedAt: hour.optional(),
    by: z.string().optional(),
  })
  .meta({ id: 'ReviewTask' });
export type ReviewTask = z.infer<typeof reviewTask>;

/** A line of the weekly round: what the platform may know that nobody told us. */
export const roundLine = z
  .strictObject({
    application: z.strictObject({ id: z.uuid(), slug: z.string(), number: z.string() }),
    applicant: z.string(),
    applicantId: z.uuid(),
    call: z.string(),
    /** Id of the stage, as `outside.checked` names it. */
    stage: z.string(),
    label: z.string(),
    /** "inviata 74 giorni fa; di solito 66-156" */
    sentence: z.string(),
    /** Day of the last tick; null while nobody has looked yet. */
    lastChecked: day.nullable(),
    /** True when this week's tick is missing. */
    due: z.boolean(),
    /** What the platform may show, beside "nessuna novità": milestones with their outcomes, recorded on the application's page. */
    news: z.array(
      z.strictObject({ milestone: z.string(), outcome: z.string().optional(), label: z.string() }),
    ),
  })
  .meta({ id: 'RoundLine' });
export type RoundLine = z.infer<typeof roundLine>;

/** A mail that did not arrive. */
export const failedDelivery = z
  .strictObject({
    mail: z.uuid(),
    person: z.strictObject({ id: z.uuid(), name: z.string() }),
    bodies: z.array(z.string()),
    address: z.string(),
    subject: z.string(),
    /** Why, in one Italian sentence. */
    sentence: z.string(),
    on: day,
  })
  .meta({ id: 'FailedDelivery' });
export type FailedDelivery = z.infer<typeof failedDelivery>;

/** The first page of the office. */
export const today = z
  .strictObject({
    on: day,
    at: hour,
    /** Money at risk by the one definition, within 7 days; `applications` are the numbers that count. */
    atRisk: z.strictObject({ days: z.int(), cents: z.int(), applications: z.array(z.string()) }),
    now: z.array(applicationLine),
    phone: z.array(phoneTask),
    review: z.array(reviewTask),
    round: z.strictObject({ due: z.boolean(), lines: z.array(roundLine) }),
    soon: z.array(applicationLine),
    failed: z.array(failedDelivery),
    /** The mail server takes nothing: since when, and what waits, in Italian sentences. */
    outage: z.string().optional(),
    /** Stored files that are to be restored: which, and what to do, in Italian sentences. */
    files: z.string().optional(),
    /** For the empty page: what comes next. */
    next: z.strictObject({ on: day, applicant: z.string(), call: z.string(), label: z.string() }).optional(),
  })
  .meta({ id: 'Today' });
export type Today = z.infer<typeof today>;

/** What became of each application of a weekly round. */
export const roundResult = z
  .strictObject({
    results: z.array(
      z.strictObject({
        /** As it was named in the request. */
        application: z.string(),
        /** `already`: it was looked at this week before. `refused`: with a code and a sentence. */
        result: z.enum(['recorded', 'already', 'refused']),
        code: refusalCode.optional(),
        detail: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'RoundResult' });
export type RoundResult = z.infer<typeof roundResult>;

/** One thing that a person must do, on a card. */
export const task = z
  .strictObject({
    application: z.strictObject({ id: z.uuid(), slug: z.string(), number: z.string() }),
    applicant: z.strictObject({ id: z.uuid(), name: z.string() }),
    call: z.string(),
    kind: requirementKind,
    requirement: z.string(),
    /** Of a go-ahead: what `approval.answered` names, "goAhead/secretary". */
    approval: z.string().optional(),
    /** The term by which it is due, as `reminder.answered` and `talk.logged` name it. */
    term: z.string().optional(),
    /** "determina di affidamento con CUP e CIG" */
    label: z.string(),
    /** One line: why. */
    sentence: z.string(),
    place,
    platform: z.string(),
    status: z.enum(['missing', 'returned']),
    /** Of an act: what its button says, "Registra il CUP". */
    button: z.string().optional(),
    /** Of a question that is answered here, "Partecipiamo": empty where there is nothing to choose. */
    outcomes: z.array(z.strictObject({ code: z.string(), label: z.string() })),
    /** Why it was sent back. */
    reason: z.string().optional(),
    workBy: day.nullable(),
    end: day.nullable(),
    cutOff: hour.nullable(),
    sign,
    amountCents: z.int(),
    amountWord,
    /** Body in whose name the person does it. */
    actingBody: z.uuid(),
    /** The person has said "L'ho già fatto" or asked to be called, and the office knows. */
    answered: z.enum(['done', 'cannot', 'notMine']).optional(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof task>;

/** "Le mie attività": all comuni and roles of the person at once. */
export const tasks = z
  .strictObject({
    on: day,
    at: hour,
    tasks: z.array(task),
    /** Waits for others: nothing to do. */
    waiting: z.array(applicationLine),
    /** What the person did today, in one sentence each. */
    doneToday: z.array(
      z.strictObject({ at: hour, sentence: z.string(), application: z.strictObject({ slug: z.string() }) }),
    ),
  })
  .meta({ id: 'Tasks' });
export type Tasks = z.infer<typeof tasks>;
