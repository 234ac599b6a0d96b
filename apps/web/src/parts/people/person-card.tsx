import type { LocalDate } from '#domain/calendar/local-date.js';
import { inRome, withArticle } from '../../ui/dates.js';
import { words } from '../../words/index.js';
import { ContactsButton } from './contacts-button.js';
import { meansInWords, Warnings, warningsHere } from './means.js';
import type { PersonHere } from './of-body.js';
import type { Managing } from './managing.js';
import { PersonActs } from './person-acts.js';
import { roleLine } from './role-line.js';

const say = words.people;

/** A person of a body: who, which roles until when, how to reach, what is missing, and what one may do about it. */
export function PersonCard({
  here,
  on,
  managing,
}: {
  here: PersonHere;
  on: LocalDate;
  managing: Managing | undefined;
}) {
  const { person, roles } = here;
  const means = meansInWords(person, on);
  return (
    <li className="person" id={`persona-${person.id}`}>
      <div>
        <h3>{person.name}</h3>
        <ul className="person-roles">
          {roles.map((each) => (
            <li key={each.id}>{roleLine(each, on)}</li>
          ))}
        </ul>
        <p className="person-contacts">
          {person.email !== null && <a href={`mailto:${person.email}`}>{person.email}</a>}
          {person.phone !== null && (
            <a href={`tel:${person.phone.replaceAll(/[^\d+]/g, '')}`}>{person.phone}</a>
          )}
          {person.email === null && person.phone === null && say.noContacts}
        </p>
        <AccessLine here={here} on={on} />
        {person.absences.map((each) => (
          <p key={each.from} className="person-away">
            {say.away(withArticle('dal', each.from, on), withArticle('al', each.to, on))}:{' '}
            {each.substitute === undefined ? say.nobodyStandsIn : say.standsIn(each.substitute.name)}
          </p>
        ))}
        {means.length > 0 && <p>{means.join(' · ')}</p>}
        {here.current && <Warnings of={warningsHere(here, on)} />}
      </div>
      {managing !== undefined ? (
        <PersonActs here={here} on={on} managing={managing} />
      ) : (
        person.correctable.length > 0 && <ContactsButton person={person} />
      )}
    </li>
  );
}

function AccessLine({ here: { person }, on }: { here: PersonHere; on: LocalDate }) {
  if (!person.active) return <p className="person-access">{say.closed}</p>;
  if (person.access === null) return null;
  const { state, invitedUntil, lastSignIn } = person.access;
  const more =
    state === 'joined' && lastSignIn !== undefined
      ? say.lastSignIn(withArticle('il', inRome(lastSignIn).slice(0, 10), on))
      : state === 'invited' && invitedUntil !== undefined
        ? say.invitedUntil(withArticle('al', inRome(invitedUntil).slice(0, 10), on))
        : undefined;
  return (
    <p className="person-access">
      {say.access[state]}
      {more === undefined ? '' : `, ${more}`}
    </p>
  );
}
