import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoundLine, Today } from '#contracts/desk.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { nearDay } from '../../ui/dates.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.today;

/**
 * The Monday round: ten minutes in which somebody looks at the platforms, the only way to learn what they know. Each
 * tick is a fact with who and when.
 */
export function Round({ round, on }: { round: Today['round']; on: string }) {
  const [early, setEarly] = useState(false);
  const { unionBody } = useMe();
  const tick = useMutation<unknown, Problem, readonly RoundLine[]>({
    mutationFn: (lines) =>
      ask('POST /round', {
        body: { actingBody: unionBody, applications: lines.map((each) => each.application.id) },
      }),
  });
  const left = round.lines.filter((each) => each.due || early);
  if (round.lines.length === 0) return null;
  return (
    <section className="part" aria-labelledby="giro">
      <h2 id="giro" tabIndex={-1}>
        {say.sections.round}
      </h2>
      {left.length === 0 ? (
        <>
          <Notice kind="success">{say.roundDone}</Notice>
          <Button tone="quiet" onClick={() => setEarly(true)}>
            {say.emptyRound}
          </Button>
        </>
      ) : (
        <>
          <p>{say.roundLead}</p>
          {tick.error !== null && <ProblemNotice problem={tick.error} />}
          <ul className="lines">
            {left.map((line) => (
              <li className="line" key={line.application.id}>
                <div className="line-what">
                  <h3>
                    {line.applicant} · {line.call}
                  </h3>
                  <p>
                    {line.label}: {line.sentence}
                  </p>
                  {line.lastChecked !== null && (
                    <p className="line-meta">{say.checked(nearDay(line.lastChecked, on))}</p>
                  )}
                </div>
                <div className="line-acts">
                  <Button
                    small
                    tone="secondary"
                    busy={tick.isPending}
                    label={say.noNewsLabel(line.applicant, line.call)}
                    onClick={() => tick.mutate([line])}
                  >
                    {say.noNews}
                  </Button>
                  <News line={line} />
                </div>
              </li>
            ))}
          </ul>
          <Button busy={tick.isPending} onClick={() => tick.mutate(left)}>
            {say.noNewsAll(left.length)}
          </Button>
        </>
      )}
    </section>
  );
}

/** What the platform may show: each opens its form on the application's page. */
function News({ line: { application, applicant, call, news } }: { line: RoundLine }) {
  return (
    <details className="now-other round-news">
      <summary aria-label={say.newsLabel(applicant, call)}>{say.news}</summary>
      <ul>
        {news.map(({ milestone, outcome, label }) => (
          <li key={`${milestone} ${outcome ?? ''}`}>
            <Link
              to="/candidature/$application"
              params={{ application: application.slug }}
              search={{ registra: milestone, ...(outcome === undefined ? {} : { esito: outcome }) }}
            >
              {label}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/candidature/$application" params={{ application: application.slug }}>
            {say.otherNews}
          </Link>
        </li>
      </ul>
    </details>
  );
}
