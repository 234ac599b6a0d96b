import { Injectable } from '@nestjs/common';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { People } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demand, unseen } from './demand.js';

/**
 * Closes the account of somebody who left, and opens it again when that was a mistake or the person comes back. Roles
 * and facts stay as they are: who has left holds no role any more for as long as the account is closed.
 */
@Injectable()
export class CloseAccount {
  constructor(private readonly people: People) {}

  /**
   * Password, sessions, keys, codes and invitations end at once.
   * @throws Refusal of `demand`; `PER-11` for oneself; `PER-12` when it is closed already.
   */
  async close(actor: Actor, acting: ActingFor, person: string): Promise<void> {
    await this.demandAbout(actor, acting, person);
    if (person === actor.person) {
      throw new Refusal('PER-11', 'Non puoi chiudere la tua utenza: chiedilo a un altro responsabile.');
    }
    if (await this.people.closeAccount(actor.person, person)) return;
    throw new Refusal('PER-12', 'Questa utenza è già chiusa: non serve altro.');
  }

  /**
   * The person comes in again with a new invitation only.
   * @throws Refusal of `demand`; `PER-13` when it is open, or the person's data were erased.
   */
  async reopen(actor: Actor, acting: ActingFor, person: string): Promise<void> {
    await this.demandAbout(actor, acting, person);
    if (await this.people.reopenAccount(actor.person, person)) return;
    throw new Refusal(
      'PER-13',
      'Questa utenza è aperta, oppure i suoi dati sono stati cancellati: controlla l’elenco.',
    );
  }

  private async demandAbout(actor: Actor, acting: ActingFor, person: string): Promise<void> {
    demand(can(actor, 'closeAccount', { union: actor.union, bodies: [] }, acting));
    if ((await this.people.find(actor.person, person)) === undefined) throw unseen();
  }
}
