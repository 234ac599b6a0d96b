import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../../api/queries/status.js';
import { useBecome, useDemoPeople } from '../../parts/shell/demo-bar.js';
import { Button } from '../../ui/button.js';
import { words } from '../../words/index.js';

const say = words.signIn;

/** The demo's people, one click away, above the sign-in of a real installation. */
export function DemoPeople() {
  const { data } = useQuery(statusQuery);
  return data?.demo === true ? <People /> : null;
}

function People() {
  const people = useDemoPeople();
  const become = useBecome();
  return (
    <section className="empty" aria-labelledby="dimostrazione">
      <h2 id="dimostrazione">{say.demoTitle}</h2>
      <p>
        {words.shell.demo} {say.demoWhat}
      </p>
      <ul className="plain">
        {people.map((each) => (
          <li key={each.email}>
            <Button busy={become.isPending} onClick={() => become.mutate(each.email)}>
              {each.name} ({each.role})
            </Button>{' '}
            {each.sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
