import type { ListedCall } from '#contracts/calls.js';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { hasWords } from '../../parts/application/contains.js';
import { callsQuery, isOver } from '../../api/queries/call.js';
import { Answer } from '../../ui/answer.js';
import { ButtonLink } from '../../ui/button.js';
import { askedOf, TextFilter } from '../../ui/filters.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.register;

/** An extension leads to the form of the call that it is about; a call that came out, to its launch. */
export function AmendmentPage() {
  const query = useQuery(callsQuery);
  return (
    <Page title={say.amendment} lead={say.amendmentLead}>
      <section className="part" aria-labelledby="proroga">
        <h2 id="proroga">{say.extended}</h2>
        <Answer query={query}>
          {({ calls }) =>
            calls.length === 0 ? <p className="empty">{say.noCallYet}</p> : <Extended calls={calls} />
          }
        </Answer>
      </section>
      <section className="part" aria-labelledby="nuovo">
        <h2 id="nuovo">{say.newCall}</h2>
        <p>
          {say.newCallWhat} {say.newCallLater}
        </p>
        <div className="form-actions">
          <ButtonLink to="/avvisi/nuovo" search={{}}>
            {say.launch}
          </ButtonLink>
          <ButtonLink to="/avvisi/visti/nuovo" tone="secondary">
            {words.noted.title}
          </ButtonLink>
        </div>
      </section>
    </Page>
  );
}

/** Those that run first; the address keeps what was typed, so that the way back finds it. */
function Extended({ calls }: { calls: readonly ListedCall[] }) {
  const asked = askedOf(useSearch({ strict: false }), { q: 'text' });
  const typed = String(asked['q'] ?? '');
  const found = [...calls.filter((each) => !isOver(each)), ...calls.filter(isOver)].filter((each) =>
    hasWords(`${each.title} ${each.number}`, typed),
  );
  return (
    <>
      <TextFilter label={say.searchCall} hint={say.searchCallHint} name="q" asked={asked} />
      {found.length === 0 && <p className="empty">{say.noCallFound}</p>}
      <ul className="lines">
        {found.map((call) => (
          <li key={call.id} className="line">
            <div className="line-what">
              <h3>
                <Link to="/avvisi/$call" params={{ call: call.slug }} search={{ atto: 'extension' }}>
                  {call.title}
                </Link>
              </h3>
              <p className="line-meta">
                <span>{call.number}</span>
                <span>{isOver(call) ? say.callOver : words.calls.count(call.applications, call.ended)}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
