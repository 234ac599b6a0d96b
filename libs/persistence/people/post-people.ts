import type { EntityManager } from 'typeorm';
import type { Closures } from '#domain/calendar/closures.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Assignments } from '#domain/people/assignment.js';
import type { PostPeople } from '#domain/post/addressee.js';
import type { Role } from '#domain/people/role.js';

/** What `post_people` gives. */
export interface PostPeopleRow {
  memberships: {
    person: string;
    body: string;
    role: Role;
    application: string | null;
    from: LocalDate;
    to: LocalDate | null;
    closed: boolean;
  }[];
  absences: { person: string; from: LocalDate; to: LocalDate; substitute: string }[];
  bodies: { id: string; patronDay: string | null; periods: Closures['periods'] }[];
  people: { id: string; confirmations: boolean; used: string[] }[];
}

/** Everybody whom a case may write to, whoever stands in for them included. */
export function peopleOf({ memberships, absences }: Pick<Assignments, 'memberships' | 'absences'>): string[] {
  const all = [
    ...memberships.map((each) => each.person),
    ...absences.flatMap((each) => each.substitute ?? []),
  ];
  return [...new Set(all)];
}

/**
 * What says when these people are written to: what they and those for whom they stand in are, over all bodies of the
 * union. It tells no name, and is read by whoever previews a mail to somebody of another comune too.
 */
export async function postPeople(manager: EntityManager, people: readonly string[]): Promise<PostPeople> {
  const [row]: { found: PostPeopleRow }[] = await manager.query('select post_people($1::uuid[]) as found', [
    people,
  ]);
  if (row === undefined) throw new Error('post_people gave no row');
  return postPeopleOf(row.found);
}

export function postPeopleOf({
  memberships,
  absences,
  bodies,
  people: reachable,
}: PostPeopleRow): PostPeople {
  return {
    memberships: memberships.map(({ application, to, closed, ...held }) => ({
      ...held,
      ...(application === null ? {} : { application }),
      ...(to === null ? {} : { to }),
      ...(closed ? { closed } : {}),
    })),
    absences,
    closures: new Map(
      bodies.map(({ id, patronDay, periods }) => [
        id,
        { periods, ...(patronDay === null ? {} : { patronDay }) },
      ]),
    ),
    reachable: new Set(reachable.map(({ id }) => id)),
    wishes: new Map(reachable.map(({ id, confirmations }) => [id, { confirmations }])),
    used: new Map(reachable.map(({ id, used }) => [id, used])),
  };
}
