import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RegisteredBody } from '#contracts/registry.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { roleInWords } from '#domain/people/role-words.js';
import { hasWords } from '../../parts/application/contains.js';
import { useMe } from '../../api/queries/me.js';
import { type KnownRegistry, useRegistry } from '../../api/queries/registry.js';
import { Waiting } from '../../ui/waiting.js';
import { slugOf } from '#domain/desk/slug.js';
import { ChangeForm } from '../../parts/people/change-form.js';
import type { Managing } from '../../parts/people/managing.js';
import { managesAs, peopleOfBody, type PersonHere } from '../../parts/people/of-body.js';
import { WhoMay } from '../../parts/people/who-may.js';
import { askedOf, TextFilter } from '../../ui/filters.js';
import { Choice } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.register;
/** A role that nobody holds today. */
const VACANT = 'altro';

interface Chosen {
  comune?: string | undefined;
  incarico?: string | undefined;
}

/** Somebody left and somebody came: in which comune, who, then the act with its preview. */
export function PersonPage() {
  const { data, waiting } = useRegistry();
  return (
    <Page title={say.person} lead={say.personLead}>
      {data === undefined ? <Waiting query={waiting} /> : <Change known={data} />}
    </Page>
  );
}

function Change({ known }: { known: KnownRegistry }) {
  const me = useMe();
  const navigate = useNavigate();
  const { comune = '', incarico = '' } = useSearch({ from: '/shell/registra/persona' });
  const asked = askedOf(useSearch({ strict: false }), { q: 'text' });
  const choose = (chosen: Chosen) =>
    void navigate({
      to: '/registra/persona',
      search: (before) => ({ ...before, ...chosen }),
      resetScroll: false,
    });
  const comuni = known.union.bodies.filter(({ kind }) => kind === 'comune');
  const body = comuni.find((each) => slugOf(each.name) === comune);
  if (managesAs(me, me.unionBody) === undefined) return <WhoMay known={known} />;
  const found = comuni.filter(
    (each) => each === body || hasWords(searched(each, known), String(asked['q'] ?? '')),
  );
  return (
    <>
      <TextFilter label={say.searchPerson} hint={say.searchPersonHint} name="q" asked={asked} />
      {found.length === 0 ? (
        <p className="empty">{say.noPersonFound}</p>
      ) : (
        <Choice
          label={say.whichComune}
          name="comune"
          value={comune}
          onChange={(event) => choose({ comune: event.target.value, incarico: undefined })}
          options={found.map((each) => ({ value: slugOf(each.name), label: each.name }))}
        />
      )}
      {body !== undefined && (
        <OfBody key={body.id} body={body} known={known} chosen={incarico} choose={choose} />
      )}
    </>
  );
}

function OfBody({
  body,
  known: { people, on },
  chosen,
  choose,
}: {
  body: RegisteredBody;
  known: KnownRegistry;
  chosen: string;
  choose: (chosen: Chosen) => void;
}) {
  const me = useMe();
  const here = peopleOfBody(people, body.id, on);
  return (
    <>
      <Choice
        label={say.whoLeaves}
        name="incarico"
        value={chosen}
        onChange={(event) => choose({ incarico: event.target.value })}
        options={[
          ...heldNow(here).map(({ person, role }) => ({
            value: role.id,
            label: say.holds(person.name, roleInWords(role.role)),
          })),
          { value: VACANT, label: say.vacant },
        ]}
      />
      {chosen !== '' && (
        <Act
          key={chosen}
          here={here}
          on={on}
          chosen={chosen}
          managing={{ actingBody: me.unionBody, body, people, head: me.may.headOfOffice }}
        />
      )}
    </>
  );
}

function Act({
  here,
  on,
  chosen,
  managing,
}: {
  here: readonly PersonHere[];
  on: LocalDate;
  chosen: string;
  managing: Managing;
}) {
  const navigate = useNavigate();
  // Once it is recorded the role is not held any more, and the form still has to say so.
  const [leaving] = useState(() => heldNow(here).find(({ role }) => role.id === chosen)?.role);
  if (leaving === undefined && chosen !== VACANT) return null;
  const { name } = managing.body;
  const toPeople = () =>
    void navigate({
      to: '/comuni/$comune',
      params: { comune: slugOf(name) },
      search: { vista: 'persone' },
    });
  return (
    <section className="panel" aria-labelledby="cambio">
      <h2 id="cambio">{words.changeOfPerson.title(name)}</h2>
      <ChangeForm here={here} on={on} leaving={leaving} managing={managing} done={toPeople} />
    </section>
  );
}

/** Who holds which role of the body itself today; a role for one application alone ends with it. */
function heldNow(here: readonly PersonHere[]) {
  return here.flatMap(({ person, roles }) =>
    roles
      .filter(
        ({ state, application }) => (state === 'now' || state === 'continued') && application === undefined,
      )
      .map((role) => ({ person, role })),
  );
}

function searched(body: RegisteredBody, { people, on }: KnownRegistry): string {
  const held = heldNow(peopleOfBody(people, body.id, on));
  return [body.name, ...held.map(({ person, role }) => `${person.name} ${roleInWords(role.role)}`)].join(' ');
}
