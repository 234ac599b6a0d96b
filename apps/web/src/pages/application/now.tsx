import type { ApplicationPage, RequirementLine } from '#contracts/application-page.js';
import { Sentence } from '../../ui/acronym.js';
import { ButtonLink } from '../../ui/button.js';
import { dayInWords, nearDay } from '../../ui/dates.js';
import { Ends } from '../../ui/ends.js';
import { words } from '../../words/index.js';
import type { Card } from '../../parts/application/address.js';
import { ASKED } from '../../parts/application/asked.js';
import { ApplyAgain } from './apply-again.js';
import { Approval } from './approval.js';
import { OtherActs } from './other-acts.js';
import { hereLink } from '../../parts/application/here-link.js';

const say = words.application;

/** "Adesso": the only thing that matters, and under it what comes then. */
export function Now({ page, card }: { page: ApplicationPage; card: Card | undefined }) {
  const { may, requirements, after, next, on } = page;
  // What is up to nobody comes by itself, as the end of the maintenance does.
  const asked = requirements.filter((each) => each.current && !each.optional && each.upTo !== '');
  const open = asked.filter((each) => each.status !== 'accepted' && each.status !== 'done');
  const mine = open.filter((each) => ASKED[each.kind].may(page.may, each));
  // What is up to others stays in sight below what the reader can do.
  const sorted = [...mine, ...open.filter((each) => !mine.includes(each))];
  const owed = sorted.filter((each) => each.owed);
  const asks = (lines: readonly RequirementLine[]) => (
    <ul className="now-list">
      {lines.map((line) => (
        <Ask key={`${line.of} ${line.id}`} page={page} line={line} card={card} />
      ))}
    </ul>
  );
  return (
    <section className="now" aria-labelledby="adesso">
      <h2 id="adesso">{say.now}</h2>
      <p>
        <Sentence>{page.state}</Sentence>
      </p>
      {page.workBy !== null && (
        <p className="line-meta">
          <Ends workBy={page.workBy} end={page.end} cutOff={page.cutOff} on={on} />
          {page.papersBy !== undefined && <> {say.papersBy(nearDay(page.papersBy, on))}</>}
        </p>
      )}
      {sorted.length === 0 && !page.ended && may.approve.length === 0 && <p>{say.nothingNow}</p>}
      {asks(sorted.filter((each) => !each.owed))}
      {may.approve.map((each) => (
        <Approval key={each.approval} page={page} asked={each} />
      ))}
      {owed.length > 0 && (
        <div className="now-owed">
          <h3>{say.owed}</h3>
          <p>{owed.some((each) => each.notAfter !== undefined) ? say.owedHelpFatal : say.owedHelp}</p>
          {asks(owed)}
        </div>
      )}
      <OtherActs page={page} />
      <ApplyAgain page={page} />
      {(next !== undefined || after.length > 0) && (
        <div className="now-then">
          <h3>{say.afterwards}</h3>
          <ul>
            {next !== undefined && <li>{next.sentence}</li>}
            {after.map((each) => (
              <li key={each.stage}>
                {each.label}
                {each.on !== undefined && each.on > on && `, ${say.expected(nearDay(each.on, on))}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function owedNote({ notAfter, weight }: RequirementLine, on: string): string {
  if (notAfter !== undefined) return say.owedWeight.fatal(dayInWords(notAfter, on));
  return weight === 'gate' ? say.owedWeight.gate : say.owedWeight.curable;
}

/** One thing that is asked: what, where it is done, who does it, and the button of whoever reads and may. */
function Ask({ page, line, card }: { page: ApplicationPage; line: RequirementLine; card: Card | undefined }) {
  const { may, platform } = page;
  const form = may.milestones.find((each) => each.milestone === line.id);
  const filing = may.file.find((each) => each.requirement === line.id);
  const review = may.review.find((each) => each.requirement === line.id);
  // A question that is answered here: each answer is a button.
  const answered = line.place === 'here' && form !== undefined && form.outcomes.length > 0;
  // What one was reading, a note with the CUP in it, stays open below the form.
  const kept = card === undefined ? {} : { scheda: card };
  const returned = line.versions.find((each) => each.verdict === 'returned');
  return (
    <li className="now-ask">
      <div>
        <strong>
          <Sentence>{line.label}</Sentence>
        </strong>
        <p className="line-meta">
          <span>{say.status[line.kind === 'approval' ? 'waiting' : line.status]}</span>
          <span>{say.place(line.place, platform.name)}</span>
          <span>{words.today.upTo(line.status === 'inReview' ? say.office : line.upTo)}</span>
        </p>
        {line.weight !== undefined && <p>{owedNote(line, page.on)}</p>}
        {line.status === 'returned' && returned?.reason !== undefined && (
          <p>{say.returnedBecause(returned.reason)}</p>
        )}
        {line.place === 'platform' && form !== undefined && (
          <p>
            <a href={platform.url} rel="noreferrer" target="_blank">
              {say.openPlatform(platform.name)}
            </a>
          </p>
        )}
      </div>
      <div className="line-acts">
        {form !== undefined && !answered && (
          <ButtonLink {...hereLink(page, { ...kept, registra: line.id })}>{form.button}</ButtonLink>
        )}
        {answered &&
          form?.outcomes.map(({ code, label }, n) => (
            <ButtonLink
              key={code}
              tone={n === 0 ? 'primary' : 'secondary'}
              {...hereLink(page, { ...kept, registra: line.id, esito: code })}
            >
              {label}
            </ButtonLink>
          ))}
        {filing !== undefined && line.status !== 'inReview' && (
          <ButtonLink {...hereLink(page, { ...kept, carica: line.id })} label={say.fileLabel(line.label)}>
            {say.file}
          </ButtonLink>
        )}
        {review !== undefined && (
          <ButtonLink
            {...hereLink(page, { scheda: 'documenti' })}
            hash={line.id}
            label={say.reviewLabel(line.label)}
          >
            {say.review}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}
