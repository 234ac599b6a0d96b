import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../api/me.js';
import { Answer } from '../ui/answer.js';
import { ButtonLink } from '../ui/button.js';
import { CsvButton } from '../ui/csv-button.js';
import { Page } from '../ui/page.js';
import { words } from '../words/index.js';
import { callsQuery, isOver, type ListedCall } from './calls-query.js';

const say = words.calls;

/** The calls that were launched, those that still run first. */
export function CallsPage() {
  const query = useQuery(callsQuery);
  const { desk } = useMe();
  const listed = query.data?.calls ?? [];
  const actions = (
    <>
      {listed.length > 0 && (
        <CsvButton
          name={say.file}
          head={say.csv}
          rows={() => listed.map((each) => [each.number, each.title, each.applications, each.ended])}
        />
      )}
      {desk === 'office' && <ButtonLink to="/avvisi/nuovo">{say.launch}</ButtonLink>}
    </>
  );
  return (
    <Page title={say.title} actions={actions}>
      <Answer query={query}>
        {({ calls }) => {
          if (calls.length === 0) {
            return (
              <div className="empty">
                <p>
                  {say.empty} {desk === 'office' && say.emptyWhat}
                </p>
              </div>
            );
          }
          return (
            <>
              <Calls title={say.running} id="in-corso" calls={calls.filter((each) => !isOver(each))} />
              <Calls title={say.over} id="conclusi" calls={calls.filter(isOver)} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Calls({ title, id, calls }: { title: string; id: string; calls: readonly ListedCall[] }) {
  if (calls.length === 0) return null;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="lines">
        {calls.map((call) => (
          <li key={call.id} className="line">
            <div className="line-what">
              <h3>
                <Link to="/avvisi/$call" params={{ call: call.slug }}>
                  {call.title}
                </Link>
              </h3>
              <p className="line-meta">
                <span>{call.number}</span>
                <span>{say.count(call.applications, call.ended)}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
