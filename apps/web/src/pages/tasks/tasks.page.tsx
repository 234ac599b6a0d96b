import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Tasks } from '#contracts/desk.js';
import { useMe } from '../../api/queries/me.js';
import { tasksQuery } from '../../api/queries/tasks.js';
import { Answer } from '../../ui/answer.js';
import { hour } from '../../ui/dates.js';
import { Page } from '../../ui/page.js';
import { Sign } from '../../ui/sign.js';
import { words } from '../../words/index.js';
import { TaskCard } from './task-card.js';

const say = words.tasks;

/** What one person must do, over all comuni and roles at once; nothing else. */
export function TasksPage() {
  const query = useQuery(tasksQuery);
  const { name } = useMe();
  const title = query.data === undefined ? say.title : say.greeting(firstName(name), counts(query.data));
  return (
    <Page title={title} tab={say.title}>
      <Answer query={query}>{(tasks) => <Cards tasks={tasks} />}</Answer>
    </Page>
  );
}

function Cards({ tasks: { tasks, waiting, doneToday, on, at } }: { tasks: Tasks }) {
  return (
    <>
      {tasks.length === 0 && (
        <div className="empty">
          <p>
            {say.empty} {say.checked(hour(at))}
          </p>
        </div>
      )}
      <ul className="cards" data-tour="tasks">
        {tasks.map((task) => (
          <TaskCard key={`${task.application.id} ${task.requirement}`} task={task} on={on} />
        ))}
      </ul>
      {doneToday.length > 0 && (
        <section className="part" aria-labelledby="fatto">
          <h2 id="fatto">{say.doneToday}</h2>
          <ul className="plain">
            {doneToday.map((each) => (
              <li key={`${each.at} ${each.sentence}`}>
                <Sign sign="done" />{' '}
                <Link to="/candidature/$application" params={{ application: each.application.slug }}>
                  {each.sentence}
                </Link>{' '}
                {say.at(hour(each.at))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <details className="part folded">
          <summary>
            <h2>{say.waiting}</h2> <span className="section-count">{waiting.length}</span>
          </summary>
          <ul className="lines">
            {waiting.map((line) => (
              <li key={line.id} className="line">
                <Sign sign={line.updating ? 'updating' : line.sign} />
                <div className="line-what">
                  <h3>
                    <Link to="/candidature/$application" params={{ application: line.slug }}>
                      {line.applicant.name} · {line.call.shortTitle}
                    </Link>
                  </h3>
                  <p>{say.waitingLine(line.label)}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function counts({ tasks, waiting }: Tasks): string {
  const parts = [
    tasks.length === 0 ? undefined : say.toDo(tasks.length),
    waiting.length === 0 ? undefined : say.waitingCount(waiting.length),
  ].filter((each) => each !== undefined);
  return tasks.length === 0 ? say.nothing : `${parts.join(', ')}.`;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
