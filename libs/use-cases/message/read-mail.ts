import { Injectable } from '@nestjs/common';
import type { MailPage } from '#contracts/messages.js';
import type { Actor } from '#domain/access/can.js';
import { outcomeInWords } from '#domain/reminder/message-words.js';
import { isOfOffice } from '../desk/of-office.js';
import { unseen } from '../identity/demand.js';
import { MailQueries, type StoredMail } from '../ports/mail-queries.js';

/** One e-mail as it was sent; row-level security shows the own, and all to who belongs to the union. */
@Injectable()
export class ReadMail {
  constructor(private readonly queries: MailQueries) {}

  async run(actor: Actor, id: string): Promise<MailPage> {
    const mail = await this.queries.mail(actor.person, id);
    if (mail === undefined) throw unseen();
    const { person, to, subject, text, state, attempts, createdAt, sentAt, resentAt } = mail;
    return {
      id,
      person,
      to,
      subject,
      text,
      state,
      attempts,
      createdAt,
      outcome: outcomeInWords(mail),
      resend: isOfOffice(actor) ? mayResend(mail) : 'no',
      ...(sentAt === null ? {} : { sentAt }),
      ...(resentAt === null ? {} : { resentAt }),
    };
  }
}

/** What arrived, is on its way or was sent again is not sent again; a dead address only after it was changed. */
export function mayResend({ state, resentAt, address, to }: StoredMail): MailPage['resend'] {
  if ((state !== 'failed' && state !== 'dead') || resentAt !== null) return 'no';
  if (address === null) return 'noAddress';
  return state === 'dead' && address === to ? 'sameAddress' : 'may';
}
