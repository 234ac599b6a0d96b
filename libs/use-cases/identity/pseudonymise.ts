import { Injectable } from '@nestjs/common';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { People } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demand, unseen } from './demand.js';

/**
 * Erases who a person was, not what was done (art. 17 GDPR): facts carry ids only and their chains keep verifying,
 * because names and free text are hashed apart.
 */
@Injectable()
export class Pseudonymise {
  constructor(private readonly people: People) {}

  /** @throws Refusal of `demand`; `PER-04` for oneself. A person unknown or of others is `ACC-404`. */
  async run(actor: Actor, acting: ActingFor, person: string): Promise<void> {
    demand(can(actor, 'pseudonymise', { union: actor.union, bodies: [] }, acting));
    if (person === actor.person) {
      throw new Refusal(
        'PER-04',
        'Non puoi cancellare i tuoi dati da qui: chiedilo a un altro responsabile.',
      );
    }
    if ((await this.people.find(actor.person, person)) === undefined) throw unseen();
    await this.people.pseudonymise(actor.person, person);
  }
}
