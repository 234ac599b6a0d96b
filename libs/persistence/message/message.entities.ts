import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageContent, MessageDecision, MessageTerm } from '#domain/reminder/message.js';
import type { MessageBodies, MessageKind } from '#domain/reminder/message-kinds.js';

/** A message decided once; `key` is unique, so deciding again adds nothing. */
@Entity('message')
export class MessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text', { unique: true }) key!: string;
  @Column('text') kind!: MessageKind;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  @Column('timestamptz', { name: 'deliver_at' }) deliverAt!: Date;
  @Column('boolean') digest!: boolean;
  @Column('jsonb', { nullable: true }) term!: MessageTerm | null;
  @Column('text', { nullable: true }) step!: string | null;
  @Column('int', { nullable: true }) tone!: number | null;
  @Column('jsonb', { name: 'params' }) body!: MessageBodies[MessageKind];
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
  @Column('text') state!: 'pending' | 'sent' | 'skipped' | 'failed';
  /** Why it was skipped or failed: a code. */
  @Column('text', { nullable: true }) why!: string | null;
  @Column('uuid', { name: 'mail_id', nullable: true }) mailId!: string | null;
}

/** What a kept message says: its body was written with its kind. */
export function contentOf({ kind, body }: Pick<MessageEntity, 'kind' | 'body'>): MessageContent {
  return { kind, body } as MessageContent;
}

/** A row as the domain reads it. */
export function toDecision(row: MessageEntity): MessageDecision & { id: string } {
  return {
    id: row.id,
    key: row.key,
    person: row.personId,
    application: row.applicationId,
    deliverAt: row.deliverAt.toISOString(),
    digest: row.digest,
    ...contentOf(row),
    ...(row.term === null ? {} : { term: row.term }),
    ...(row.step === null ? {} : { step: row.step }),
    ...(row.tone === null ? {} : { tone: row.tone as 1 | 2 | 3 | 4 }),
  };
}

/** One e-mail to one person, kept as it was sent. */
@Entity('mail')
export class MailEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text', { name: 'message_id', unique: true }) messageId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') slot!: string;
  @Column('text', { name: 'to_address' }) toAddress!: string;
  @Column('text') subject!: string;
  @Column('text', { name: 'text_body' }) textBody!: string;
  @Column('text', { name: 'html_body' }) htmlBody!: string;
  @Column('text') state!: 'sending' | 'sent' | 'failed' | 'dead' | 'dropped';
  @Column('int') attempts!: number;
  /** Tries with this Message-ID of which nobody knows whether the mail server took the e-mail. */
  @Column('int') unanswered!: number;
  @Column('text', { nullable: true }) replaces!: string | null;
  @Column('int', { name: 'smtp_code', nullable: true }) smtpCode!: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  /** Of one that failed: when, and by whom of the office, its messages were given to a new mail. */
  @Column('timestamptz', { name: 'resent_at', nullable: true }) resentAt!: Date | null;
  @Column('uuid', { name: 'resent_by', nullable: true }) resentBy!: string | null;
}
