import { Injectable } from '@nestjs/common';
import type { PeopleAnswer, PersonAnswer } from '#contracts/identity.js';
import { type Actor, can } from '#domain/access/can.js';
import { type ListedPerson, People } from '../ports/people.js';
import { correctableOf } from './correct-person.js';
import { unseen } from './demand.js';

/** The people whom an actor may see, each as far as the actor may see them. */
@Injectable()
export class ReadPeople {
  constructor(private readonly people: People) {}

  async list(actor: Actor): Promise<PeopleAnswer> {
    const people = await this.people.list(actor.person);
    return { people: people.map((person) => shownTo(actor, person)).filter((each) => each !== undefined) };
  }

  /** @throws Refusal `ACC-404` for one that is out of sight. */
  async find(actor: Actor, id: string): Promise<PersonAnswer> {
    const person = await this.people.find(actor.person, id);
    const shown = person === undefined ? undefined : shownTo(actor, person);
    if (shown === undefined) throw unseen();
    return shown;
  }
}

/**
 * One's own page, and the people of bodies one may read. The office's people, whom everybody must be able to call, are
 * shown with name, telephone and roles only.
 */
function shownTo(actor: Actor, person: ListedPerson): PersonAnswer | undefined {
  const bodies = person.memberships.map((each) => each.body);
  const shown = { ...person, correctable: correctableOf(actor, person) };
  if (person.id === actor.person) return shown;
  if (can(actor, 'readPeople', { union: actor.union, bodies }).allowed) return shown;
  if (!bodies.includes(actor.unionBody) || actor.memberships.length === 0) return undefined;
  return { ...shown, absences: [], capabilities: [], access: null };
}
