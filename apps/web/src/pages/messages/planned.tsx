import { Link } from '@tanstack/react-router';
import type { PlannedMessage } from '#contracts/messages.js';
import { CsvButton } from '../../ui/csv-button.js';
import { hour, nearDay } from '../../ui/dates.js';
import { type Column, ListTable } from '../../ui/list-table.js';
import { words } from '../../words/index.js';

const say = words.messages.planned;

const people = ({ people: to }: PlannedMessage) =>
  to.length === 0 ? say.nobody : to.map(personInWords).join('; ');

function personInWords({ name, roleInWords, standsInFor }: PlannedMessage['people'][number]): string {
  if (standsInFor !== undefined) return say.standsIn(name, standsInFor);
  return roleInWords === '' ? name : `${name} (${roleInWords})`;
}

/** What will go if nothing arrives before: one line an application, never taken for what is decided. */
export function Planned({ planned, on }: { planned: readonly PlannedMessage[]; on: string }) {
  const columns = columnsOn(on);
  return (
    <section aria-labelledby="previsti">
      <h2 id="previsti">{say.title}</h2>
      <p>{say.lead}</p>
      {planned.length === 0 ? (
        <p className="empty">{say.empty}</p>
      ) : (
        <>
          <CsvButton
            name={say.file(on)}
            head={columns.map((each) => each.label)}
            rows={() => planned.map((each) => columns.map((column) => column.csv(each)))}
          />
          <ListTable
            caption={say.title}
            rows={planned}
            columns={columns}
            keyOf={(each) => each.application.id}
            order={undefined}
            heading="h3"
          />
        </>
      )}
    </section>
  );
}

function columnsOn(on: string): Column<PlannedMessage>[] {
  const heads = words.messages.columns;
  const whole = (each: PlannedMessage) => `${each.applicant} · ${each.call}`;
  const what = (each: PlannedMessage) =>
    each.about === undefined ? each.what : `${each.what}: ${each.about}`;
  return [
    {
      id: 'quando',
      label: heads.when,
      show: (each) => say.when(nearDay(each.on, on), hour(each.at)),
      csv: (each) => `${each.on} ${each.at}`,
    },
    { id: 'persona', label: heads.person, show: people, csv: people },
    { id: 'cosa', label: heads.what, show: what, csv: what },
    {
      id: 'candidatura',
      label: heads.about,
      show: (each) => (
        <Link to="/candidature/$application" params={{ application: each.application.slug }} preload={false}>
          {whole(each)}
        </Link>
      ),
      csv: whole,
    },
  ];
}
