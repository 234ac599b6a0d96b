import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ActingFor, Actor } from '#domain/access/can.js';
import { Clock } from '../clock.js';
import { AccountPost } from '../ports/account-post.js';
import { Accounts } from '../ports/accounts.js';
import type { MailAddress } from '../ports/mailer.js';
import { type NewPerson, People } from '../ports/people.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';
import { demandAfter, demandEvery, demandRole } from './demand-people.js';
import { unseen } from './demand.js';
import { THIS_ROLE, writtenOver } from './written-over.js';

/** Days in which an invitation may be used. */
export const INVITATION_DAYS = 7;

/** Milliseconds for which who invites waits for the mail server. */
const MAIL_PATIENCE_MS = 5_000;

/** Who invites and into which union, in words. */
export interface Inviting {
  readonly name: string;
  readonly union: string;
}

/** An invitation that was made. Its link goes by mail; who invites may hand the secret over too. It is kept nowhere. */
export interface Invited {
  readonly person: string;
  readonly secret: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
  /** The mail server has taken the mail with the link. */
  readonly mailed: boolean;
}

/** Opens accounts: nobody has one without an invitation. */
@Injectable()
export class Invite {
  constructor(
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
    private readonly post: AccountPost,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters a new person with roles, and invites.
   * @param by who invites, as the mail says it.
   * @throws Refusal of `demand`; `PER-01` when the address has an account; `PER-02` for a role that the body cannot have;
   * `PER-17` when another person changed the role that it replaces.
   */
  async newPerson(actor: Actor, acting: ActingFor, by: Inviting, person: NewPerson): Promise<Invited> {
    const kinds = await this.people.bodyKinds(actor.person);
    for (const role of person.memberships) demandRole(actor, acting, role, kinds);
    const replacing = person.memberships.filter((each) => each.replaces !== undefined);
    const listed = replacing.length === 0 ? [] : await this.people.list(actor.person);
    for (const role of replacing) demandAfter(role, listed);
    const { secret, hash } = this.secrets.make();
    const email = person.email.trim().toLowerCase();
    const added = await this.people.addInvited(
      actor.person,
      { ...person, email },
      { hash, days: INVITATION_DAYS },
    );
    if (added === 'emailTaken') {
      throw new Refusal(
        'PER-01',
        'Questo indirizzo e-mail ha già un’utenza: cerca la persona nell’elenco e invitala da lì.',
      );
    }
    if ('changes' in added) throw await writtenOver(this.clock, THIS_ROLE, added);
    const mailed = await this.mailed({ name: person.name, address: email }, secret, by);
    return { secret, ...added, mailed };
  }

  /**
   * Invites a person who is there already. One who has a password gets a new one that way, so only the head of office
   * may do it: an invitation handed to the wrong hands opens the account.
   * @throws Refusal of `demand`; `PER-03` when the person has a password and the actor is not the head of office;
   * `PER-05` when the account is closed.
   */
  async again(actor: Actor, acting: ActingFor, by: Inviting, person: string): Promise<Invited> {
    const found = await this.people.find(actor.person, person);
    if (found === undefined) throw unseen();
    demandEvery(actor, 'invite', acting, found);
    if (!found.active) {
      throw new Refusal('PER-05', 'Questa utenza è chiusa: registra di nuovo la persona.');
    }
    if (acting.actingBody !== actor.unionBody && (await this.accounts.hasPassword(actor.person, person))) {
      throw new Refusal(
        'PER-03',
        'Questa persona ha già una password: se l’ha dimenticata, il nuovo invito lo fa il responsabile dell’ufficio ICT.',
      );
    }
    const { secret, hash } = this.secrets.make();
    const invitation = await this.people.invite(actor.person, person, { hash, days: INVITATION_DAYS });
    const { name, email } = found;
    const mailed = email !== null && (await this.mailed({ name, address: email }, secret, by));
    return { person, secret, ...invitation, mailed };
  }

  /** Who invites waits for the mail server a little; a slow one goes on without being waited for. */
  private async mailed(to: MailAddress, invitation: string, by: Inviting): Promise<boolean> {
    const said = { invitation, by: by.name, union: by.union, days: INVITATION_DAYS };
    const patience = new AbortController();
    const sent = this.post.sendInvitation(to, said);
    const waited = delay(MAIL_PATIENCE_MS, false, { signal: patience.signal }).catch(() => false);
    const mailed = await Promise.race([sent, waited]);
    patience.abort();
    return mailed;
  }
}
