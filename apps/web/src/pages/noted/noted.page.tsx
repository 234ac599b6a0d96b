import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { UseFormReturn } from 'react-hook-form';
import type { NotedCall } from '#contracts/noted-call.js';
import { ask } from '../../api/client.js';
import { clockQuery } from '../../api/queries/clock.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { EditForm } from '../../parts/edit/edit-form.js';
import { useEdit } from '../../parts/edit/use-edit.js';
import { Answer } from '../../ui/answer.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { dayInWords, hour, inRome, withArticle } from '../../ui/dates.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { asSent, NotedFields, typedOf, type TypedNote } from './noted-fields.js';
import { notedCallQuery } from '../../api/queries/noted.js';
import { PutAwayForm } from './put-away-form.js';

const say = words.noted;

/** A call that is only noted: what is known of it, and what becomes of it. */
export function NotedPage() {
  const { noted } = useParams({ from: '/shell/avvisi/visti/$noted' });
  const { atto } = useSearch({ from: '/shell/avvisi/visti/$noted' });
  const query = useQuery(notedCallQuery(noted));
  const { data } = query;
  return (
    <Page
      title={data?.title ?? words.calls.title}
      {...(data === undefined ? {} : { lead: <Facts noted={data} /> })}
      actions={data !== undefined && atto === undefined && <Acts noted={data} />}
    >
      <Answer query={query}>
        {(known) => (
          <>
            <State noted={known} />
            {atto !== undefined && known.call === undefined && <Act key={atto} noted={known} act={atto} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Facts({ noted }: { noted: NotedCall }) {
  const on = useQuery(clockQuery).data?.date;
  const { funder, link, opening, end, cutOff, source } = noted;
  const day = `${dayInWords(end)} ${end.slice(0, 4)}`;
  const at = words.dates.at(hour(cutOff));
  return (
    <ul className="call-facts">
      {noted.call === undefined && (
        <li>
          <strong>{noted.away === undefined ? say.label : say.awayTitle}</strong>
        </li>
      )}
      <li>
        {say.fields.funder}: {funder}
      </li>
      {opening !== undefined && (
        <li>
          {on !== undefined && opening <= on
            ? say.opened(withArticle('dal', opening))
            : say.opens(`${dayInWords(opening)} ${opening.slice(0, 4)}`)}
        </li>
      )}
      <li>
        <strong>{on !== undefined && end < on ? say.closed(day, at) : say.closes(day, at)}</strong>
      </li>
      <li>{say.source(source)}</li>
      <li>
        <a href={link} target="_blank" rel="noreferrer">
          {say.page}
        </a>
      </li>
      <li>
        {say.notedBy(noted.noted.by, romeDay(noted.noted.at))}
        {noted.corrected !== undefined &&
          `, ${say.correctedBy(noted.corrected.by, romeDay(noted.corrected.at))}`}
      </li>
    </ul>
  );
}

const romeDay = (at: string) => withArticle('il', inRome(at).slice(0, 10));

/** What became of it. */
function State({ noted }: { noted: NotedCall }) {
  const { unionBody, desk } = useMe();
  const client = useQueryClient();
  const back = useMutation<NotedCall, Problem>({
    mutationFn: () =>
      ask('POST /noted-calls/:noted/take-back', {
        params: { noted: noted.id },
        body: { actingBody: unionBody },
      }),
    onSuccess: () => client.invalidateQueries(),
  });
  if (noted.call !== undefined) {
    return (
      <Notice kind="success">
        {say.launched}{' '}
        <Link to="/avvisi/$call" params={{ call: noted.call.slug }}>
          {noted.call.number}
        </Link>
      </Notice>
    );
  }
  if (noted.away === undefined) return null;
  return (
    <>
      <Notice kind="info">
        {say.awayBy(noted.away.by, romeDay(noted.away.at), noted.away.reason)}
        {desk === 'office' && (
          <div className="notice-actions">
            <Button tone="secondary" small busy={back.isPending} onClick={() => back.mutate()}>
              {say.acts.takeBack}
            </Button>
          </div>
        )}
      </Notice>
      {back.error !== null && <ProblemNotice problem={back.error} />}
    </>
  );
}

/** What the office may do with one that was not launched. */
function Acts({ noted }: { noted: NotedCall }) {
  const { desk } = useMe();
  if (desk !== 'office' || noted.call !== undefined) return null;
  const act = (atto: 'correggi' | 'archivia', label: string) => (
    <ButtonLink
      to="/avvisi/visti/$noted"
      params={{ noted: noted.slug }}
      search={{ atto }}
      tone="secondary"
      small
    >
      {label}
    </ButtonLink>
  );
  return (
    <>
      <ButtonLink to="/avvisi/nuovo" search={{ visto: noted.slug }} small>
        {say.acts.launch}
      </ButtonLink>
      {act('correggi', say.acts.correct)}
      {noted.away === undefined && act('archivia', say.acts.putAway)}
    </>
  );
}

function Act({ noted, act }: { noted: NotedCall; act: 'correggi' | 'archivia' }) {
  const navigate = useNavigate();
  const close = () =>
    void navigate({ to: '/avvisi/visti/$noted', params: { noted: noted.slug }, search: {}, replace: true });
  return (
    <section className="panel" aria-labelledby="atto">
      <h2 id="atto">{act === 'correggi' ? say.acts.correct : say.acts.putAway}</h2>
      {act === 'correggi' ? (
        <Correct noted={noted} close={close} />
      ) : (
        <PutAwayForm noted={noted} close={close} />
      )}
    </section>
  );
}

function Correct({ noted, close }: { noted: NotedCall; close: () => void }) {
  const { unionBody } = useMe();
  const client = useQueryClient();
  const edit = useEdit<TypedNote>({
    key: `avviso visto ${noted.id}`,
    start: typedOf(noted),
    version: noted.version,
    send: ({ version: _version, ...typed }, on) =>
      ask('PUT /noted-calls/:noted', {
        params: { noted: noted.id },
        body: { actingBody: unionBody, ...asSent(typed) },
        ...on,
      }),
    done: () => {
      void client.invalidateQueries();
      close();
    },
  });
  return (
    <EditForm edit={edit} standing={<Facts noted={noted} />} button={say.correct}>
      <NotedFields form={edit.form as unknown as UseFormReturn<TypedNote>} />
    </EditForm>
  );
}
