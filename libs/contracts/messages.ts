import { z } from 'zod';
import { messageKind } from './codes.js';
import { cursor } from './cursor.js';
import { day, hour } from './moment.js';

/**
 * What Capofila wrote, writes and did not write. Moments are `YYYY-MM-DDTHH:MM` in Rome by the product's clock. Who
 * belongs to the union reads all, everybody else what was written to themselves.
 */

export const messageState = z.enum(['pending', 'sent', 'skipped', 'failed']);
export type MessageState = z.infer<typeof messageState>;

export const messagesQuery = z.strictObject({
  state: messageState.optional(),
  person: z.uuid().optional(),
  /** Id, number or slug. */
  application: z.string().max(120).optional(),
  /** `next` of the page before: the list goes on there. */
  before: cursor.optional(),
});
export type MessagesQuery = z.infer<typeof messagesQuery>;

/**
 * `dead`: there is no such address; `failed`: refused for another reason, or the server was away for days; `dropped`:
 * nothing in it held any more when the server was there again.
 */
const mailState = z.enum(['sending', 'sent', 'failed', 'dead', 'dropped']);

/** One message: a thing to be told to one person; an e-mail carries one or several. */
export const messageLine = z
  .strictObject({
    id: z.uuid(),
    kind: messageKind,
    /** "Promemoria", "Conferma". */
    label: z.string(),
    /** The term that it is about, "inserimento del CUP". */
    about: z.string().optional(),
    person: z.strictObject({ id: z.uuid(), name: z.string() }),
    application: z.strictObject({ id: z.uuid(), slug: z.string(), number: z.string() }),
    applicant: z.string(),
    call: z.string(),
    /** Not before. */
    deliverAt: z.string(),
    /** Of one that waits: when it goes, by the rule that sends it, if nothing happens meanwhile. */
    goesAt: z.string().optional(),
    state: messageState,
    /** Of one that was skipped or failed: why, in one Italian sentence. */
    why: z.string().optional(),
    mail: z
      .strictObject({ id: z.uuid(), subject: z.string(), state: mailState, sentAt: z.string().optional() })
      .optional(),
  })
  .meta({ id: 'MessageLine' });
export type MessageLine = z.infer<typeof messageLine>;

/** A message that nobody has decided yet: it goes at that hour, unless what it asks for arrives before. */
export const plannedMessage = z
  .strictObject({
    application: messageLine.shape.application,
    applicant: z.string(),
    call: z.string(),
    /** Day and hour, HH:MM, at which it goes. */
    on: day,
    at: hour,
    /** "Promemoria al segretario" */
    what: z.string(),
    /** The term or the state that it is about; absent of a question, which says it all. */
    about: z.string().optional(),
    /** Who gets it that day, as far as is known today; empty while nobody holds the role. */
    people: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        roleInWords: z.string(),
        standsInFor: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'PlannedMessage' });
export type PlannedMessage = z.infer<typeof plannedMessage>;

export const messageList = z
  .strictObject({
    on: day,
    at: hour,
    /** At most 100: of what waits the next first, of everything else the latest first. */
    messages: z.array(messageLine),
    /** Where the next page begins; null on the last. */
    next: z.string().nullable(),
    /** Of the person and the application asked for, by state. */
    counts: z.record(messageState, z.int()),
    /** To who belongs to the union: the mail server takes nothing, since when, and what waits, in Italian sentences. */
    outage: z.string().optional(),
    /** On the first page of what waits: the next message of each application beyond it, the next first. */
    planned: z.array(plannedMessage).optional(),
  })
  .meta({ id: 'MessageList' });
export type MessageList = z.infer<typeof messageList>;

/** One e-mail as it was sent; text and HTML say the same words. */
export const mailPage = z
  .strictObject({
    id: z.uuid(),
    person: z.strictObject({ id: z.uuid(), name: z.string() }),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    state: mailState,
    attempts: z.int(),
    /** What became of it, in one Italian sentence. */
    outcome: z.string(),
    createdAt: z.string(),
    sentAt: z.string().optional(),
    /** Sent again, as another e-mail. */
    resentAt: z.string().optional(),
    /** Whether it may be sent again; of a dead address: only after it was changed. */
    resend: z.enum(['may', 'sameAddress', 'noAddress', 'no']),
  })
  .meta({ id: 'MailPage' });
export type MailPage = z.infer<typeof mailPage>;

export const resendRequest = z.strictObject({ actingBody: z.uuid() });

/** A message of one application, as its history of e-mails shows it. */
export const listedMessage = z
  .strictObject({
    key: z.string(),
    kind: messageKind,
    person: z.string(),
    deliverAt: z.string(),
    state: messageState,
    why: z.string().nullable(),
    step: z.string().nullable(),
    subject: z.string().nullable(),
    sentAt: z.string().nullable(),
    /** Of one that waits: the instant at which it goes, by the rule that sends it, if nothing happens meanwhile. */
    goesAt: z.string().optional(),
    /** The e-mail in which it went, where the reader may read it: the office any, others their own. */
    mail: z.uuid().nullable(),
  })
  .meta({ id: 'ListedMessage' });
export type ListedMessage = z.infer<typeof listedMessage>;

export const applicationMessages = z.strictObject({ messages: z.array(listedMessage) });
export type ApplicationMessages = z.infer<typeof applicationMessages>;
