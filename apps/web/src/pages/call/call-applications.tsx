import { Link } from '@tanstack/react-router';
import type { CallPage } from '#contracts/call-page.js';
import { forExcel } from '../../parts/application/line-table.js';
import { CsvButton } from '../../ui/csv-button.js';
import { nearDay } from '../../ui/dates.js';
import { Euro } from '../../ui/euro.js';
import { Sign } from '../../ui/sign.js';
import { UpTo } from '../../parts/people/who.js';
import { Table } from '../../ui/table.js';
import { words } from '../../words/index.js';

const say = words.call;

/** The applications of a call, one a line. */
export function CallApplications({ call: { applications, on, slug } }: { call: CallPage }) {
  return (
    <section className="part">
      <h2 id="candidature">{say.applications}</h2>
      {applications.length === 0 ? (
        <p>{say.noApplications}</p>
      ) : (
        <>
          <Table label={say.applications}>
            <thead>
              <tr>
                <th scope="col">{say.columns.comune}</th>
                <th scope="col">{say.columns.state}</th>
                <th scope="col">{say.columns.upTo}</th>
                <th scope="col">{say.columns.workBy}</th>
                <th scope="col">{say.columns.amount}</th>
              </tr>
            </thead>
            <tbody>
              {applications.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <Link to="/candidature/$application" params={{ application: line.slug }}>
                      {line.applicant.name}
                    </Link>
                  </th>
                  <td>
                    <Sign sign={line.updating ? 'updating' : line.sign} />
                    <div>{line.label}</div>
                    {line.overlays.length > 0 && <div className="line-meta">{line.overlays.join(' · ')}</div>}
                  </td>
                  <td>
                    <UpTo upTo={line.upTo} who={line.who} bare />
                  </td>
                  <td>{line.workBy === null ? words.launch.comuni.none : nearDay(line.workBy, on)}</td>
                  <td>
                    <Euro cents={line.amountCents} word={line.amountWord} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <CsvButton name={`${slug}-${on}`} {...forExcel(applications, on)} />
        </>
      )}
    </section>
  );
}
