import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RegisteredBody } from '#contracts/registry.js';
import { useMe } from '../../api/queries/me.js';
import { applicationsQuery } from '../../api/queries/application.js';
import type { KnownRegistry } from '../../api/queries/registry.js';
import { ChangeForm } from '../people/change-form.js';
import { InviteForm } from '../people/invite-form.js';
import { meansInWords, Warnings, warningsHere } from '../people/means.js';
import { managesAs, peopleOfBody, type PersonHere } from '../people/of-body.js';
import type { Managing } from '../people/managing.js';
import { PersonCard } from '../people/person-card.js';
import { WhoMay } from '../people/who-may.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Sign } from '../../ui/sign.js';
import { Views } from '../../ui/views.js';
import { words } from '../../words/index.js';
import { Entry } from './entry.js';

const say = words.comuni;
const VIEWS = { ...say.views, candidature: say.applications };
export type BodyView = keyof typeof VIEWS;

/** What is known of a body, in views that are addresses. */
export function BodyViews({
  body,
  known,
  view,
}: {
  body: RegisteredBody;
  known: KnownRegistry;
  view: BodyView;
}) {
  const me = useMe();
  const here = peopleOfBody(known.people, body.id, known.on);
  const acting = managesAs(me, body.id);
  const managing: Managing | undefined =
    acting === undefined ? undefined : { ...acting, body, people: known.people, head: me.may.headOfOffice };
  return (
    <>
      <Views label={say.viewsLabel} views={VIEWS} current={view} />
      {view === 'registro' && <Entry body={body} parts={['residents', 'patronDay', 'closedPeriods']} />}
      {view === 'servizi' && <Entry body={body} parts={['agreements']} />}
      {view === 'persone' && managing === undefined && me.desk === 'office' && <WhoMay known={known} />}
      {view === 'persone' && <People here={here} known={known} managing={managing} />}
      {view === 'abilitazioni' && <Means here={here} known={known} />}
      {view === 'candidature' && <Applications body={body.id} />}
    </>
  );
}

function People({
  here,
  known: { on },
  managing,
}: {
  here: readonly PersonHere[];
  known: KnownRegistry;
  managing: Managing | undefined;
}) {
  const [asked, setAsked] = useState<'invite' | 'change'>();
  const close = () => setAsked(undefined);
  const current = here.filter((each) => each.current);
  const others = here.filter((each) => !each.current);
  return (
    <>
      {managing !== undefined && (
        <div className="page-actions">
          <Button onClick={() => setAsked('invite')}>{words.people.invite.open}</Button>
          {managing.body.kind !== 'union' && (
            <Button tone="secondary" onClick={() => setAsked('change')}>
              {words.changeOfPerson.open}
            </Button>
          )}
          <Dialog
            title={
              asked === 'change'
                ? words.changeOfPerson.title(managing.body.name)
                : `${words.people.invite.open}: ${managing.body.name}`
            }
            open={asked !== undefined}
            close={close}
          >
            {asked === 'change' ? (
              <ChangeForm here={here} on={on} managing={managing} done={close} />
            ) : (
              <InviteForm managing={managing} on={on} done={close} />
            )}
          </Dialog>
        </div>
      )}
      {here.length === 0 && <p className="empty">{words.people.none}</p>}
      {current.length > 0 && (
        <section className="part">
          <h2>{say.views.persone}</h2>
          <ul className="people">
            {current.map((each) => (
              <PersonCard key={each.person.id} here={each} on={on} managing={managing} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className="part">
          <h2>{words.people.former}</h2>
          <ul className="people">
            {others.map((each) => (
              <PersonCard key={each.person.id} here={each} on={on} managing={managing} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Means({ here, known: { on } }: { here: readonly PersonHere[]; known: KnownRegistry }) {
  const current = here.filter((each) => each.current);
  if (current.length === 0) return <p className="empty">{words.people.none}</p>;
  return (
    <ul className="people">
      {current.map((each) => (
        <li key={each.person.id} className="person">
          <div>
            <h2 className="person-name">{each.person.name}</h2>
            {meansInWords(each.person, on).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <Warnings of={warningsHere(each, on)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Applications({ body }: { body: string }) {
  const query = useQuery(applicationsQuery);
  return (
    <Answer query={query}>
      {({ applications }) => {
        const own = applications.filter((each) => each.applicant.id === body);
        if (own.length === 0) return <p className="empty">{say.noApplications}</p>;
        return (
          <ul className="lines">
            {own.map((line) => (
              <li key={line.id} className="line">
                <Sign sign={line.sign} />
                <div className="line-what">
                  <h2 className="person-name">
                    <Link to="/candidature/$application" params={{ application: line.slug }}>
                      {line.call.shortTitle}
                    </Link>
                  </h2>
                  <p>
                    {line.label}. {line.sentence}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        );
      }}
    </Answer>
  );
}
