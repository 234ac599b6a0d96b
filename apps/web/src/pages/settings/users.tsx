import { Link } from '@tanstack/react-router';
import { roleInWords } from '#domain/people/role-words.js';
import { useRegistry } from '../../api/queries/registry.js';
import { Waiting } from '../../ui/waiting.js';
import { slugOf } from '#domain/desk/slug.js';
import { CsvButton } from '../../ui/csv-button.js';
import { inRome, withArticle } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.settings.users;
const { people: said } = words;

/** Who can come in, who was invited until when, who never. */
export function Users() {
  const { data, waiting } = useRegistry();
  if (data === undefined) return <Waiting query={waiting} />;
  const { people, union, on } = data;
  const names = new Map(union.bodies.map((each) => [each.id, each.name]));
  const rolesOf = (held: (typeof people)[number]['memberships']) =>
    held.map((each) => `${roleInWords(each.role)} (${names.get(each.body) ?? ''})`).join(', ');
  return (
    <section className="part">
      <h2>{say.title}</h2>
      <p>{say.lead}</p>
      <p>{say.invite}</p>
      <ul className="links-row">
        {union.bodies.map((body) => (
          <li key={body.id}>
            <Link to="/comuni/$comune" params={{ comune: slugOf(body.name) }}>
              {body.name}
            </Link>
          </li>
        ))}
      </ul>
      <CsvButton
        name={`${say.file}-${on}`}
        head={[say.person, words.settings.own.email, say.access, say.roles]}
        rows={() =>
          people.map(({ name, email, active, access, memberships }) => [
            name,
            email,
            !active || access === null ? said.closed : said.access[access.state],
            rolesOf(memberships),
          ])
        }
      />
      <table className="table-plain">
        <thead>
          <tr>
            <th scope="col">{say.person}</th>
            <th scope="col">{say.access}</th>
            <th scope="col">{say.roles}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, active, access, memberships }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-label={say.access}>
                {!active || access === null ? said.closed : said.access[access.state]}
                {active && access?.invitedUntil !== undefined && access.state === 'invited'
                  ? `, ${said.invitedUntil(withArticle('al', inRome(access.invitedUntil).slice(0, 10), on))}`
                  : ''}
              </td>
              <td data-label={say.roles}>{rolesOf(memberships)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
