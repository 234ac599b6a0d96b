import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ListedCall } from '#contracts/calls.js';
import type { BoardCall } from '#contracts/board.js';
import { useMe } from '../../api/queries/me.js';
import { boardQuery } from '../../api/queries/board.js';
import { CallEnd } from '../../parts/call/call-head.js';
import { Answer } from '../../ui/answer.js';
import { ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { NotedCalls } from '../../parts/noted/noted-calls.js';
import { notedCallsQuery } from '../../api/queries/noted.js';
import { words } from '../../words/index.js';
import { CallsCsv } from './calls-csv.js';
import { callsQuery, isOver } from '../../api/queries/call.js';

const say = words.calls;

/** The calls that were launched, those that still run first. */
export function CallsPage() {
  const query = useQuery(callsQuery);
  const { desk } = useMe();
  // Nobody in a comune is asked yet about a call that is only noted.
  const notedCalls = useQuery({ ...notedCallsQuery, enabled: desk !== 'comune' && desk !== 'nobody' });
  const { calls: all, on } = notedCalls.data ?? { calls: [], on: '' };
  const open = all.filter(({ call, away: put }) => call === undefined && put === undefined);
  const away = all.filter(({ call, away: put }) => call === undefined && put !== undefined);
  const listed = query.data?.calls ?? [];
  const { data: board } = useQuery(boardQuery);
  const actions = (
    <>
      {listed.length + open.length + away.length > 0 && (
        <CallsCsv calls={listed} noted={[...open, ...away]} board={board} />
      )}
      {desk === 'office' && (
        <>
          <ButtonLink to="/avvisi/visti/nuovo" tone="secondary">
            {words.noted.title}
          </ButtonLink>
          <ButtonLink to="/avvisi/nuovo" search={{}}>
            {say.launch}
          </ButtonLink>
        </>
      )}
    </>
  );
  return (
    <Page title={say.title} actions={actions}>
      <Answer query={query}>
        {({ calls }) => {
          if (calls.length + open.length + away.length === 0) {
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
              <NotedCalls title={words.noted.listTitle} id="visti" calls={open} on={on} />
              <Calls title={say.over} id="conclusi" calls={calls.filter(isOver)} />
              <NotedCalls title={words.noted.awayTitle} id="messi-da-parte" calls={away} on={on} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Calls({ title, id, calls }: { title: string; id: string; calls: readonly ListedCall[] }) {
  // Quadro knows of each call that runs when it ends and how many were sent, and which has the nearest term.
  const { data: board } = useQuery(boardQuery);
  if (calls.length === 0) return null;
  const known = board?.calls ?? [];
  const place = (call: ListedCall) => known.findIndex((each) => each.id === call.id);
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="lines">
        {calls
          .toSorted((a, b) => place(a) - place(b))
          .map((call) => (
            <li key={call.id} className="line">
              <div className="line-what">
                <h3>
                  <Link to="/avvisi/$call" params={{ call: call.slug }}>
                    {call.title}
                  </Link>
                </h3>
                <RunningCall call={known[place(call)]} on={board?.on ?? ''} />
                <p className="line-meta">
                  <span>{call.number}</span>
                  {call.withdrawn && <strong>{words.call.withdrawnLabel}</strong>}
                  <span>{say.count(call.applications, call.ended)}</span>
                </p>
              </div>
            </li>
          ))}
      </ul>
    </section>
  );
}

function RunningCall({ call, on }: { call: BoardCall | undefined; on: string }) {
  if (call === undefined) return null;
  return (
    <p className="line-meta">
      <strong>
        <CallEnd call={call} on={on} />
      </strong>
      <span>{words.board.sent(call.sent, call.of)}</span>
    </p>
  );
}
