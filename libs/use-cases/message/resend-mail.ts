import { superseded } from '#domain/reminder/not-sent.js';
import { Injectable } from '@nestjs/common';
import { type Actor, can } from '#domain/access/can.js';
import { localAt } from '#domain/calendar/local-date.js';
import { overtaken } from '#domain/post/only-latest.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { MailQueries } from '../ports/mail-queries.js';
import { Refusal } from '../refusal.js';
import { mayResend } from './read-mail.js';

/**
 * A failed e-mail goes again as a new one: its messages wait once more, and whatever holds when the hour comes decides
 * as ever. What arrived meanwhile about the same thing is not told twice.
 */
@Injectable()
export class ResendMail {
  constructor(
    private readonly queries: MailQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `POSTA-01` to `POSTA-04` when sending it again would be wrong or useless. */
  async run(actor: Actor, actingBody: string, id: string): Promise<void> {
    const mail = await this.queries.mail(actor.person, id);
    if (mail === undefined) throw unseen();
    demand(can(actor, 'resendMail', { union: actor.union, bodies: [] }, { actingBody }));
    switch (mayResend(mail)) {
      case 'no':
        throw notAgain();
      case 'noAddress':
        throw new Refusal(
          'POSTA-02',
          `${mail.person.name} non ha un indirizzo e-mail: scrivilo nella sua scheda, poi manda di nuovo.`,
        );
      case 'sameAddress':
        throw new Refusal(
          'POSTA-03',
          `L’indirizzo ${mail.to} non funziona: correggilo nella scheda di ${mail.person.name}, poi manda di nuovo.`,
        );
      case 'may':
        break;
    }
    const { failed, arrived } = await this.queries.failedOf(actor.person, id);
    const now = await this.clock.now();
    const late = new Set(overtaken([...failed, ...arrived], now));
    const ids = failed.map((each) => each.id);
    const again = ids.filter((each) => !late.has(each));
    if (again.length === 0) {
      throw new Refusal(
        'POSTA-04',
        `Non serve: nel frattempo a ${mail.person.name} è arrivato un messaggio più nuovo sulla stessa cosa.`,
      );
    }
    const dropped = ids.filter((each) => late.has(each));
    const what = { to: mail.person.id, again, dropped, because: superseded(localAt(now).date) };
    if (!(await this.queries.resend(actor.person, id, what))) throw notAgain();
  }
}

function notAgain(): Refusal {
  return new Refusal(
    'POSTA-01',
    'Questa e-mail è partita o è già stata mandata di nuovo: non serve rimandarla.',
  );
}
