import { createHash, randomBytes } from 'node:crypto';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { epochMs, isoInstant, localAt } from '#domain/calendar/local-date.js';
import { isOfficeRole } from '#domain/people/role.js';
import { doneWithout } from '#domain/reminder/done-without.js';
import { overtaken } from '#domain/reminder/only-latest.js';
import { nextDelivery } from '#domain/reminder/slots.js';
import { Clock } from '#use-cases/clock.js';
import { type LetterItem, LetterWriter } from '#use-cases/ports/letter-writer.js';
import type { Mail, SendOutcome } from '#use-cases/ports/mailer.js';
import { type NextMail, PostBox } from '#use-cases/ports/post-box.js';
import type { Sender } from '#use-cases/ports/sender.js';
import { asWorker } from '../scoped.js';
import { contentOf, MailEntity, MessageEntity } from './message.entities.js';
import { tellOffice } from './undelivered.js';
import { type Addressee, addresseeOf, isClosedFor } from './addressee.js';
import { itemOf } from './item.js';
import { officeDesk } from './office-desk.js';

/** A sender whose reminders can be answered by one press. */
export interface AnsweredSender extends Sender {
  /** Where the quick answers are given: the API's public address. */
  answersUrl?: string;
}

const TOKEN_DAYS = 30;

export class PostgresPostBox extends PostBox {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly writer: LetterWriter,
    private readonly sender: AnsweredSender,
  ) {
    super();
  }

  override async next(person: string): Promise<NextMail | undefined> {
    const { now, offsetMs } = await this.clock.read();
    return asWorker(this.database, async (manager) => {
      const begun = await manager.findOneBy(MailEntity, { personId: person, state: 'sending' });
      if (begun !== null) return { slot: begun.slot, waitMs: 0, timer: isoInstant(now - offsetMs) };
      const delivery = await this.delivery(manager, person, now);
      if (delivery === undefined) return undefined;
      const at = epochMs(delivery.at);
      return { slot: delivery.slot, waitMs: Math.max(0, at - now), timer: isoInstant(at - offsetMs) };
    });
  }

  private async delivery(manager: EntityManager, person: string, now: number) {
    const addressee = await addresseeOf(manager, person, localAt(now).date);
    if (addressee === undefined) return undefined;
    const pending = await waitingFor(manager, person);
    if (pending.length === 0) return undefined;
    // What did not arrive and goes again leaves its slot free.
    const used = await manager.find(MailEntity, {
      where: { personId: person, resentAt: IsNull() },
      select: { id: true, slot: true },
    });
    return nextDelivery(
      {
        officer: addressee.roles.some(isOfficeRole),
        mayor: addressee.roles.includes('legalRepresentative'),
        isClosed: isClosedFor(addressee),
      },
      pending.map((each) => ({
        id: each.id,
        kind: each.kind,
        deliverAt: each.deliverAt.toISOString(),
        digest: each.digest,
        ...(each.term === null ? {} : { term: each.term }),
      })),
      used.map((each) => each.slot),
      now,
    );
  }

  override async claim(person: string, slot: string): Promise<(Mail & { id: string }) | undefined> {
    const { now } = await this.clock.read();
    return asWorker(this.database, async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [person]);
      const begun = await manager.findOneBy(MailEntity, { personId: person, slot, resentAt: IsNull() });
      if (begun !== null) return begun.state === 'sending' ? this.mailOf(manager, begun) : undefined;
      await dropOvertaken(manager, person, now);
      const delivery = await this.delivery(manager, person, now);
      if (delivery === undefined || delivery.slot !== slot || epochMs(delivery.at) > now) return undefined;
      const messages = await manager.find(MessageEntity, {
        where: { id: In(delivery.messages) },
        order: { deliverAt: 'ASC', id: 'ASC' },
      });
      const addressee = await addresseeOf(manager, person, localAt(now).date);
      if (addressee === undefined) return undefined;
      const items: LetterItem[] = [];
      for (const message of messages) {
        const item = doneWithout(message.kind, addressee.wishes)
          ? 'not wanted'
          : await itemOf(manager, message, now);
        if (typeof item !== 'string') items.push(item);
        else await manager.update(MessageEntity, { id: message.id }, { state: 'skipped', why: item });
      }
      if (items.length === 0) return undefined;
      const mail = await this.write(manager, addressee, items, slot, now);
      const kept = items.map((item) => item.message.id);
      await manager.update(MessageEntity, { id: In(kept) }, { mailId: mail.id });
      return this.mailOf(manager, mail);
    });
  }

  private async write(
    manager: EntityManager,
    addressee: Addressee,
    items: LetterItem[],
    slot: string,
    now: number,
  ): Promise<MailEntity> {
    const { pagesUrl, answersUrl } = this.sender;
    // Three answers to one question: a letter with several things asks for a reply instead.
    const only = items.length === 1 ? items[0]?.message : undefined;
    const token =
      answersUrl === undefined || only === undefined ? undefined : randomBytes(24).toString('base64url');
    const desk = addressee.roles.some(isOfficeRole)
      ? await officeDesk(manager, addressee.unionId, now)
      : undefined;
    const letter = this.writer.write({
      to: { id: addressee.id, name: addressee.name, roles: addressee.roles },
      office: this.sender.office,
      items,
      ...(pagesUrl === undefined ? {} : { pages: pagesUrl }),
      ...(token === undefined ? {} : { answers: `${answersUrl}/risposte/${token}` }),
      now: localAt(now).date,
      ...(desk === undefined ? {} : { desk }),
    });
    const again = await manager.countBy(MailEntity, { personId: addressee.id, slot });
    const name = `${addressee.id}.${slot.replaceAll(':', '')}${again === 0 ? '' : `.${again}`}`;
    const mail: MailEntity = {
      id: uuid(),
      unionId: addressee.unionId,
      messageId: `${name}@${this.sender.from.address.split('@')[1] ?? 'capofila'}`,
      personId: addressee.id,
      slot,
      toAddress: addressee.email,
      subject: letter.subject,
      textBody: letter.text,
      htmlBody: letter.html,
      state: 'sending',
      attempts: 0,
      smtpCode: null,
      createdAt: new Date(now),
      sentAt: null,
      resentAt: null,
      resentBy: null,
    };
    await manager.insert(MailEntity, mail);
    if (token !== undefined && only !== undefined) {
      await manager.query(
        `insert into reminder_token (hash, union_id, message_id, person_id, expires_at) values ($1, $2, $3, $4, $5)`,
        [sha256(token), addressee.unionId, only.id, addressee.id, new Date(now + TOKEN_DAYS * 86_400_000)],
      );
    }
    return mail;
  }

  private async mailOf(manager: EntityManager, mail: MailEntity): Promise<Mail & { id: string }> {
    const addressee = await manager.query<{ name: string }[]>(`select name from person where id = $1`, [
      mail.personId,
    ]);
    return {
      id: mail.id,
      messageId: mail.messageId,
      from: this.sender.from,
      to: { name: addressee[0]?.name ?? '', address: mail.toAddress },
      replyTo: { name: this.sender.office.officeName, address: this.sender.office.email },
      date: mail.createdAt.getTime(),
      subject: mail.subject,
      text: mail.textBody,
      html: mail.htmlBody,
    };
  }

  override async settle(mailId: string, outcome: SendOutcome): Promise<void> {
    const { now } = await this.clock.read();
    await asWorker(this.database, async (manager) => {
      const mail = await manager.findOneByOrFail(MailEntity, { id: mailId });
      const code = outcome.kind === 'accepted' ? 250 : Number.parseInt(outcome.code, 10) || null;
      const state = ({ accepted: 'sent', retry: 'sending', dead: 'dead', refused: 'failed' } as const)[
        outcome.kind
      ];
      const result = {
        state,
        attempts: mail.attempts + 1,
        smtpCode: code,
        ...(state === 'sent' ? { sentAt: new Date(now) } : {}),
        // The record shows what was said; who reads it later must not find an answer's secret in it.
        ...(state === 'sending' ? {} : withoutSecrets(mail)),
      };
      await manager.update(MailEntity, { id: mailId }, result);
      if (state === 'sent') await manager.update(MessageEntity, { mailId }, { state: 'sent' });
      if (state === 'dead' || state === 'failed') {
        await manager.update(
          MessageEntity,
          { mailId },
          { state: 'failed', why: `smtp ${code ?? 'refused'}` },
        );
        await tellOffice(manager, { ...mail, ...result, state }, now);
      }
    });
  }

  override async giveUp(person: string, slot: string): Promise<void> {
    const mail = await asWorker(this.database, (manager) =>
      manager.findOneBy(MailEntity, { personId: person, slot, state: 'sending' }),
    );
    if (mail !== null) await this.settle(mail.id, { kind: 'refused', code: 'timeout', response: '' });
  }
}

function withoutSecrets({ textBody, htmlBody }: MailEntity): Pick<MailEntity, 'textBody' | 'htmlBody'> {
  const hidden = (text: string) => text.replaceAll(/\/risposte\/[\w-]+/g, '/risposte/...');
  return { textBody: hidden(textBody), htmlBody: hidden(htmlBody) };
}

/** In the order in which it was decided. */
function waitingFor(manager: EntityManager, person: string): Promise<MessageEntity[]> {
  return manager.find(MessageEntity, {
    where: { personId: person, state: 'pending', mailId: IsNull() },
    order: { decidedAt: 'ASC', id: 'ASC' },
  });
}

async function dropOvertaken(manager: EntityManager, person: string, now: number): Promise<void> {
  const waiting = (await waitingFor(manager, person)).map((each) => ({
    id: each.id,
    ...contentOf(each),
    application: each.applicationId,
    deliverAt: each.deliverAt.toISOString(),
    ...(each.term === null ? {} : { term: each.term }),
  }));
  const ids = overtaken(waiting, now);
  if (ids.length === 0) return;
  const why = `superseded on ${localAt(now).date}`;
  await manager.update(MessageEntity, { id: In(ids) }, { state: 'skipped', why });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
