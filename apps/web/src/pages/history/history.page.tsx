import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { UnionHistory } from '#contracts/union-history.js';
import { Problem, unreachable } from '../../api/problem.js';
import { historyQuery } from '../../api/queries/history.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Coded } from '../../ui/coded.js';
import { type Asked, askedOf, FilterRow, Filters, SelectFilter } from '../../ui/filters.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { FactLine } from './fact-line.js';
import { HistoryCsv } from './history-csv.js';
import { ALL_KINDS, KINDS, wantedOf } from './wanted.js';

const say = words.unionHistory;
const FILTERS = ['cosa', 'comune', 'avviso', 'chi', 'dal', 'al'];

/** Every fact of every application and call that the reader sees, in the order of the record. */
export function HistoryPage() {
  const asked = askedOf(useSearch({ strict: false }), {
    cosa: Object.values(KINDS),
    comune: 'text',
    avviso: 'text',
    chi: 'text',
    dal: 'text',
    al: 'text',
    ordine: ['vecchi'],
  });
  const query = useInfiniteQuery(historyQuery(wantedOf(asked)));
  const first = query.data?.pages[0];
  const facts = query.data?.pages.flatMap((each) => each.facts) ?? [];
  const filtered = FILTERS.some((name) => asked[name] !== undefined);
  const problem = query.error instanceof Problem ? query.error : unreachable();
  return (
    <Page
      title={say.title}
      lead={<p>{say.lead}</p>}
      actions={first !== undefined && facts.length > 0 && <HistoryCsv facts={facts} on={first.on} />}
    >
      {first?.files?.map((text) => (
        <p key={text}>
          <Coded text={text} />
        </p>
      ))}
      <Choices asked={asked} first={first} who={facts[0]?.who} />
      {query.error !== null && <ProblemNotice problem={problem} again={() => void query.refetch()} />}
      {first === undefined && query.error === null && <Loading />}
      {first !== undefined && facts.length === 0 && (
        <p className="empty">{filtered ? say.nothing : say.empty}</p>
      )}
      {first !== undefined && facts.length > 0 && (
        <ol className="history">
          {facts.map((each) => (
            <FactLine key={each.id} fact={each} on={first.on} />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button tone="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say.more}
        </Button>
      )}
    </Page>
  );
}

function Choices({
  asked,
  first,
  who,
}: {
  asked: Asked;
  first: UnionHistory | undefined;
  /** Name of whoever the list is narrowed to. */
  who: string | undefined;
}) {
  return (
    <Filters asked={asked} names={FILTERS}>
      <FilterRow
        label={say.order}
        name="ordine"
        asked={asked}
        always
        options={[
          { value: undefined, label: say.orders.newest },
          { value: 'vecchi', label: say.orders.oldest },
        ]}
      />
      <FilterRow
        label={say.kind}
        name="cosa"
        asked={asked}
        options={ALL_KINDS.map((kind) => ({ value: KINDS[kind], label: say.kinds[kind] }))}
      />
      {asked['chi'] !== undefined && (
        <FilterRow
          label={words.lists.filters}
          name="chi"
          asked={asked}
          options={[{ value: String(asked['chi']), label: say.only(who ?? words.lists.none) }]}
        />
      )}
      <li className="filter-row">
        <SelectFilter
          label={say.comune}
          name="comune"
          asked={asked}
          all={say.allComuni}
          options={(first?.bodies ?? []).map((each) => ({ value: each, label: each }))}
        />
        <SelectFilter
          label={say.call}
          name="avviso"
          asked={asked}
          all={say.allCalls}
          options={(first?.calls ?? []).map(({ slug, shortTitle }) => ({ value: slug, label: shortTitle }))}
        />
        <DayFilter label={say.from} name="dal" asked={asked} />
        <DayFilter label={say.to} name="al" asked={asked} />
      </li>
    </Filters>
  );
}

/** A day that stands in the address once it is whole. */
function DayFilter({ label, name, asked }: { label: string; name: string; asked: Asked }) {
  const navigate = useNavigate();
  return (
    <TextField
      type="date"
      label={label}
      defaultValue={asked[name] === undefined ? '' : String(asked[name])}
      key={String(asked[name] ?? '')}
      onBlur={(event) => {
        const value = event.target.value === '' ? undefined : event.target.value;
        if (value === asked[name]) return;
        void navigate({
          to: '.',
          resetScroll: false,
          search: ((now: Asked) => {
            const { [name]: _before, ...others } = now;
            return value === undefined ? others : { ...others, [name]: value };
          }) as never,
        });
      }}
    />
  );
}
