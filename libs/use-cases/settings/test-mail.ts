import { Injectable } from '@nestjs/common';
import type { MailTestAnswer } from '#contracts/settings.js';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { demand } from '../identity/demand.js';
import { AccountPost } from '../ports/account-post.js';
import type { SendOutcome } from '../ports/mailer.js';
import { Refusal } from '../refusal.js';

/** What to do after each answer of a mail server. */
const NEXT: Readonly<Record<SendOutcome['kind'], string>> = {
  accepted:
    'Il server di posta l’ha presa: guarda che sia arrivata, anche tra la posta indesiderata. Se non arriva entro pochi minuti, chiedi a chi gestisce la posta.',
  retry:
    'Il server di posta non l’ha presa adesso: controlla l’indirizzo del server (CAPOFILA_SMTP_URL) e che sia raggiungibile, poi riprova.',
  dead: 'Il server di posta dice che il tuo indirizzo non esiste: correggilo, poi riprova.',
  refused:
    'Il server di posta l’ha rifiutata: controlla utente, password e mittente (CAPOFILA_SMTP_URL, CAPOFILA_MAIL_FROM), poi riprova.',
};

/** Sends a mail to who asks and says what the mail server answered: the only way to know that reminders can leave. */
@Injectable()
export class TestMail {
  constructor(private readonly post: AccountPost) {}

  /** @throws Refusal of `demand`; `PER-16` for who has no address. */
  async run(
    actor: Actor,
    acting: ActingFor,
    to: { name: string; email: string | null },
  ): Promise<MailTestAnswer> {
    demand(can(actor, 'testMail', { union: actor.union, bodies: [] }, acting));
    if (to.email === null) {
      throw new Refusal(
        'PER-16',
        'Non hai un indirizzo e-mail: chiedi a un altro responsabile di scriverlo.',
      );
    }
    const outcome = await this.post.sendTest({ name: to.name, address: to.email });
    return {
      taken: outcome.kind === 'accepted',
      to: to.email,
      server: outcome.kind === 'accepted' ? outcome.response : `${outcome.code} ${outcome.response}`.trim(),
      detail: NEXT[outcome.kind],
    };
  }
}
