import { Injectable } from '@nestjs/common';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { APPLICATION_ROLES, isUnionRole, type Role } from '#domain/people/role.js';
import { Accounts } from '../ports/accounts.js';
import { type NewPerson, People } from '../ports/people.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';
import { demand, unseen } from './demand.js';

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
    for (const { body, role, application } of person.memberships) {
      const kind = kinds.get(body);
      if (kind === undefined) throw unseen();
      this.demandAll(actor, 'managePeople', acting, [body]);
      if (isUnionRole(role) !== (kind === 'union') || (application !== undefined && !isOfApplication(role))) {
        throw new Refusal(
          'invalid',
          'PER-02',
          'Questo incarico non esiste in questo ente: scegli l’ente o l’incarico giusto.',
        );
      }
    }
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
    this.demandAll(actor, 'invite', acting, [...new Set(found.memberships.map((each) => each.body))]);
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

  /** Every body by itself: a secretary of one comune decides nothing about a person's role in another. */
  private demandAll(
    actor: Actor,
    action: 'managePeople' | 'invite',
    acting: ActingFor,
    bodies: string[],
  ): void {
    const resources = bodies.length === 0 ? [[]] : bodies.map((body) => [body]);
    for (const each of resources) {
      demand(can(actor, action, { union: actor.union, bodies: each }, acting));
    }
  }
}

function isOfApplication(role: Role): boolean {
  return (APPLICATION_ROLES as readonly Role[]).includes(role);
}
