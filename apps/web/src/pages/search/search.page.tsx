import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { SearchHit } from '#contracts/search.js';
import { searchQuery } from '../../api/queries/search.js';
import { Answer } from '../../ui/answer.js';
import { CsvButton } from '../../ui/csv-button.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.search;
/** As many as the API gives at most. */
const MOST = 20;

/** What was found, by kind. */
export function SearchPage() {
  const { q: asked } = useSearch({ strict: false }) as { q?: unknown };
  const q = typeof asked === 'string' || typeof asked === 'number' ? String(asked).trim() : '';
  return (
    <Page title={q === '' ? say.title : say.titleFor(q)} lead={<p>{say.hint}</p>}>
      {q.length < 2 ? <p className="empty">{say.short}</p> : <Results q={q} />}
    </Page>
  );
}

function Results({ q }: { q: string }) {
  const query = useQuery(searchQuery(q));
  return (
    <Answer query={query}>
      {({ groups }) => {
        const n = groups.reduce((sum, each) => sum + each.hits.length, 0);
        return n === 0 ? (
          <div className="empty">
            <p>
              <strong>{say.nothing(q)}</strong> {say.nothingWhat}
            </p>
          </div>
        ) : (
          <>
            <p>
              <output>{say.found(n)}</output> {n >= MOST && say.most}
            </p>
            <CsvButton
              name={say.csv.file}
              head={say.csv.head}
              rows={() =>
                groups.flatMap(({ kind, hits }) =>
                  hits.map(({ title, detail, page }) => [say.kinds[kind], title, detail, page]),
                )
              }
            />
            {groups
              .filter((each) => each.hits.length > 0)
              .map(({ kind, hits }) => (
                <section key={kind} className="part" aria-labelledby={`trovati-${kind}`}>
                  <h2 id={`trovati-${kind}`}>
                    {say.kinds[kind]} <span className="section-count">{hits.length}</span>
                  </h2>
                  <ul className="hits">
                    {hits.map((hit) => (
                      <Hit key={`${hit.page} ${hit.detail}`} hit={hit} />
                    ))}
                  </ul>
                </section>
              ))}
          </>
        );
      }}
    </Answer>
  );
}

/** Its address comes from the API, so it is no route that is known here by name. */
function Hit({ hit }: { hit: SearchHit }) {
  const router = useRouter();
  return (
    <li>
      <a
        href={hit.page}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          router.history.push(hit.page);
        }}
      >
        {hit.title}
      </a>
      {hit.detail !== '' && <span className="hit-detail">{hit.detail}</span>}
    </li>
  );
}
