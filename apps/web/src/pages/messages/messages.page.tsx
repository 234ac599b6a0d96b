import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MessageLine, MessageList, MessageState } from '#contracts/messages.js';
import { useMe } from '../../api/queries/me.js';
import { Problem, unreachable } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { Coded } from '../../ui/coded.js';
import { CsvButton } from '../../ui/csv-button.js';
import { type Asked, askedOf, FilterRow, Filters } from '../../ui/filters.js';
import { ListTable } from '../../ui/list-table.js';
import { Loading } from '../../ui/loading.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { columnsOf, forExcel } from './columns.js';
import { Failures } from './failures.js';
import { MailDialog } from './mail-dialog.js';
import { Planned } from './planned.js';
import { messagesQuery } from '../../api/queries/messages.js';
import { ALL_STATES, STATES } from './states.js';

const say = words.messages;

/** What goes next, what went, what was not needed any more, what did not arrive; of a comune's person the own. */
export function MessagesPage() {
  const { desk } = useMe();
  const asked = askedOf(useSearch({ strict: false }), {
    stato: Object.values(STATES),
    persona: 'text',
    candidatura: 'text',
    email: 'text',
  });
  const state = ALL_STATES.find((each) => STATES[each] === asked['stato']) ?? 'pending';
  const query = useInfiniteQuery(
    messagesQuery({
      state,
      person: text(asked['persona']),
      application: text(asked['candidatura']),
    }),
  );
  const first = query.data?.pages[0];
  const messages = query.data?.pages.flatMap((each) => each.messages) ?? [];
  const navigate = useNavigate();
  const email = text(asked['email']);
  return (
    <Page
      title={desk === 'comune' ? say.titleOwn : say.title}
      lead={<p>{say.lead}</p>}
      actions={
        first !== undefined &&
        messages.length > 0 && <CsvButton name={say.file(first.on)} {...forExcel(messages)} />
      }
    >
      {first?.outage !== undefined && (
        <Notice kind="warning">
          <Coded text={first.outage} />
        </Notice>
      )}
      <Choices asked={asked} first={first} messages={messages} />
      <List query={query} state={state} messages={messages} />
      {first?.planned !== undefined && <Planned planned={first.planned} on={first.on} />}
      <MailDialog
        id={email}
        close={() =>
          void navigate({
            to: '.',
            resetScroll: false,
            search: ((all: Asked) => ({ ...all, email: undefined })) as never,
          })
        }
      />
    </Page>
  );
}

function Choices({
  asked,
  first,
  messages,
}: {
  asked: Asked;
  first: MessageList | undefined;
  messages: readonly MessageLine[];
}) {
  const person = messages.find((each) => each.person.id === asked['persona'])?.person.name;
  return (
    <Filters asked={asked} names={['persona', 'candidatura']}>
      <FilterRow
        label={say.show}
        name="stato"
        asked={asked}
        always
        options={ALL_STATES.map((state) => ({
          value: state === 'pending' ? undefined : STATES[state],
          label: first === undefined ? say.headings[state] : say.states[state](first.counts[state]),
        }))}
      />
      {asked['persona'] !== undefined && (
        <FilterRow
          label={words.lists.filters}
          name="persona"
          asked={asked}
          options={[{ value: String(asked['persona']), label: say.only(person ?? say.columns.person) }]}
        />
      )}
      {asked['candidatura'] !== undefined && (
        <FilterRow
          label={words.lists.filters}
          name="candidatura"
          asked={asked}
          options={[{ value: String(asked['candidatura']), label: say.only(String(asked['candidatura'])) }]}
        />
      )}
    </Filters>
  );
}

function List({
  query,
  state,
  messages,
}: {
  query: UseInfiniteQueryResult<InfiniteData<MessageList>>;
  state: MessageState;
  messages: readonly MessageLine[];
}) {
  const first = query.data?.pages[0];
  if (first === undefined) {
    if (query.error === null) return <Loading />;
    const problem = query.error instanceof Problem ? query.error : unreachable();
    return <ProblemNotice problem={problem} again={() => void query.refetch()} />;
  }
  return (
    <section aria-labelledby="messaggi">
      <h2 id="messaggi">{say.headings[state]}</h2>
      {messages.length === 0 ? (
        <p className="empty">{say.empty[state]}</p>
      ) : state === 'failed' ? (
        <Failures messages={messages} on={first.on} />
      ) : (
        <>
          {state === 'pending' && <p>{say.gathers}</p>}
          <ListTable
            caption={say.headings[state]}
            rows={messages}
            columns={columnsOf(state, first.on)}
            keyOf={(each) => each.id}
            order={undefined}
            heading="h3"
          />
        </>
      )}
      {query.hasNextPage && (
        <Button tone="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say.more}
        </Button>
      )}
    </section>
  );
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
