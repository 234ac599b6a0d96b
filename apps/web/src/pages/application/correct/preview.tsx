import type { CasePreview, MovedTermLine, PlannedMessage } from '#contracts/preview.js';
import { Closed } from '../../../ui/closed.js';
import { dayInWords, hour } from '../../../ui/dates.js';
import { capital } from '#domain/italian/sentence.js';
import { words } from '../../../words/index.js';

const say = words.correct;

/** What would change: terms with their old ends, the state, who is told; nothing of it is on record. */
export function Preview({ preview, on }: { preview: CasePreview; on: string }) {
  const { terms, told, stage, messages, decisions } = preview;
  const { cancelled, moved, planned } = messages;
  const nothing = terms.length + told.length + decisions.length === 0 && stage.before === stage.after;
  return (
    <div className="preview" aria-live="polite">
      <h3>{say.changes}</h3>
      {nothing && <p>{say.nothing}</p>}
      <ul>
        {stage.before !== stage.after && <li>{say.stage(stage.before, stage.after)}</li>}
        {terms.map((term) => (
          <li key={`${term.id} ${term.round}`}>
            <TermMoved term={term} on={on} />
          </li>
        ))}
        {decisions.map((each) => (
          <li key={each}>{each}</li>
        ))}
        {told.length > 0 && (
          <li>
            {say.told(told.length)}
            <ul>
              {told.map((each, n) => (
                <li key={`${each.name} ${n}`}>
                  {each.name ?? say.somebody}: {each.sentence}
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
      {cancelled.length + moved.length + planned.length > 0 && (
        <details>
          <summary>{say.mails(cancelled.length, moved.length, planned.length)}</summary>
          <Mails title={say.cancelled} mails={cancelled} on={on} />
          <Mails title={say.moved} mails={moved} on={on} />
          <Mails title={say.planned} mails={planned} on={on} />
        </details>
      )}
    </div>
  );
}

function TermMoved({ term: { label, old, new: next, official }, on }: { term: MovedTermLine; on: string }) {
  if (next === undefined) return <>{say.termGone(label)}</>;
  const end = official ? `${dayInWords(next.end, on)}, ${hour(next.cutOff)}` : dayInWords(next.end, on);
  return (
    <>
      {capital(label)}: {old !== undefined && <s>{dayInWords(old.end, on)}</s>} <strong>{end}</strong>.{' '}
      {say.workBy(dayInWords(next.workBy, on))} <Closed closed={next.closed} />
    </>
  );
}

function Mails({ title, mails, on }: { title: string; mails: readonly PlannedMessage[]; on: string }) {
  if (mails.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {mails.map((each, n) => (
          <li key={`${each.sentence} ${n}`}>
            {dayInWords(each.on, on)}, {words.dates.at(hour(each.at))}: {each.sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
