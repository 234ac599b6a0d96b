import { roleInWords } from '#domain/people/role-words.js';
import type { KnownRegistry } from '../../api/queries/registry.js';
import { peopleOfBody } from '../../parts/people/of-body.js';
import { CsvButton } from '../../ui/csv-button.js';
import type { CsvValue } from '../../ui/csv.js';
import { yearDayInWords } from '../../ui/dates.js';
import { words } from '../../words/index.js';
import { periodInWords } from '../../parts/comune/words-of-body.js';

const say = words.comuni;

/** What a page of the comuni shows: registry, people, means, agreements. */
export type View = keyof typeof say.views;

/** What a view of the comuni shows, as a file for Excel: one row for each count, role, means or agreement. */
export function ComuniCsv({ view, known }: { view: View; known: KnownRegistry }) {
  return (
    <CsvButton name={`${say.files[view]}-${known.on}`} head={say.csv[view]} rows={() => ROWS[view](known)} />
  );
}

const ROWS: Readonly<Record<View, (known: KnownRegistry) => CsvValue[][]>> = {
  registro: ({ union }) =>
    union.bodies.flatMap((body): CsvValue[][] => {
      const about = [
        body.patronDay === undefined ? '' : yearDayInWords(body.patronDay),
        body.closedPeriods.map(periodInWords).join('; '),
      ];
      if (body.residents.length === 0) return [[body.name, null, { day: null }, '', '', ...about]];
      return body.residents.map(({ count, on, source, confirmed }) => [
        body.name,
        count,
        { day: on },
        source,
        confirmed ? say.confirmed : say.toConfirm,
        ...about,
      ]);
    }),
  persone: ({ union, people, on }) =>
    union.bodies.flatMap((body) =>
      peopleOfBody(people, body.id, on).flatMap(({ person, roles }) =>
        roles
          .filter(({ state }) => state === 'now' || state === 'continued')
          .map(({ role, from, to }) => [
            body.name,
            person.name,
            roleInWords(role),
            { day: from },
            { day: to ?? null },
            person.email,
            person.phone,
          ]),
      ),
    ),
  abilitazioni: ({ union, people, on }) =>
    union.bodies.flatMap((body) =>
      peopleOfBody(people, body.id, on)
        .filter(({ current }) => current)
        .flatMap(({ person }) =>
          person.capabilities.map(({ kind, expiresOn }) => [
            body.name,
            person.name,
            words.people.means[kind],
            { day: expiresOn },
          ]),
        ),
    ),
  servizi: ({ union }) =>
    union.bodies.flatMap((body) =>
      body.agreements.map(({ function: what, from, to, source, confirmed }) => [
        body.name,
        say.functions[what] ?? what,
        { day: from },
        { day: to ?? null },
        source,
        confirmed ? say.confirmed : say.toConfirm,
      ]),
    ),
};
