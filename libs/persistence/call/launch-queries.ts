import type { DataSource } from 'typeorm';
import { type EarlierApplication, LaunchQueries, type Prospect } from '#use-cases/ports/launch-queries.js';
import { loadAssignments } from '../people/assignments.js';
import { peopleOf, postPeople } from '../people/post-people.js';
import { isClosedOn } from '#domain/calendar/closures.js';
import { asPerson } from '../scoped.js';

/** Read in a person's name; row-level security leaves out what is not theirs. */
export class PostgresLaunchQueries extends LaunchQueries {
  constructor(private readonly database: DataSource) {
    super();
  }

  override prospects(person: string, bodies: readonly string[]): Promise<Map<string, Prospect>> {
    return asPerson(this.database, person, async (manager) => {
      const found = await loadAssignments(manager, bodies);
      const post = await postPeople(manager, [...found.values()].flatMap(peopleOf));
      return new Map(
        [...found].map(([body, people]) => [body, { people, post, isClosed: isClosedOn(people.closures) }]),
      );
    });
  }

  override earlier(person: string, measure: string): Promise<EarlierApplication[]> {
    return asPerson(this.database, person, (manager) =>
      manager.query(
        `select a.applicant_id as body, a.number, d.id as definition, e.body ->> 'shortTitle' as call, a.wait ->> 'label' as label, a.ended
           from application a
           join call c on c.id = a.call_id
           join definition d on d.id = c.definition_id and d.version = c.definition_version
           join edition e on e.id = c.edition_id
          where d.body ->> 'measure' = $1 order by a.number`,
        [measure],
      ),
    );
  }
}
