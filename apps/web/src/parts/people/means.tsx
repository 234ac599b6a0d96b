import type { PersonAnswer } from '#contracts/identity.js';
import { type Warning, warningsOf } from '#domain/people/warnings.js';
import { roleInWords } from '#domain/people/role-words.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { dayAfter, monthInWords, withArticle } from '../../ui/dates.js';
import { Icon } from '../../ui/icon.js';
import { words } from '../../words/index.js';
import type { PersonHere } from './of-body.js';

const say = words.people;

/** Days before its end at which a means or a mandate is told: time to renew a signature, or to prepare an election. */
const SOON_DAYS = 60;

/** What will stop an application one day. */
export function warningsHere({ person, roles }: PersonHere, on: LocalDate): string[] {
  const held = roles
    .filter(({ state }) => state === 'now' || state === 'continued')
    .map(({ role, to, state }) => ({
      role,
      ...(to === undefined ? {} : { to }),
      continued: state === 'continued',
    }));
  return warningsOf(held, person.capabilities, on, dayAfter(on, SOON_DAYS) as LocalDate).map((each) =>
    inWords(each, on),
  );
}

function inWords(warning: Warning, on: string): string {
  switch (warning.kind) {
    case 'none':
      return say.state.none(say.means[warning.means]);
    case 'ends':
      return say.state.ends(say.means[warning.means], withArticle('il', warning.on, on));
    case 'ended':
      return say.state.ended(say.means[warning.means], withArticle('il', warning.on, on));
    case 'mandateEnds':
      return say.state.mandateEnds(roleInWords(warning.role), monthInWords(warning.on));
    case 'mandateContinued':
      return say.state.mandateContinued(roleInWords(warning.role), withArticle('il', warning.on, on));
  }
}

/** What a person can sign or reach. */
export function meansInWords({ capabilities }: PersonAnswer, on: string): string[] {
  return capabilities
    .filter(({ expiresOn }) => expiresOn === null || expiresOn >= on)
    .map(({ kind, expiresOn }) =>
      expiresOn === null
        ? say.state.noEnd(say.means[kind])
        : say.state.valid(say.means[kind], withArticle('al', expiresOn, on)),
    );
}

/** Warnings, each with its sign: never by colour alone. */
export function Warnings({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="warnings">
      {of.map((each) => (
        <li key={each}>
          <Icon name="warning-circle" size="xs" /> {each}
        </li>
      ))}
    </ul>
  );
}
