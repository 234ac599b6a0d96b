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
          <WhatItNeeds line={line} />
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

/** What may cost the application or is to be cleared up, else what is missing, else where it stands. */
function WhatItNeeds({ line: { attention, missing, label } }: { line: ApplicationLine }) {
  const [first, ...others] = missing;
  if (attention !== null) return <Sentence>{`${attention}.`}</Sentence>;
  if (first === undefined) return <Sentence>{label}</Sentence>;
  return (
    <>
      <Sentence>{say.missing(first)}</Sentence>
      {others.length > 0 && ` ${say.andMore(others.length)}`}
    </>
  );
}
