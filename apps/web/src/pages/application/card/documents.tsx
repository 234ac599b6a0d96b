import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ApplicationPage, DocumentLine, RequirementLine } from '#contracts/application-page.js';
import { ButtonLink } from '../../../ui/button.js';
import { atHour, nearDay } from '../../../ui/dates.js';
import { sizeInWords } from '../../../parts/upload/filing.js';
import { words } from '../../../words/index.js';
import { DocumentLink } from '../../../parts/application/document-link.js';
import { hereLink } from '../../../parts/application/here-link.js';
import { Review } from './review.js';

const say = words.documents;

/** Paper by paper: what is missing, what is being looked at, what must be mended, what is good; with every version. */
export function Documents({ page }: { page: ApplicationPage }) {
  const papers = page.requirements.filter((each) => each.kind === 'document');
  const goAheads = page.requirements.filter((each) => each.kind === 'approval');
  const now = papers.filter((each) => each.current);
  const wanted = now.filter((each) => !each.optional);
  const here = wanted.filter((each) => each.status === 'accepted' || each.status === 'inReview');
  const before = papers.filter((each) => !each.current && each.versions.length > 0);
  return (
    <>
      {now.length + before.length === 0 && <p className="empty">{say.empty}</p>}
      {wanted.length > 1 && <p>{say.there(here.length, wanted.length)}</p>}
      <ul className="papers">
        {now.map((line) => (
          <Paper key={`${line.of} ${line.id}`} page={page} line={line} />
        ))}
      </ul>
      {goAheads.length > 0 && (
        <>
          <h3 className="papers-group">{say.goAheads}</h3>
          <ul className="papers">
            {goAheads.map((line) => (
              <li key={`${line.of} ${line.id}`} className="paper">
                <h3>{line.label}</h3>
                {line.answers.map((each) => (
                  <p key={each.role}>
                    {each.roleInWords}: {say.verdict[each.verdict]}
                    {each.name !== undefined && ` (${each.name})`}
                    {each.on !== undefined && `, ${nearDay(each.on, page.on)}`}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {before.length > 0 && (
        <>
          <h3 className="papers-group">{say.before}</h3>
          <ul className="papers">
            {before.map((line) => (
              <Paper key={`${line.of} ${line.id}`} page={page} line={line} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Paper({ page, line }: { page: ApplicationPage; line: RequirementLine }) {
  const { may } = page;
  const filing = may.file.find((each) => each.requirement === line.id);
  const review = may.review.find((each) => each.requirement === line.id);
  const [last, ...older] = line.versions;
  const place = useRef<HTMLLIElement>(null);
  const named = useLocation({ select: ({ hash }) => hash === line.id });
  useEffect(() => {
    // The paper comes after the answer of the API; the browser looked for it before. The page's heading takes the
    // focus once more when it appears.
    if (!named) return;
    const frame = requestAnimationFrame(() => {
      place.current?.scrollIntoView({ block: 'start' });
      place.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [named]);
  return (
    <li ref={place} className="paper" id={line.id} tabIndex={named ? -1 : undefined}>
      <div className="paper-head">
        <h3>
          {line.label}
          {line.optional && <span className="field-optional"> ({say.optional})</span>}
        </h3>
        {!(line.optional && line.status === 'missing') && (
          <span className={`paper-status paper-${line.status}`}>{words.application.status[line.status]}</span>
        )}
      </div>
      <p className="line-meta">
        <span>{words.application.place(line.place, page.platform.name)}</span>
        {line.current && <span>{words.today.upTo(line.upTo)}</span>}
        {!line.current && <span>{line.of}</span>}
      </p>
      {last !== undefined && <Version page={page} version={last} />}
      {last !== undefined && review !== undefined && (
        <Review
          page={page}
          asked={review}
          label={line.label}
          fileName={last.fileName}
          notAfter={line.notAfter}
        />
      )}
      {older.length > 0 && (
        <details>
          <summary>{say.older(older.length)}</summary>
          {older.map((each) => (
            <Version key={each.id} page={page} version={each} />
          ))}
        </details>
      )}
      {filing !== undefined && line.current && (
        <div className="line-acts">
          <ButtonLink
            {...hereLink(page, { scheda: 'documenti', carica: line.id })}
            small
            tone={
              (line.status === 'missing' && !line.optional) || line.status === 'returned'
                ? 'primary'
                : 'secondary'
            }
            label={(line.versions.length === 0 ? words.application.fileLabel : say.anotherLabel)(line.label)}
          >
            {line.versions.length === 0 ? words.application.file : say.another}
          </ButtonLink>
        </div>
      )}
    </li>
  );
}

function Version({ page, version }: { page: ApplicationPage; version: DocumentLine }) {
  const { filedOn, filedAt, by, onBehalfOf, channel, verdict, reason } = version;
  return (
    <div className="version">
      <DocumentLink application={page.id} id={version.id} fileName={version.fileName} />{' '}
      <span className="version-meta">
        {sizeInWords(version.bytes)}, {nearDay(filedOn, page.on)}
        {filedAt !== undefined && ` ${atHour(filedAt)}`}
        {by !== undefined && `, ${by}`}
        {onBehalfOf !== undefined && ` ${say.onBehalfOf(onBehalfOf)}`}, {channel}
      </span>
      {verdict === 'returned' && <p className="version-returned">{say.returned(reason)}</p>}
      {verdict === 'accepted' && <p className="version-good">{say.accepted}</p>}
    </div>
  );
}
