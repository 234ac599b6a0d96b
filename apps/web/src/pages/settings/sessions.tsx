import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ListedSession } from '#contracts/identity.js';
import { ask } from '../../api/client.js';
import { sessionsQuery } from '../../api/queries/access.js';
import { useAct } from '../../parts/edit/use-act.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { inRome, withArticle } from '../../ui/dates.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.settings.sessions;

/** Devices on which one is signed in, each to be ended. */
export function Sessions() {
  const query = useQuery(sessionsQuery);
  const client = useQueryClient();
  const end = useAct<string>(
    (id) =>
      id === 'others' ? ask('DELETE /sessions/others') : ask('DELETE /sessions/:id', { params: { id } }),
    () => void client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  );
  return (
    <section className="part">
      <h2>{say.title}</h2>
      <p>{say.lead}</p>
      {end.error !== null && <ProblemNotice problem={end.error} />}
      <Answer query={query}>
        {({ sessions }) => (
          <>
            <ul className="plain">
              {sessions.map((each) => (
                <li key={each.id} className="person">
                  <div>
                    <strong>{each.device}</strong>
                    <p>{inWords(each)}</p>
                  </div>
                  {!each.current && (
                    <Button
                      tone="secondary"
                      small
                      label={say.endLabel(each.device)}
                      onClick={() => end.mutate(each.id)}
                    >
                      {say.end}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {sessions.length > 1 && (
              <p className="form-actions">
                <Button tone="danger" busy={end.isPending} onClick={() => end.mutate('others')}>
                  {say.endOthers}
                </Button>
              </p>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

function inWords({ openedAt, lastUsedAt, endsAt, openedBy, sharedComputer, current }: ListedSession): string {
  const day = (article: 'il' | 'al', instant: string) => withArticle(article, inRome(instant).slice(0, 10));
  return [
    ...(current ? [say.current] : []),
    ...(sharedComputer ? [say.shared] : []),
    say.opened(day('il', openedAt), say.by[openedBy]),
    say.used(day('il', lastUsedAt)),
    say.ends(day('al', endsAt)),
  ].join(', ');
}
