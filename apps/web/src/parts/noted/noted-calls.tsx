import { Link } from '@tanstack/react-router';
import type { NotedCall } from '#contracts/noted-call.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.noted;

/** Calls that are only noted, as lines of a list; the one that closes first stands first. */
export function NotedCalls({
  title,
  id,
  calls,
  on,
}: {
  title: string;
  id: string;
  calls: readonly Pick<NotedCall, 'slug' | 'title' | 'end' | 'cutOff' | 'away'>[];
  on: string;
}) {
  if (calls.length === 0) return null;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="lines">
        {calls.map(({ slug, title: name, end, cutOff, away }) => {
          const day = dayInWords(end, on);
          const at = words.dates.at(hour(cutOff));
          return (
            <li key={slug} className="line">
              <div className="line-what">
                <h3>
                  <Link to="/avvisi/visti/$noted" params={{ noted: slug }} search={{}}>
                    {name}
                  </Link>
                </h3>
                <p className="line-meta">
                  <span>{end < on ? say.closed(day, at) : say.closes(day, at)}</span>
                  {away !== undefined && <span>{`${say.reason}: ${away.reason}`}</span>}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
