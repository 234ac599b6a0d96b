import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Deadline, Deadlines } from '#contracts/deadlines.js';
import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { deadlinesQuery } from '../../api/queries/deadlines.js';
import { Answer } from '../../ui/answer.js';
import { CsvButton } from '../../ui/csv-button.js';
import { type Asked, askedOf, FilterRow, Filters } from '../../ui/filters.js';
import { ListTable, sorted } from '../../ui/list-table.js';
import { Page } from '../../ui/page.js';
import { WhoseFilters } from '../../parts/application/whose-filters.js';
import { NotedCalls } from '../../parts/noted/noted-calls.js';
import { words } from '../../words/index.js';
import { Calendar } from './calendar.js';
import { columnsOf, forExcel } from './columns.js';
import { Timeline } from './timeline.js';

const say = words.deadlines;
const FILTERS = { entro: ['7', '30', '90'], ufficiali: ['1'], comune: 'text', avviso: 'text' } as const;

/** All terms that run: drawn over the year, and as a list that says the same. */
export function DeadlinesPage() {
  const query = useQuery(deadlinesQuery);
  const asked = askedOf(useSearch({ strict: false }), {
    ...FILTERS,
    righe: ['avviso'],
    ordine: 'text',
  });
  const { data } = query;
  const shown = data === undefined ? [] : data.deadlines.filter((each) => passes(each, asked, data.on));
  return (
    <Page
      title={say.title}
      lead={<p>{say.lead}</p>}
      actions={
        data !== undefined &&
        shown.length > 0 && <CsvButton name={say.file(data.on)} {...forExcel(shown, data.on)} />
      }
    >
      <Answer query={query}>
        {(all) =>
          all.deadlines.length === 0 && all.noted.length === 0 ? (
            <div className="empty">
              <p>
                <strong>{say.empty}</strong> {say.emptyWhat}
              </p>
            </div>
          ) : (
            <>
              {all.deadlines.length > 0 && <Shown all={all} shown={shown} asked={asked} />}
              <NotedCalls title={words.noted.deadlines} id="visti" calls={all.noted} on={all.on} />
            </>
          )
        }
      </Answer>
      <Calendar />
    </Page>
  );
}

function passes(each: Deadline, { entro, ufficiali, comune, avviso }: Asked, on: string): boolean {
  return (
    (entro === undefined || each.workBy <= addDays(on as LocalDate, Number(entro))) &&
    (ufficiali === undefined || each.official) &&
    (comune === undefined || each.applicant.name === comune) &&
    (avviso === undefined || each.call.slug === avviso)
  );
}

function Shown({ all, shown, asked }: { all: Deadlines; shown: readonly Deadline[]; asked: Asked }) {
  const order = asked['ordine'] === undefined ? undefined : String(asked['ordine']);
  const columns = columnsOf(all.on);
  const severalComuni = new Set(all.deadlines.map((each) => each.applicant.name)).size > 1;
  return (
    <>
      <Filters asked={asked} names={Object.keys(FILTERS)}>
        <FilterRow
          label={say.within}
          name="entro"
          asked={asked}
          options={FILTERS.entro.map((value) => ({ value, label: say.days(value) }))}
        />
        <FilterRow
          label={say.show}
          name="ufficiali"
          asked={asked}
          options={[{ value: '1', label: say.official }]}
        />
        {severalComuni && (
          <FilterRow
            label={say.rows}
            name="righe"
            asked={asked}
            always
            options={[
              { value: undefined, label: say.rowsOf.comune },
              { value: 'avviso', label: say.rowsOf.avviso },
            ]}
          />
        )}
      </Filters>
      <div className="filter-fields">
        <WhoseFilters asked={asked} lines={all.deadlines} callName={(each) => each.call.shortTitle} />
      </div>
      {shown.length === 0 ? (
        <p className="empty">{words.lists.nothingFound}</p>
      ) : (
        <>
          <section aria-labelledby="disegno">
            <h2 id="disegno">{say.timeline}</h2>
            <Timeline
              deadlines={shown}
              on={all.on}
              rowOf={(each) => (asked['righe'] === 'avviso' ? each.call.shortTitle : each.applicant.name)}
            />
          </section>
          <section className="part" aria-labelledby="elenco">
            <h2 id="elenco">{say.list}</h2>
            <ListTable
              caption={say.caption}
              rows={sorted(shown, columns, order)}
              columns={columns}
              keyOf={(each) => `${each.application.id} ${each.label} ${each.workBy} ${each.end}`}
              order={order}
              heading="h3"
            />
          </section>
        </>
      )}
    </>
  );
}
