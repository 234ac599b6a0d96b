import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LaunchedCall } from '#contracts/calls.js';
import type { LaunchPreview } from '#contracts/launch-preview.js';
import { formatEuro } from '#domain/money/money.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import type { LaunchDraft } from '../../parts/launch/launch-draft.js';
import { LaunchTight } from './launch-tight.js';

const say = words.launch.preview;

/** Step 5: everything that will happen, the e-mails and the first text; then the press that launches. */
export function LaunchStart({
  definition,
  preview,
  draft,
  done,
}: {
  definition: { id: string; version: number };
  preview: LaunchPreview;
  draft: LaunchDraft;
  done: (launched: LaunchedCall) => void;
}) {
  const { unionBody } = useMe();
  const [once] = useState(() => crypto.randomUUID());
  const launch = useMutation<LaunchedCall, Problem>({
    mutationFn: () =>
      ask('POST /calls', {
        body: {
          actingBody: unionBody,
          definition,
          comuni: draft.comuni ?? 'all',
          confirmed: draft.confirmed,
          brake: true,
          ...(draft.noted === undefined ? {} : { noted: draft.noted.id }),
        },
        once,
      }),
    onSuccess: done,
  });
  const [most] = preview.mails;
  const { firstMail } = preview;
  return (
    <>
      <LaunchTight preview={preview} />
      <p>
        {say.lead} {words.launch.comuni.lead(preview.eligible, formatEuro(preview.cents))}
      </p>
      <h2>{say.mails}</h2>
      {most !== undefined && <p>{say.mostWritten(most.name, most.count)}</p>}
      <details>
        <summary>{say.mailsOfAll}</summary>
        <ul>
          {preview.mails.map((each) => (
            <li key={each.person}>
              {each.name}: {each.count}
            </li>
          ))}
        </ul>
      </details>
      {firstMail !== undefined && (
        <section className="part" aria-labelledby="prima-email">
          <h2 id="prima-email">{say.firstMail}</h2>
          <p className="line-meta">
            <span>{say.firstTo(firstMail.to)}</span>
            <span>{say.subject(firstMail.subject)}</span>
          </p>
          <pre className="letter">{firstMail.text}</pre>
        </section>
      )}
      <section className="part" aria-labelledby="linea">
        <h2 id="linea">{say.timeline}</h2>
        <p>{say.timelineLead}</p>
        <ol className="plain">
          {preview.timeline.map((event) => (
            <li key={`${event.on} ${event.at} ${event.sentence}`}>
              <strong>
                {dayInWords(event.on)} {event.on.slice(0, 4)}, {hour(event.at)}
              </strong>{' '}
              {event.sentence}
            </li>
          ))}
        </ol>
      </section>
      {launch.error !== null && <ProblemNotice problem={launch.error} />}
      <div className="form-actions">
        <Button busy={launch.isPending} disabled={preview.eligible === 0} onClick={() => launch.mutate()}>
          {say.start(preview.eligible)}
        </Button>
      </div>
    </>
  );
}
