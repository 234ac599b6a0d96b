import { z } from 'zod';
import type { MessageKind } from '#domain/reminder/message.js';
import { cursor } from './cursor.js';

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

/** One message: a thing to be told to one person; an e-mail carries one or several. */
export interface MessageLine {
  id: string;
  kind: MessageKind;
  /** "Promemoria", "Conferma". */
  label: string;
  /** The term that it is about, "inserimento del CUP". */
  about?: string;
  person: { id: string; name: string };
  application: { id: string; slug: string; number: string };
  applicant: string;
  call: string;
  /** Not before. */
  deliverAt: string;
  state: MessageState;
  /** Of one that was skipped or failed: why, in one Italian sentence. */
  why?: string;
  mail?: { id: string; subject: string; state: MailState; sentAt?: string };
}

/** A message that nobody has decided yet: it goes at that hour, unless what it asks for arrives before. */
export interface PlannedMessage {
  application: MessageLine['application'];
  applicant: string;
  call: string;
  /** Day and hour, HH:MM, at which it goes. */
  on: string;
  at: string;
  /** "Promemoria al segretario" */
  what: string;
  /** The term or the state that it is about; absent of a question, which says it all. */
  about?: string;
  /** Who gets it that day, as far as is known today; empty while nobody holds the role. */
  people: { id: string; name: string; roleInWords: string; standsInFor?: string }[];
}

export interface MessageList {
  on: string;
  at: string;
  /** At most 100: of what waits the next first, of everything else the latest first. */
  messages: MessageLine[];
  /** Where the next page begins; null on the last. */
  next: string | null;
  /** Of the person and the application asked for, by state. */
  counts: Record<MessageState, number>;
  /** On the first page of what waits: the next message of each application beyond it, the next first. */
  planned?: PlannedMessage[];
}

/** `dead`: there is no such address; `failed`: refused for another reason, or the server was away for days. */
export type MailState = 'sending' | 'sent' | 'failed' | 'dead';

/** One e-mail as it was sent; text and HTML say the same words. */
export interface MailPage {
  id: string;
  person: { id: string; name: string };
  to: string;
  subject: string;
  text: string;
  state: MailState;
  attempts: number;
  /** What became of it, in one Italian sentence. */
  outcome: string;
  createdAt: string;
  sentAt?: string;
  /** Sent again, as another e-mail. */
  resentAt?: string;
  /** Whether it may be sent again; of a dead address: only after it was changed. */
  resend: 'may' | 'sameAddress' | 'noAddress' | 'no';
}

export const resendRequest = z.strictObject({ actingBody: z.uuid() });
export type ResendRequest = z.infer<typeof resendRequest>;
