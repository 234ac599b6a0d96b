import { Injectable } from '@nestjs/common';
import type { DemoMail, DemoMailLine, DemoMailsQuery } from '#contracts/demo.js';
import { localAt } from '#domain/calendar/local-date.js';
import { DemoMails, type KeptMail } from '../ports/demo-mails.js';
import { Refusal } from '../refusal.js';

/** Mails of one answer at most. */
const MOST = 200;

/** "Posta dimostrativa": what the product sent to the demo's invented people. */
@Injectable()
export class ReadDemoMails {
  constructor(private readonly mails: DemoMails) {}

  /** The newest first. */
  async list({ to, after = 0 }: DemoMailsQuery): Promise<DemoMailLine[]> {
    const all = await this.mails.list();
    return all
      .filter((mail) => mail.number > after && (to === undefined || mail.to.includes(to)))
      .slice(-MOST)
      .toReversed()
      .map(lineOf);
  }

  /** @throws Refusal `POSTA-404`. */
  async read(number: number): Promise<DemoMail> {
    const mail = (await this.mails.list()).find((each) => each.number === number);
    const content = mail === undefined ? undefined : await this.mails.content(number);
    if (mail === undefined || content === undefined) {
      throw new Refusal('POSTA-404', 'Questa e-mail non c’è: torna all’elenco della posta.');
    }
    return { ...lineOf(mail), ...content };
  }
}

function lineOf({ number, date, to, subject }: KeptMail): DemoMailLine {
  const { date: on, time } = localAt(Date.parse(date));
  return { number, on, at: time.slice(0, 5), to: to.join(', '), subject };
}
