import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailTestAnswer } from '#contracts/settings.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import { officeQuery } from '../../api/queries/office.js';
import { registryQuery } from '../../api/queries/registry.js';
import { statusQuery } from '../../api/queries/status.js';
import { PeriodsForm } from '../comune/periods-form.js';
import { periodInWords } from '../comune/words-of-body.js';
import { useAct } from '../edit/use-act.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { Coded } from '../../ui/coded.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.settings;

/** How the office presents itself, whether mail leaves, when everybody is closed, how the service does. */
export function OfficeSettings() {
  const me = useMe();
  return (
    <>
      {me.may.headOfOffice && <MailTest />}
      <Office />
      <ClosedPeriods />
      <Service />
    </>
  );
}

/** Sends a mail to oneself and says what the server answered. */
export function MailTest() {
  const me = useMe();
  const [answer, setAnswer] = useState<MailTestAnswer>();
  const test = useAct(async () => {
    setAnswer(undefined);
    setAnswer(await ask('POST /settings/mail-test', { body: { actingBody: me.unionBody } }));
  });
  return (
    <section className="part">
      <h2>{say.mail.title}</h2>
      <p>{say.mail.lead}</p>
      {test.error !== null && <ProblemNotice problem={test.error} />}
      {answer !== undefined && (
        <Notice kind={answer.taken ? 'success' : 'danger'}>
          {answer.taken && `${say.mail.to(answer.to)} `}
          {answer.detail}
          <span className="source">
            {say.mail.server}: <span className="mono">{answer.server}</span>
          </span>
        </Notice>
      )}
      <Button busy={test.isPending} onClick={() => test.mutate()}>
        {say.mail.send}
      </Button>
    </section>
  );
}

function Office() {
  const query = useQuery(officeQuery);
  return (
    <section className="part">
      <h2>{say.office.title}</h2>
      <p>{say.office.lead}</p>
      <Answer query={query}>
        {({ unionName, officeName, signature, phone, email }) => (
          <dl className="facts">
            <dt>{say.office.union}</dt>
            <dd>{unionName}</dd>
            <dt>{say.office.name}</dt>
            <dd>{officeName}</dd>
            <dt>{say.office.who}</dt>
            <dd>{signature}</dd>
            <dt>{say.office.phone}</dt>
            <dd>{phone}</dd>
            <dt>{say.office.email}</dt>
            <dd>{email}</dd>
          </dl>
        )}
      </Answer>
    </section>
  );
}

function ClosedPeriods() {
  const me = useMe();
  const query = useQuery(registryQuery);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string[]>();
  const save = async (periods: { from: string; to: string }[], on: { ifMatch?: string }) => {
    const { bodies } = await ask('PUT /registry/closed-periods', {
      body: { actingBody: me.unionBody, periods },
      ...on,
    });
    setDone(bodies);
  };
  return (
    <section className="part">
      <h2>{say.closed.title}</h2>
      <p>{say.closed.lead}</p>
      {done !== undefined && <Notice kind="success">{say.closed.done(done)}</Notice>}
      <Answer query={query}>
        {({ bodies }) => {
          const union = bodies.find((each) => each.kind === 'union');
          const periods = union?.closedPeriods ?? [];
          const standing = (
            <ul>
              {periods.map((each) => (
                <li key={each.from}>{periodInWords(each)}</li>
              ))}
            </ul>
          );
          return (
            <>
              {standing}
              {me.may.headOfOffice && (
                <Button tone="secondary" small onClick={() => setOpen(true)}>
                  {say.closed.edit}
                </Button>
              )}
              <Dialog title={say.closed.edit} open={open} close={() => setOpen(false)}>
                <PeriodsForm
                  draft="di tutti"
                  periods={periods}
                  version={union?.changes.find(({ part }) => part === 'closedPeriods')?.version ?? 0}
                  standing={standing}
                  send={save}
                  done={() => setOpen(false)}
                />
              </Dialog>
            </>
          );
        }}
      </Answer>
    </section>
  );
}

function Service() {
  const query = useQuery(statusQuery);
  return (
    <section className="part">
      <h2>{say.service.title}</h2>
      <Answer query={query}>
        {({ status, detail }) =>
          status === 'ok' ? (
            <p>{say.service.ok}</p>
          ) : (
            <p>
              <Coded text={detail} />
            </p>
          )
        }
      </Answer>
    </section>
  );
}
