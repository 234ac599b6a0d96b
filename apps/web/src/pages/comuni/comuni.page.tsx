import { capital } from '#domain/italian/sentence.js';
import { Link, useSearch } from '@tanstack/react-router';
import type { RegisteredBody } from '#contracts/registry.js';
import { roleInWords } from '#domain/people/role-words.js';
import type { Role } from '#domain/people/role.js';
import { type KnownRegistry, useRegistry } from '../../api/queries/registry.js';
import { ComuniCsv, type View } from './comuni-csv.js';
import { Waiting } from '../../ui/waiting.js';
import { meansInWords, Warnings, warningsHere } from '../../parts/people/means.js';
import { peopleOfBody } from '../../parts/people/of-body.js';
import { Page } from '../../ui/page.js';
import { Views } from '../../ui/views.js';
import { yearDayInWords } from '../../ui/dates.js';
import { words } from '../../words/index.js';
import { slugOf } from '#domain/desk/slug.js';
import {
  agreementInWords,
  newestResidents,
  periodInWords,
  residentsInWords,
} from '../../parts/comune/words-of-body.js';

const say = words.comuni;

/** Roles that every comune needs before a call. */
const NEEDED: readonly Role[] = ['legalRepresentative', 'secretary', 'referent'];

/** The comuni of the union: who they are, who works there, what is missing. */
export function ComuniPage() {
  const { vista = 'registro' } = useSearch({ from: '/shell/comuni' });
  const { data, waiting } = useRegistry();
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={data === undefined ? undefined : <ComuniCsv view={vista} known={data} />}
    >
      <Views label={say.viewsLabel} views={say.views} current={vista} />
      {data === undefined ? <Waiting query={waiting} /> : <Table view={vista} known={data} />}
    </Page>
  );
}

function Table({ view, known }: { view: View; known: KnownRegistry }) {
  const { head, cells } = COLUMNS[view];
  return (
    <table className="table-plain">
      <thead>
        <tr>
          <th scope="col">{say.body}</th>
          {head.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {known.union.bodies.map((body) => (
          <tr key={body.id}>
            <th scope="row">
              <Link to="/comuni/$comune" params={{ comune: slugOf(body.name) }}>
                {body.name}
              </Link>
            </th>
            {cells(body, known).map((each, n) => (
              <td key={head[n]} data-label={head[n]}>
                {each}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Columns {
  head: readonly string[];
  cells: (body: RegisteredBody, known: KnownRegistry) => React.ReactNode[];
}

const COLUMNS: Readonly<Record<View, Columns>> = {
  registro: {
    head: [say.residents, say.patronDay, say.closed],
    cells: (body) => [
      <Counted key="residents" body={body} />,
      body.patronDay === undefined ? say.noPatronDay : yearDayInWords(body.patronDay),
      body.closedPeriods.length === 0 ? say.noClosed : body.closedPeriods.map(periodInWords).join('; '),
    ],
  },
  persone: {
    head: [...NEEDED.map((role) => capital(roleInWords(role))), say.missing],
    cells: (body, { people, on }) => {
      const here = peopleOfBody(people, body.id, on);
      const holding = (role: Role) =>
        here.filter(({ roles }) =>
          roles.some((each) => each.role === role && (each.state === 'now' || each.state === 'continued')),
        );
      const names = NEEDED.map((role) =>
        body.kind === 'union'
          ? '—'
          : holding(role)
              .map((each) => each.person.name)
              .join(', ') || '—',
      );
      const missing =
        body.kind === 'comune' ? NEEDED.filter((role) => holding(role).length === 0).map(roleInWords) : [];
      return [...names, missing.length === 0 ? say.nothingMissing : missing.map(say.nobody).join(', ')];
    },
  },
  abilitazioni: {
    head: [words.people.capability.kind, say.missing],
    cells: (body, { people, on }) => {
      const here = peopleOfBody(people, body.id, on).filter(({ current }) => current);
      return [
        <ul key="means" className="plain">
          {here
            .filter(({ person }) => meansInWords(person, on).length > 0)
            .map(({ person }) => (
              <li key={person.id}>
                {person.name}: {meansInWords(person, on).join('; ')}
              </li>
            ))}
        </ul>,
        <Warnings
          key="warnings"
          of={here.flatMap((each) =>
            warningsHere(each, on).map((warning) => `${each.person.name}, ${warning}`),
          )}
        />,
      ];
    },
  },
  servizi: {
    head: [say.agreements],
    cells: (body) => [
      body.agreements.length === 0 ? (
        say.noAgreements
      ) : (
        <ul key="agreements" className="plain">
          {body.agreements.map((each) => (
            <li key={`${each.function} ${each.from}`}>
              {agreementInWords(each)}
              {each.confirmed ? '' : ` (${say.toConfirm})`}
            </li>
          ))}
        </ul>
      ),
    ],
  },
};

function Counted({ body }: { body: RegisteredBody }) {
  const newest = newestResidents(body);
  if (newest === undefined) return body.kind === 'union' ? '—' : say.noResidents;
  return `${residentsInWords(newest)}${newest.confirmed ? '' : ` (${say.toConfirm})`}`;
}
