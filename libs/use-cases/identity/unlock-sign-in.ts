import { Injectable } from '@nestjs/common';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { People } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demand } from './demand.js';

/** Lets somebody try again at once, whom too many wrong passwords or codes of strangers make wait. */
@Injectable()
export class UnlockSignIn {
  constructor(private readonly people: People) {}

  /** @throws Refusal of `demand`; `PER-20` when nobody of the union has an open account of this id. */
  async run(actor: Actor, acting: ActingFor, person: string): Promise<void> {
    demand(can(actor, 'closeAccount', { union: actor.union, bodies: [] }, acting));
    if (await this.people.unlockSignIn(actor.person, person)) return;
    throw new Refusal('PER-20', 'Questa utenza è chiusa: riaprila, e invita la persona di nuovo.');
  }
}
