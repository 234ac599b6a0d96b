import type { ApplicationLine } from '#contracts/desk.js';
import { Sentence } from '../../ui/acronym.js';
import { ButtonLink } from '../../ui/button.js';
import { Ends } from '../../ui/ends.js';
import { Euro } from '../../ui/euro.js';
import { PhoneLink } from '../../ui/phone-link.js';
import { Sign } from '../../ui/sign.js';
import { UpTo } from '../../parts/people/who.js';
import { words } from '../../words/index.js';

const say = words.today;

/** One application that needs somebody: sign, what, until when, how much, to whom it is up. */
export function LineOfToday({ line, on }: { line: ApplicationLine; on: string }) {
  const { applicant, call, slug } = line;
  // Who is away does not answer: the next of those to whom it is up.
  const called = line.who.find(({ away, phone }) => !away && phone !== undefined);
  return (
    <li className="line">
      <Sign sign={line.updating ? 'updating' : line.sign} />
      <div className="line-what">
        <h3>
          {applicant.name} · {call.shortTitle}
        </h3>
        <p>
          <Sentence>{line.missing[0] === undefined ? line.label : say.missing(line.missing[0])}</Sentence>
          {line.missing.length > 1 && ` ${say.andMore(line.missing.length - 1)}`}
        </p>
        <p className="line-meta">
          <Ends workBy={line.workBy} end={line.end} cutOff={line.cutOff} on={on} />
          <Euro cents={line.amountCents} word={line.amountWord} />
          <UpTo upTo={line.upTo} who={line.who} />
        </p>
      </div>
      <div className="line-acts">
        {called?.phone !== undefined && <PhoneLink name={called.name} phone={called.phone} />}
        <ButtonLink
          to="/candidature/$application"
          params={{ application: slug }}
          label={say.openLabel(`${applicant.name}, ${call.shortTitle}`)}
          small
        >
          {say.open}
        </ButtonLink>
      </div>
    </li>
  );
}
