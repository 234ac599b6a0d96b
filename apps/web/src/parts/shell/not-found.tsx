import { Problem } from '../../api/problem.js';
import { ButtonLink } from '../../ui/button.js';
import { ProblemNotice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

/** What does not exist and what is of others look the same. */
export function NotFound() {
  return (
    <Page title={words.problem.notFound}>
      <p>
        {words.problem.notFoundWhat} <small className="problem-code">(PAGINA-404)</small>
      </p>
      <ButtonLink to="/">{words.problem.home}</ButtonLink>
    </Page>
  );
}

/** Outside of the shell: an address that no page has. */
export function NowhereFound() {
  return (
    <main className="alone">
      <NotFound />
    </main>
  );
}

/** A page that could not be shown: what the API said, or that the page itself broke. */
export function Crashed({ error }: { error: unknown }) {
  const problem = error instanceof Problem ? error : new Problem(0, 'PAGINA-01', words.problem.crashed);
  return (
    <main className="alone">
      <Page title={words.problem.title}>
        <ProblemNotice problem={problem} again={() => window.location.reload()} />
      </Page>
    </main>
  );
}
