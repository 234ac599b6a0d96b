import { Injectable } from '@nestjs/common';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { Clock } from '../clock.js';
import { type GivenRole, type ListedPerson, People } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demandAfter, demandRole } from './demand-people.js';
import { demand, unseen } from './demand.js';
import { THIS_ROLE, writtenOver } from './written-over.js';

/** A change of person: a new mayor, a RUP named for an application, a secretary who leaves. */
@Injectable()
export class ChangeMandate {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal of `demand`; `PER-02` for a role the body cannot have; `PER-05` closed account; `PER-06` twice;
   * `PER-10` another body's application; `PER-17` when another person changed the role that it replaces; `PER-19` when it does not begin after it.
   */
  async give(actor: Actor, acting: ActingFor, person: string, role: GivenRole): Promise<void> {
    const found = await this.found(actor, person);
    demandRole(actor, acting, role, await this.people.bodyKinds(actor.person));
    if (!found.active) {
      throw new Refusal('PER-05', 'Questa utenza è chiusa: registra di nuovo la persona.');
    }
    if (role.replaces !== undefined) demandAfter(role, await this.people.list(actor.person));
    const done = await this.people.giveRole(actor.person, person, role);
    switch (done) {
      case 'given':
        return;
      case 'held':
        throw new Refusal('PER-06', 'Questa persona ha già questo incarico da quel giorno: non serve altro.');
      case 'notOfBody':
        throw new Refusal('PER-10', 'Questa candidatura non è di questo ente: scegli una delle sue.');
      default:
        throw await writtenOver(this.clock, THIS_ROLE, done);
    }
  }

  /**
   * Sets the last day of a role; the mandate goes on past it until somebody takes the role.
   * @param seen version of the role as it was read; undefined: written all the same.
   * @throws Refusal of `demand`; `PER-07` for a last day before the first; `PER-17` when another person was quicker.
   */
  async end(
    actor: Actor,
    acting: ActingFor,
    person: string,
    membership: string,
    to: LocalDate,
    seen: number | undefined,
  ): Promise<void> {
    const found = await this.found(actor, person);
    const role = found.memberships.find((each) => each.id === membership);
    if (role === undefined) throw unseen();
    demand(can(actor, 'managePeople', { union: actor.union, bodies: [role.body] }, acting));
    if (to < role.from) {
      throw new Refusal(
        'PER-07',
        `L’incarico è cominciato il ${role.from}: scrivi un ultimo giorno che non venga prima.`,
      );
    }
    const done = await this.people.endRole(actor.person, membership, to, seen);
    if (done !== 'ended') throw await writtenOver(this.clock, THIS_ROLE, done);
  }

  private async found(actor: Actor, person: string): Promise<ListedPerson> {
    const found = await this.people.find(actor.person, person);
    if (found === undefined) throw unseen();
    return found;
  }
}
