import { formatEuro } from '#domain/money/money.js';
import { withArticle } from '../../ui/dates.js';
import { Table } from '../../ui/table.js';
import { words } from '../../words/index.js';
import { chosenIn, type LaunchStep } from '../../parts/launch/launch-step.js';

const say = words.launch.comuni;

/** Step 2: who may take part and for how much, with the reason; and who does. */
export function LaunchComuni({ preview, draft, change }: LaunchStep) {
  const chosen = chosenIn(preview, draft);
  const sum = preview.comuni
    .filter((each) => chosen.includes(each.istat))
    .reduce((cents, each) => cents + (each.amountCents ?? 0), 0);
  return (
    <>
      <p aria-live="polite">{say.chosen(chosen.length, formatEuro(sum))}</p>
      <Table label={words.launch.steps[1] ?? ''}>
        <thead>
          <tr>
            <th scope="col">{say.columns.comune}</th>
            <th scope="col">{say.columns.residents}</th>
            <th scope="col">{say.columns.amount}</th>
            <th scope="col">{say.columns.why}</th>
            <th scope="col">{say.columns.earlier}</th>
          </tr>
        </thead>
        <tbody>
          {preview.comuni.map((each) => (
            <tr key={each.body}>
              <th scope="row">
                <label className="row-choice">
                  <input
                    type="checkbox"
                    className="check-box"
                    disabled={each.refused !== undefined}
                    checked={each.refused === undefined && chosen.includes(each.istat)}
                    onChange={(event) =>
                      change({
                        comuni: event.target.checked
                          ? [...chosen, each.istat]
                          : chosen.filter((istat) => istat !== each.istat),
                      })
                    }
                  />
                  {each.name}
                </label>
              </th>
              <td>
                {each.residents === undefined
                  ? say.none
                  : `${each.residents.count.toLocaleString('it-IT', { useGrouping: 'always' })} ${withArticle('al', each.residents.on)}`}
              </td>
              <td>{each.amountCents === undefined ? say.none : formatEuro(each.amountCents)}</td>
              <td>{each.refused?.detail ?? each.formula ?? say.none}</td>
              <td>
                {each.earlier.length === 0
                  ? say.none
                  : each.earlier.map((before) => (
                      <div key={before.number}>{say.earlier(before.call, before.label)}</div>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
