import type { CallPage, CallTermLine } from '#contracts/call-page.js';
import { Closed } from '../../ui/closed.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { Table } from '../../ui/table.js';
import { words } from '../../words/index.js';

const say = words.call;

/** Every term with its rule and the sentence it comes from; what nobody confirmed is marked. */
export function CallTerms({ call: { terms, on } }: { call: CallPage }) {
  return (
    <section className="part">
      <h2 id="termini">{say.terms}</h2>
      <Table label={say.terms}>
        <thead>
          <tr>
            <th scope="col">{say.termColumns.term}</th>
            <th scope="col">{say.termColumns.rule}</th>
            <th scope="col">{say.termColumns.source}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term.id}>
              <th scope="row">
                {term.label}
                <div className="line-meta">
                  <span>{term.official ? say.official : say.internal}</span>
                  {term.peremptory && <span>{say.peremptory}</span>}
                </div>
              </th>
              <td>
                {term.rule}
                {term.fixed !== undefined && <Fixed fixed={term.fixed} on={on} />}
              </td>
              <td>
                «{term.source.quote}» ({term.source.act})
                {!term.source.confirmed && <strong> {say.toConfirm}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Fixed({ fixed, on }: { fixed: NonNullable<CallTermLine['fixed']>; on: string }) {
  return (
    <div>
      {fixed.was.map((each) => (
        <del key={each.end}>{dayInWords(each.end, on)} </del>
      ))}
      {dayInWords(fixed.end)} {fixed.end.slice(0, 4)}, {words.dates.at(hour(fixed.cutOff))}{' '}
      <Closed closed={fixed.closed} />
    </div>
  );
}
