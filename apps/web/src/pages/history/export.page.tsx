import { addressOf } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.exporting;

/** All that is on record, as files, and how whoever has them verifies them without trusting this program. */
export function ExportPage() {
  return (
    <Page title={say.title} lead={<p>{say.lead}</p>}>
      <ul className="lines">
        {say.files.map(({ name, title, what, label }) => (
          <li key={name} className="line">
            <div className="line-what">
              <h2 className="h4">{title}</h2>
              <p>{what}</p>
            </div>
            <div className="line-acts">
              <a className="btn btn-primary btn-xs" href={addressOf(`GET /history/${name}.csv`)} download>
                {label}
              </a>
            </div>
          </li>
        ))}
      </ul>
      <section aria-labelledby="verifica">
        <h2 id="verifica">{say.verify}</h2>
        <ol>
          {say.how.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
      </section>
    </Page>
  );
}
