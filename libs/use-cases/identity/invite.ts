import { Injectable } from '@nestjs/common';
import type { ActingFor, Actor } from '#domain/access/can.js';
import { Accounts } from '../ports/accounts.js';
import { type NewPerson, People } from '../ports/people.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';
import { demandEvery, demandRole } from './demand-people.js';
import { unseen } from './demand.js';

/** Days in which an invitation may be used. */
export const INVITATION_DAYS = 7;

/** An invitation that was made. The secret is handed to the person by whoever invites, and is kept nowhere. */
export interface Invited {
  readonly person: string;
  readonly secret: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** Opens accounts: nobody has one without an invitation. */
@Injectable()
export class Invite {
  constructor(
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Enters a new person with roles, and invites.
   * @throws Refusal of `demand`; `PER-01` when the address has an account; `PER-02` for a role that the body cannot have.
   */
  async newPerson(actor: Actor, acting: ActingFor, person: NewPerson): Promise<Invited> {
    const kinds = await this.people.bodyKinds(actor.person);
    for (const role of person.memberships) demandRole(actor, acting, role, kinds);
    const { secret, hash } = this.secrets.make();
    const added = await this.people.addInvited(
      actor.person,
      { ...person, email: person.email.trim().toLowerCase() },
      { hash, days: INVITATION_DAYS },
    );
    if (added === 'emailTaken') {
      throw new Refusal(
        'conflict',
        'PER-01',
        'Questo indirizzo e-mail ha già un’utenza: cerca la persona nell’elenco e invitala da lì.',
      );
    }
    return { secret, ...added };
  }

  /**
   * Invites a person who is there already. One who has a password gets a new one that way, so only the head of office
   * may do it: an invitation handed to the wrong hands opens the account.
   * @throws Refusal of `demand`; `PER-03` when the person has a password and the actor is not the head of office;
   * `PER-05` when the account is closed.
   */
  async again(actor: Actor, acting: ActingFor, person: string): Promise<Invited> {
    const found = await this.people.find(actor.person, person);
    if (found === undefined) throw unseen();
    demandEvery(actor, 'invite', acting, found);
    if (!found.active) {
      throw new Refusal('conflict', 'PER-05', 'Questa utenza è chiusa: registra di nuovo la persona.');
    }
    if (acting.actingBody !== actor.unionBody && (await this.accounts.hasPassword(actor.person, person))) {
      throw new Refusal(
        'forbidden',
        'PER-03',
        'Questa persona ha già una password: se l’ha dimenticata, il nuovo invito lo fa il responsabile dell’ufficio ICT.',
      );
    }
    const { secret, hash } = this.secrets.make();
    const invitation = await this.people.invite(actor.person, person, { hash, days: INVITATION_DAYS });
    return { person, secret, ...invitation };
  }
}
