import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CallPage as Call } from '#contracts/call-page.js';
import { isNotThere } from '../../api/problem.js';
import { Brake } from '../../parts/launch/brake.js';
import { NotFound } from '../../parts/shell/not-found.js';
import { Answer } from '../../ui/answer.js';
import { Closed } from '../../ui/closed.js';
import { ButtonLink } from '../../ui/button.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { Euro } from '../../ui/euro.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { type Act, actingFor, MOVES } from './act.js';
import { ActOnCall } from './act-on-call.js';
import { CallApplications } from './call-applications.js';
import { callQuery } from '../../api/queries/call.js';
import { CallTerms } from './call-terms.js';

const say = words.call;

/** One call: its end, its applications, its terms with where they are written, and the acts that move them. */
export function CallPage() {
  const { call } = useParams({ from: '/shell/avvisi/$call' });
  const { atto } = useSearch({ from: '/shell/avvisi/$call' });
  const navigate = useNavigate();
  const query = useQuery(callQuery(call));
  if (query.data === undefined && isNotThere(query.error)) return <NotFound />;
  const closeAct = () => void navigate({ to: '/avvisi/$call', params: { call }, search: {} });
  return (
    <Page
      title={query.data?.title ?? words.calls.title}
      tab={query.data?.shortTitle ?? words.calls.title}
      {...(query.data === undefined ? {} : { lead: <Head call={query.data} /> })}
      actions={query.data !== undefined && atto === undefined && <Acts call={query.data} />}
    >
      <Answer query={query}>
        {(data) => (
          <>
            {atto !== undefined && <CurrentAct call={data} act={atto} close={closeAct} />}
            <Taken call={data} />
            {data.withdrawn && <Notice kind="warning">{say.withdrawn}</Notice>}
            <Sums call={data} />
            <CallApplications call={data} />
            <CallTerms call={data} />
            <Confirmed call={data} />
            <History call={data} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** While nobody was told of the launch, taking it back is what matters most. */
function Taken({ call: { id, brakeUntil, may } }: { call: Call }) {
  const client = useQueryClient();
  if (brakeUntil === undefined || may.withdraw === undefined) return null;
  return <Brake call={id} until={brakeUntil} cancelled={() => void client.invalidateQueries()} />;
}

/** Stays open when it has been done: its result is read before the page says what is possible now. */
function CurrentAct({ call, act, close }: { call: Call; act: Act; close: () => void }) {
  const [acting] = useState(() => actingFor(call, act));
  if (acting === undefined) return <Notice kind="info">{say.actNotNow}</Notice>;
  return <ActOnCall key={act} call={call} act={act} acting={acting} close={close} />;
}

/** What the office may do with the call now; the first is what happens most, the last takes everything away. */
function Acts({ call }: { call: Call }) {
  const others = (['fundsExhausted', 'fundsAgain', 'withdrawal'] as const).filter(
    (act) => actingFor(call, act) !== undefined,
  );
  const acts: Act[] = [...(call.may.amend === undefined ? [] : MOVES), ...others];
  return acts.map((act) => (
    <ButtonLink
      key={act}
      to="/avvisi/$call"
      params={{ call: call.slug }}
      search={{ atto: act }}
      tone={act === 'withdrawal' ? 'danger' : act === 'extension' ? 'primary' : 'secondary'}
      small
    >
      {say.acts[act]}
    </ButtonLink>
  ));
}

function Head({ call }: { call: Call }) {
  const { number, funder, platform, opening, end, sent, fundsExhausted, withdrawn } = call;
  return (
    <ul className="call-facts">
      {withdrawn && (
        <li>
          <strong>{say.withdrawnLabel}</strong>
        </li>
      )}
      {fundsExhausted !== undefined && (
        <li>
          <strong>{say.fundsExhausted}</strong> {say.fundsSince(dayInWords(fundsExhausted.on))} (
          {fundsExhausted.act})
        </li>
      )}
      <li>{number}</li>
      <li>
        {say.funder}: {funder}
      </li>
      <li>
        {say.platform}:{' '}
        <a href={platform.url} target="_blank" rel="noreferrer">
          {platform.name}
        </a>
      </li>
      <li>{say.opening(`${dayInWords(opening)} ${opening.slice(0, 4)}`, opening <= call.on)}</li>
      {end !== null && (
        <li>
          {end.was.map((each) => (
            <del key={each.end}>{dayInWords(each.end, each.knownOn)}</del>
          ))}{' '}
          <strong>
            {say.end} {dayInWords(end.end)} {end.end.slice(0, 4)}, {words.dates.at(hour(end.cutOff))}
          </strong>
          {end.was.length > 0 && `, ${say.extended}`} <Closed closed={end.closed} />
        </li>
      )}
      <li>{say.sent(sent.done, sent.of)}</li>
    </ul>
  );
}

function Sums({ call: { sums } }: { call: Call }) {
  const shown = (['estimated', 'requested', 'decreed', 'collected'] as const).filter(
    (word) => sums[word] > 0,
  );
  if (shown.length === 0) return null;
  return (
    <ul className="counts" aria-label={say.sums}>
      {shown.map((word) => (
        <li key={word}>
          <span>
            <strong>
              <Euro cents={sums[word]} />
            </strong>{' '}
            {words.signs.amount[word]}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Confirmed({ call: { confirmed } }: { call: Call }) {
  if (confirmed.length === 0) return null;
  return (
    <section className="part" aria-labelledby="confermato">
      <h2 id="confermato">{say.confirmed}</h2>
      <ul>
        {confirmed.map((each) => (
          <li key={each.id}>{say.confirmedBy(each.label, each.by, dayInWords(each.on))}</li>
        ))}
      </ul>
    </section>
  );
}

function History({ call: { history } }: { call: Call }) {
  if (history.length === 0) return null;
  return (
    <section className="part" aria-labelledby="storia">
      <h2 id="storia">{say.history}</h2>
      <ol className="plain">
        {history.map((each) => (
          <li key={each.id}>
            {each.sentence} {each.reason !== undefined && say.because(each.reason)}
          </li>
        ))}
      </ol>
    </section>
  );
}
