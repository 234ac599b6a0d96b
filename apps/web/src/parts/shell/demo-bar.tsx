import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DemoAnswer } from '#contracts/demo.js';
import { ask } from '../../api/client.js';
import { demoQuery } from '../../api/queries/demo.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { statusQuery } from '../../api/queries/status.js';
import { words } from '../../words/index.js';

const say = words.shell;

/** Over every page of a demo: that it is one, and through whose eyes one looks. */
export function DemoBar() {
  const { data } = useQuery(statusQuery);
  return data?.demo === true ? <Bar /> : null;
}

function Bar() {
  const me = useMe();
  const people = useDemoPeople();
  const become = useBecome();
  return (
    <section className="demo-bar" aria-label={say.demoRegion}>
      <div>
        <p>{say.demo}</p>
        <ul aria-label={say.demoAs}>
          {people.map((each) => (
            <li key={each.email}>
              <button
                type="button"
                title={each.sentence}
                aria-current={each.email === me.email || undefined}
                onClick={() => become.mutate(each.email)}
              >
                {each.name.split(' ')[0]}
                <span className="demo-role"> ({each.role})</span>
              </button>
            </li>
          ))}
          <li>
            <Link to="/posta">{words.demoMail.title}</Link>
          </li>
        </ul>
      </div>
    </section>
  );
}

/** The invented people whose place a visitor can take. */
export function useDemoPeople(): DemoAnswer['people'] {
  return useQuery(demoQuery).data?.people ?? [];
}

/** Takes the place of a person; the page begins anew, so that nothing of the last one stays. */
export function useBecome() {
  return useMutation<unknown, Problem, string>({
    mutationFn: (email) => ask('POST /demo/sign-in', { body: { email } }),
    onSuccess: () => window.location.assign('/'),
  });
}
