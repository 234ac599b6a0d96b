import { dayInWords } from '../../ui/dates.js';
import { Table } from '../../ui/table.js';
import { words } from '../../words/index.js';
import { LaunchTight } from './launch-tight.js';
import type { LaunchStep } from '../../parts/launch/launch-step.js';

const say = words.launch.papers;

/** Step 3: what is asked of whom and where, and the internal dates counted backwards. */
export function LaunchPapers({ preview }: LaunchStep) {
  const dated = preview.comuni.filter((each) => each.dates.length > 0);
  const heads = dated[0]?.dates ?? [];
  return (
    <>
      <LaunchTight preview={preview} />
      <p>{say.lead}</p>
      <Table label={words.launch.steps[2] ?? ''}>
        <thead>
          <tr>
            <th scope="col">{say.columns.step}</th>
            <th scope="col">{say.columns.what}</th>
            <th scope="col">{say.columns.who}</th>
            <th scope="col">{say.columns.where}</th>
          </tr>
        </thead>
        <tbody>
          {preview.papers.map((each) => (
            <tr key={`${each.stage} ${each.label}`}>
              <td>{each.stage}</td>
              <th scope="row">
                {each.label}
                {each.optional && <span className="field-optional"> ({say.optional})</span>}
              </th>
              <td>{each.who}</td>
              <td>
                {say.place[each.place]}
                {each.proof && `, ${say.proof}`}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {heads.length > 0 && (
        <section className="part" aria-labelledby="date-interne">
          <h2 id="date-interne">{say.dates}</h2>
          <p>{say.datesLead}</p>
          <Table label={say.dates}>
            <thead>
              <tr>
                <th scope="col">{say.comune}</th>
                {heads.map((head) => (
                  <th key={head.id} scope="col">
                    {head.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {dated.map((comune) => (
                <tr key={comune.body}>
                  <th scope="row">{comune.name}</th>
                  {comune.dates.map((date) => (
                    <td key={date.id}>
                      {dayInWords(date.on)}
                      {date.note !== undefined && <div className="line-meta">{date.note}</div>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      )}
    </>
  );
}
