import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Board } from '#contracts/board.js';
import { useMe } from '../../api/queries/me.js';
import { Answer } from '../../ui/answer.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { CsvButton } from '../../ui/csv-button.js';
import { hour, slashed } from '../../ui/dates.js';
import { type Asked, askedOf, FilterRow, Filters } from '../../ui/filters.js';
import { sorted } from '../../ui/list-table.js';
import { useNarrow } from '../../ui/narrow.js';
import { forExcel, LineTable, lineColumns } from '../../parts/application/line-table.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { boardQuery } from '../../api/queries/board.js';
import { ByCall } from './by-call.js';
import { Cards } from './cards.js';
import { filtered, FILTERS, isFiltered, type View, VIEWS } from './filtered.js';
import { Grid } from './grid.js';
import { Money } from './money.js';

const say = words.board;

/** The second page of the office: where every comune stands in every call, whose turn it is, by when, how much. */
export function BoardPage() {
  const query = useQuery(boardQuery);
  const asked = askedOf(useSearch({ strict: false }), { ...FILTERS, vista: VIEWS, ordine: 'text' });
  const board = query.data;
  const order = text(asked['ordine']);
  const lines =
    board === undefined ? [] : sorted(filtered(board, asked).applications, lineColumns(board.on), order);
  return (
    <Page
      title={say.title}
      lead={
        board !== undefined && <p className="situation">{say.situation(slashed(board.on), hour(board.at))}</p>
      }
      actions={
        board !== undefined &&
        board.applications.length > 0 && (
          <>
            <CsvButton name={say.file(board.on)} {...forExcel(lines, board.on)} />
            <Button tone="secondary" small onClick={() => window.print()}>
              {words.lists.print}
            </Button>
          </>
        )
      }
    >
      <Answer query={query}>
        {(data) => (
          <div data-tour="board">
            {data.calls.length === 0 ? <Nothing /> : <Shown board={data} asked={asked} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Shown({ board, asked }: { board: Board; asked: Asked }) {
  const narrow = useNarrow();
  const view = (asked['vista'] ?? 'comuni') as View;
  const shown = filtered(board, asked);
  const measures = [...new Set(board.calls.map((each) => each.measure))].toSorted();
  return (
    <div className="board">
      <Filters asked={asked} names={Object.keys(FILTERS)}>
        <FilterRow
          label={say.view}
          name="vista"
          asked={{ ...asked, vista: asked['vista'] }}
          always
          options={VIEWS.map((each) => ({
            value: each === 'comuni' ? undefined : each,
            label: say.views[each],
          }))}
        />
        <FilterRow
          label={say.upTo}
          name="tocca"
          asked={asked}
          options={FILTERS.tocca.map((value) => ({ value, label: say.parties[value] }))}
        />
        <FilterRow
          label={say.within}
          name="entro"
          asked={asked}
          options={FILTERS.entro.map((value) => ({ value, label: say.days(value) }))}
        />
        {measures.length > 1 && (
          <FilterRow
            label={say.measure}
            name="misura"
            asked={asked}
            options={measures.map((value) => ({ value, label: value }))}
          />
        )}
        <FilterRow
          label={say.show}
          name="manca"
          asked={asked}
          options={[{ value: '1', label: say.missing }]}
        />
      </Filters>
      {shown.applications.length === 0 ? (
        <p className="empty">{words.lists.nothingFound}</p>
      ) : view === 'elenco' ? (
        <LineTable
          caption={say.caption}
          lines={shown.applications}
          on={board.on}
          order={text(asked['ordine'])}
        />
      ) : view === 'denaro' ? (
        <Money lines={shown.applications} />
      ) : view === 'avviso' ? (
        <ByCall board={shown} />
      ) : narrow ? (
        <Cards board={shown} whole={!isFiltered(asked)} />
      ) : (
        <Grid board={shown} whole={!isFiltered(asked)} />
      )}
    </div>
  );
}

function Nothing() {
  const { desk } = useMe();
  if (desk !== 'office') return <p className="empty">{desk === 'comune' ? say.emptyOwn : say.empty}</p>;
  return (
    <div className="empty">
      <p>
        <strong>{say.empty}</strong> {say.emptyWhat}
      </p>
      <ButtonLink to="/avvisi/nuovo">{say.launch}</ButtonLink>
    </div>
  );
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
