import { Injectable } from '@nestjs/common';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { type Contact, correctable } from '#domain/access/correctable.js';
import { Clock } from '../clock.js';
import { AccountPost } from '../ports/account-post.js';
import { type ListedPerson, People, type PersonContacts } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demandEvery } from './demand-people.js';
import { demand, unseen } from './demand.js';
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
   * corrected by the head of office only, and the old address is told. Who manages nobody, a desk officer, corrects how
   * people of the comuni are reached, not who they are.
   * @param by name of who corrects, as the mail to the old address says it.
   * @param seen version of the contacts as they were read; undefined: written all the same.
   * @throws Refusal of `demand`; `PER-01` when the address has an account; `PER-05` closed account; `PER-14` for the
   * address of somebody who has come in; `PER-17` when another person was quicker; `PER-18` for the name.
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
    demandCorrection(actor, acting, found);
    if (!found.active) {
      throw new Refusal('PER-05', 'Questa utenza è chiusa: registra di nuovo la persona.');
    }
    const moves = found.email !== right.email;
    demandFields(correctableOf(actor, found), { name: found.name !== right.name, email: moves });
    const done = found.managed
      ? await this.people.correct(actor.person, person, right, seen)
      : await this.people.correctContacts(actor.person, person, right, seen);
    if (done === 'emailTaken') {
      throw new Refusal('PER-01', 'Questo indirizzo e-mail ha già un’utenza: cerca la persona nell’elenco.');
    }
    if (done !== 'corrected') throw await writtenOver(this.clock, 'i recapiti di questa persona', done);
    // Not waited for: the correction stands whatever a mail server says of an address that may never have existed.
    if (moves && hasJoined(found) && found.email !== null) {
      void this.post.sendAddressReplaced({ name: right.name, address: found.email }, { by });
    }
  }
}

/** What an actor may correct about a person who is in sight. */
export function correctableOf(actor: Actor, person: ListedPerson): readonly Contact[] {
  const { active, managed, memberships } = person;
  const bodies = memberships.map((each) => each.body);
  return correctable(actor, { active, managed, joined: hasJoined(person), bodies });
}

/** Whoever may not know how somebody comes in goes by the stricter of both. */
function hasJoined({ access }: ListedPerson): boolean {
  return access === null || access.state === 'joined';
}

/** @throws Refusal of `demand`. */
function demandCorrection(actor: Actor, acting: ActingFor, person: ListedPerson): void {
  if (person.managed) {
    demandEvery(actor, 'managePeople', acting, person);
    return;
  }
  const bodies = person.memberships.map((each) => each.body);
  demand(can(actor, 'correctContacts', { union: actor.union, bodies }, acting));
  if (person.active && correctableOf(actor, person).length === 0) {
    demand({ allowed: false, because: 'notYourRole' });
  }
}

/** @throws Refusal `PER-14` or `PER-18` for what would change and may not. */
function demandFields(may: readonly Contact[], changes: { name: boolean; email: boolean }): void {
  if (changes.email && !may.includes('email')) {
    throw new Refusal(
      'PER-14',
      'Questa persona è già entrata con il suo indirizzo e-mail: lo cambia il responsabile dell’ufficio ICT dell’Unione.',
    );
  }
  if (changes.name && !may.includes('name')) {
    throw new Refusal(
      'PER-18',
      'Puoi correggere come si raggiunge questa persona; il nome lo corregge il responsabile dell’ufficio o il segretario del Comune.',
    );
  }
}
