import type { LaunchedCall } from '#contracts/calls.js';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../../ui/button.js';
import { Euro } from '../../ui/euro.js';
import { Notice } from '../../ui/notice.js';
import { Sign } from '../../ui/sign.js';
import { words } from '../../words/index.js';
import { Brake } from '../../parts/launch/brake.js';

const say = words.launch.done;

/** Step 6: what became of each comune, and ten minutes to take it all back. */
export function LaunchResult({
  launched: { call, applications, leftOut, brakeUntil },
}: {
  launched: LaunchedCall;
}) {
  const [cancelled, setCancelled] = useState(false);
  if (cancelled) {
    return (
      <>
        <Notice kind="success">{say.cancelled}</Notice>
        <div className="form-actions">
          <ButtonLink to="/avvisi" tone="secondary">
            {say.toCalls}
          </ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      {brakeUntil === undefined ? (
        <Notice kind="success">{say.mailsSoon}</Notice>
      ) : (
        <Brake call={call.id} until={brakeUntil} cancelled={() => setCancelled(true)} />
      )}
      <ul className="lines">
        {applications.map((each) => (
          <li key={each.id} className="line">
            <Sign sign="done" />
            <div className="line-what">
              <h2 className="h3">
                <Link to="/candidature/$application" params={{ application: each.slug }}>
                  {each.comune}
                </Link>
              </h2>
              <p className="line-meta">
                <span>{say.result(each.number)}</span>
                <Euro cents={each.amountCents} word="estimated" />
              </p>
            </div>
          </li>
        ))}
        {leftOut.map((each) => (
          <li key={each.comune} className="line">
            <Sign sign="closed" />
            <div className="line-what">
              <h2 className="h3">{each.comune}</h2>
              <p>
                {each.detail} <small className="problem-code">({each.code})</small>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <ButtonLink to="/avvisi/$call" params={{ call: call.slug }}>
          {say.open}
        </ButtonLink>
        <ButtonLink to="/quadro" tone="secondary">
          {say.board}
        </ButtonLink>
      </div>
    </>
  );
}
