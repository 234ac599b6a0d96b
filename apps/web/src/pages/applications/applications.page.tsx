import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ApplicationLine, ApplicationList } from '#contracts/desk.js';
import { useMe } from '../../api/queries/me.js';
import { Answer } from '../../ui/answer.js';
import { ButtonLink } from '../../ui/button.js';
import { CsvButton } from '../../ui/csv-button.js';
import { type Asked, askedOf, FilterRow, Filters, TextFilter } from '../../ui/filters.js';
import { type Column, ListTable, sorted } from '../../ui/list-table.js';
import { Page } from '../../ui/page.js';
import { WhoseFilters } from '../../parts/application/whose-filters.js';
import { words } from '../../words/index.js';
import { applicationsQuery } from '../../api/queries/application.js';
import { contains } from '../../parts/application/contains.js';
import { forExcel, lineColumns, sumInWords } from '../../parts/application/line-table.js';

const say = words.applications;
const FILTERS = { stato: ['corso', 'concluse'], comune: 'text', avviso: 'text', q: 'text' } as const;

/** All applications that the person sees: the own, those of the union, or the dossiers of an auditor. */
export function ApplicationsPage() {
  const { desk } = useMe();
  const query = useQuery(applicationsQuery);
  const asked = askedOf(useSearch({ strict: false }), { ...FILTERS, ordine: 'text' });
  const order = asked['ordine'] === undefined ? undefined : String(asked['ordine']);
  const data = query.data;
  const columns = data === undefined ? [] : columnsOf(desk, data.on);
  const lines =
    data === undefined
      ? []
      : sorted(
          data.applications.filter((each) => passes(each, asked)),
          columns,
          order,
        );
  return (
    <Page
      title={say.titleOf[desk]}
      actions={
        data !== undefined &&
        lines.length > 0 && <CsvButton name={say.file(data.on)} {...forExcel(lines, data.on)} />
      }
    >
      <Answer query={query}>
        {(list) =>
          list.applications.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <ListFilters list={list} asked={asked} />
              {lines.length === 0 ? (
                <p className="empty">{words.lists.nothingFound}</p>
              ) : (
                <>
                  <p>
                    <output>{say.summary(lines.length, sumInWords(lines))}</output>
                  </p>
                  <ListTable
                    caption={say.caption}
                    rows={lines}
                    columns={columns}
                    keyOf={(each) => each.id}
                    order={order}
                  />
                </>
              )}
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** An auditor reads numbers and histories; everybody else what to do. */
function columnsOf(desk: string, on: string): Column<ApplicationLine>[] {
  const columns = lineColumns(on);
  if (desk !== 'auditor') return columns;
  const named = { ...words.lists.columns };
  return [
    ...columns.filter((each) => each.id !== 'entro'),
    {
      id: 'cup',
      label: named.cup,
      show: (line) => (line.cup === null ? words.lists.none : <span className="mono">{line.cup}</span>),
      by: (line) => line.cup,
      csv: (line) => line.cup ?? '',
    },
    {
      id: 'storia',
      label: say.history,
      show: (line) => (
        <Link
          to="/candidature/$application"
          params={{ application: line.slug }}
          search={{ scheda: 'storia' } as never}
          aria-label={say.historyOf(line.number, `${line.applicant.name}, ${line.call.shortTitle}`)}
          preload={false}
        >
          {line.number}
        </Link>
      ),
      by: (line) => line.number,
      csv: (line) => line.number,
    },
  ];
}

function passes(line: ApplicationLine, { stato, comune, avviso, q }: Asked): boolean {
  return (
    (stato === undefined || line.ended === (stato === 'concluse')) &&
    (comune === undefined || line.applicant.name === comune) &&
    (avviso === undefined || line.call.slug === avviso) &&
    (q === undefined || contains(line, String(q)))
  );
}

function ListFilters({ list: { applications }, asked }: { list: ApplicationList; asked: Asked }) {
  return (
    <>
      <Filters asked={asked} names={Object.keys(FILTERS)}>
        <FilterRow
          label={say.state}
          name="stato"
          asked={asked}
          options={FILTERS.stato.map((value) => ({ value, label: say.states[value] }))}
        />
      </Filters>
      <div className="filter-fields">
        <TextFilter label={say.search} hint={say.searchHint} name="q" asked={asked} />
        <WhoseFilters asked={asked} lines={applications} callName={(each) => each.call.title} />
      </div>
    </>
  );
}

function Nothing() {
  const { desk } = useMe();
  return (
    <div className="empty">
      <p>
        <strong>{say.empty}</strong>{' '}
        {desk === 'office' ? say.emptyOffice : desk === 'auditor' ? say.emptyAuditor : say.emptyComune}
      </p>
      {desk === 'office' && <ButtonLink to="/avvisi/nuovo">{say.launch}</ButtonLink>}
    </div>
  );
}
