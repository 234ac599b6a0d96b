import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import type { Waiting } from '#domain/post/next-post.js';
import type { DeskRows } from '#use-cases/ports/letter-writer.js';
import {
  type AnswerToken,
  type LoadedPost,
  type MailRow,
  MailStore,
  type MailTransaction,
  type MessageCase,
  type PostChanges,
  type ToWords,
  type TriedMail,
} from '#use-cases/ports/mail-store.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { definitionOf } from '../call/definition-of.js';
import { assignmentsOfApplication } from '../people/assignments.js';
import { peopleOf, postPeople } from '../people/post-people.js';
import { factsOf, lockStream } from '../record/load-case.js';
import { reasonOf } from '../record/reason.js';
import { asWorker } from '../scoped.js';
import { queueWake } from '../wake/wake.js';
import { insertMessages } from './insert-messages.js';
import { MailEntity, MessageEntity, toDecision } from './message.entities.js';
import { officeDesk } from './office-desk.js';

/** Messages and mails in PostgreSQL, in the worker's sight. */
export class PostgresMailStore extends MailStore {
  constructor(private readonly database: DataSource) {
    super();
  }

  override transact<T>(work: (on: MailTransaction) => Promise<T>): Promise<T> {
    return asWorker(this.database, (manager) => work(new PostgresMailTransaction(manager)));
  }
}

class PostgresMailTransaction implements MailTransaction {
  constructor(private readonly manager: EntityManager) {}

  async lock(person: string): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [person]);
  }

  async load(id: string): Promise<LoadedPost | undefined> {
    const { manager } = this;
    const [person]: LoadedPost['person'][] = await manager.query(
      `select id, union_id as "unionId", name, email from person where id = $1`,
      [id],
    );
    if (person === undefined) return undefined;
    const begun = await manager.findOneBy(MailEntity, { personId: id, state: 'sending' });
    const waiting = await manager.find(MessageEntity, {
      where: { personId: id, state: 'pending', mailId: IsNull() },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
    // Whoever has nothing to be told needs no hour.
    const used =
      waiting.length === 0
        ? []
        : await manager.find(MailEntity, {
            where: { personId: id, state: Not('dropped' as const), resentAt: IsNull() },
            select: { id: true, slot: true },
          });
    return {
      person,
      people: await postPeople(manager, [id]),
      waiting: waiting.map(toDecision),
      used: used.map((each) => each.slot),
      ...(begun === null ? {} : { begun }),
    };
  }

  async sleptOver(union: string, before: number): Promise<number | undefined> {
    const rows: { latest: Date | null }[] = await this.manager.query(
      `select max(next_moment) as latest from application
        where union_id = $1 and next_moment < $2 and not ended`,
      [union, new Date(before)],
    );
    return rows[0]?.latest?.getTime();
  }

  async mailAt(person: string, slot: string): Promise<MailRow | undefined> {
    const state = Not('dropped' as const);
    const mail = await this.manager.findOneBy(MailEntity, {
      personId: person,
      slot,
      state,
      resentAt: IsNull(),
    });
    return mail ?? undefined;
  }

  async inMail(mail: string): Promise<Waiting[]> {
    const messages = await this.manager.find(MessageEntity, {
      where: { mailId: mail },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
    return messages.map(toDecision);
  }

  countAt(person: string, slot: string): Promise<number> {
    return this.manager.countBy(MailEntity, { personId: person, slot });
  }

  async cases(messages: readonly string[]): Promise<MessageCase[]> {
    const rows = await this.manager.find(MessageEntity, {
      where: { id: In([...messages]) },
      order: { deliverAt: 'ASC', id: 'ASC' },
    });
    const cases: MessageCase[] = [];
    for (const row of rows) cases.push(await this.caseOf(row));
    return cases;
  }

  private async caseOf(row: MessageEntity): Promise<MessageCase> {
    const { manager } = this;
    const stream = await lockStream(manager, row.applicationId, 'share');
    const { id, callId, number } = await manager.findOneByOrFail(ApplicationEntity, {
      id: row.applicationId,
    });
    const definition = await definitionOf(manager, callId);
    return {
      message: toDecision(row),
      application: id,
      definition,
      facts: await factsOf(manager, id),
      callFacts: await factsOf(manager, callId),
      number,
      chainHead: stream?.head ?? '',
      people: await assignmentsOfApplication(manager, id),
    };
  }

  async words({ application, message, people }: MessageCase): Promise<ToWords> {
    const { manager } = this;
    const [row]: { name: string }[] = await manager.query(
      `select b.name from application a join body b on b.id = a.applicant_id where a.id = $1`,
      [application],
    );
    const named: { id: string; name: string; phone: string | null }[] = await manager.query(
      `select id, name, phone from person where id = any ($1) and deactivated_at is null order by name`,
      [peopleOf(people)],
    );
    const reason =
      message.kind === 'documentReturned' ? await reasonOf(manager, message.body.because) : undefined;
    return {
      comune: row?.name ?? '',
      named: named.map(({ phone, ...each }) => ({ ...each, ...(phone === null ? {} : { phone }) })),
      ...(reason === undefined ? {} : { reason }),
    };
  }

  desk(union: string, now: number): Promise<DeskRows> {
    return officeDesk(this.manager, union, now);
  }

  async unsettled(id: string): Promise<MailRow | undefined> {
    const mail = await this.manager.findOne(MailEntity, {
      where: { id, state: 'sending' },
      lock: { mode: 'pessimistic_write' },
    });
    return mail ?? undefined;
  }

  async about(mail: string): ReturnType<MailTransaction['about']> {
    const message = await this.manager.findOneBy(MessageEntity, { mailId: mail });
    if (message === null) return undefined;
    const application = message.applicationId;
    return { application, people: await assignmentsOfApplication(this.manager, application) };
  }

  async commit({ skipped, mail, again, wakes = [] }: PostChanges): Promise<void> {
    const { manager } = this;
    if (again?.answerToken !== undefined) await this.forgetAnswers(again.mail.id);
    const left = { state: 'skipped', mailId: null } as const;
    for (const { id, why } of skipped) await manager.update(MessageEntity, { id }, { ...left, why });
    if (mail !== undefined) {
      await manager.insert(MailEntity, mail.row);
      await manager.update(MessageEntity, { id: In(mail.messages) }, { mailId: mail.row.id });
    }
    if (again !== undefined) {
      const { id, ...changed } = again.mail;
      await manager.update(MailEntity, { id }, changed);
    }
    const token = mail?.answerToken ?? again?.answerToken;
    if (token !== undefined && token !== null) await this.keepAnswers(token);
    await queueWake(manager, 'application', [...new Set(wakes)]);
  }

  private async keepAnswers({ hash, message, person, expiresAt }: AnswerToken): Promise<void> {
    await this.manager.query(
      `insert into reminder_token (hash, union_id, message_id, person_id, expires_at)
         select $1, union_id, id, $3, $4 from message where id = $2`,
      [hash, message, person, expiresAt],
    );
  }

  /** Who has an earlier version of a mail in hand answers by the one that came instead. */
  private async forgetAnswers(mail: string): Promise<void> {
    await this.manager.query(
      `update reminder_token t set expires_at = '-infinity' from message m
        where m.id = t.message_id and m.mail_id = $1 and t.used_at is null`,
      [mail],
    );
  }

  /** Something has happened in an application of a mail, or in its call, since it was written. */
  private async changedSince(mail: string, since: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select distinct a.id from message m join application a on a.id = m.application_id
        where m.mail_id = $1
          and exists (select 1 from fact f where f.stream_id in (a.id, a.call_id) and f.recorded_at >= $2)
        order by a.id`,
      [mail, since],
    );
    return rows.map(({ id }) => id);
  }

  async settle({ mail: { id, ...result }, messages, told, since }: TriedMail): Promise<void> {
    const { manager } = this;
    if (since !== undefined) await queueWake(manager, 'application', await this.changedSince(id, since));
    await manager.update(MailEntity, { id }, result);
    if (messages !== undefined) await manager.update(MessageEntity, { mailId: id }, messages);
    await insertMessages(manager, told);
    await queueWake(
      manager,
      'post',
      told.map((each) => each.person),
    );
  }
}
