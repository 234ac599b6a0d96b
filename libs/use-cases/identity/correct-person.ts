import { Injectable } from '@nestjs/common';
import { type ActingFor, type Actor } from '#domain/access/can.js';
import { unionStanding } from '#domain/access/standing.js';
import { Clock } from '../clock.js';
import { AccountPost } from '../ports/account-post.js';
import { People, type PersonContacts } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demandEvery } from './demand-people.js';
import { unseen } from './demand.js';
import { writtenOver } from './written-over.js';

/** Corrects the name of a person and how to reach them. */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly people: People,
    private readonly post: AccountPost,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever has an account's address can come in by code, so the address of somebody who has come in already is
   * corrected by the head of office only, and the old address is told.
   * @param by name of who corrects, as the mail to the old address says it.
   * @param seen version of the contacts as they were read; undefined: written all the same.
   * @throws Refusal of `demand`; `PER-01` when the address has an account; `PER-05` closed account; `PER-14` for the
   * address of somebody who has come in; `PER-17` when another person was quicker.
   */
  async run(
    actor: Actor,
    acting: ActingFor,
    by: string,
    person: string,
    right: PersonContacts,
    seen: number | undefined,
  ): Promise<void> {
    const found = await this.people.find(actor.person, person);
    if (found === undefined) throw unseen();
    demandEvery(actor, 'managePeople', acting, found);
    if (!found.active) {
      throw new Refusal('conflict', 'PER-05', 'Questa utenza è chiusa: registra di nuovo la persona.');
    }
    const moves = found.email !== right.email;
    const joined = found.access === null || found.access.state === 'joined';
    if (moves && joined && !unionStanding(actor.memberships, actor.unionBody).headOfOffice) {
      throw new Refusal(
        'forbidden',
        'PER-14',
        'Questa persona è già entrata con il suo indirizzo e-mail: per cambiarlo chiama l’ufficio ICT dell’Unione.',
      );
    }
    const done = await this.people.correct(actor.person, person, right, seen);
    if (done === 'emailTaken') {
      throw new Refusal(
        'conflict',
        'PER-01',
        'Questo indirizzo e-mail ha già un’utenza: cerca la persona nell’elenco.',
      );
    }
    if (done !== 'corrected') throw await writtenOver(this.clock, 'i recapiti di questa persona', done);
    // Not waited for: the correction stands whatever a mail server says of an address that may never have existed.
    if (moves && joined && found.email !== null) {
      void this.post.sendAddressReplaced({ name: right.name, address: found.email }, { by });
    }
  }
}
