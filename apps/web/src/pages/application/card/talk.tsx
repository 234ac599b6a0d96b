import type { ApplicationPage, TalkLine } from '#contracts/application-page.js';
import { atHour, nearDay } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';
import { NoteForm } from '../../../parts/application/note-form.js';
import { PromiseForm } from '../../../parts/application/promise-form.js';

const say = words.talk;

/** Notes, telephone calls, promises, answers: what was said about the case, the latest first. */
export function Talk({ page }: { page: ApplicationPage }) {
  const { conversation, may } = page;
  return (
    <>
      {may.note !== undefined && <NoteForm page={page} acting={may.note} />}
      {may.promise !== undefined && <PromiseForm page={page} acting={may.promise} />}
      {conversation.length === 0 && <p className="empty">{say.empty}</p>}
      <ul className="lines">
        {conversation.map((line) => (
          <Said key={line.fact} line={line} on={page.on} />
        ))}
      </ul>
    </>
  );
}

function Said({ line, on }: { line: TalkLine; on: string }) {
  const { at, by, onBehalfOf, channel, officeOnly, sentence, text } = line;
  return (
    <li className="said">
      <p className="line-meta">
        <span>
          {nearDay(line.on, on)}
          {at !== undefined && ` ${atHour(at)}`}
        </span>
        {by !== undefined && <span>{by}</span>}
        {onBehalfOf !== undefined && <span>{words.documents.onBehalfOf(onBehalfOf)}</span>}
        <span>{channel}</span>
        {officeOnly && <strong>{say.officeOnly}</strong>}
      </p>
      <p>{sentence}</p>
      {text !== undefined && <p className="said-text">{text}</p>}
    </li>
  );
}
