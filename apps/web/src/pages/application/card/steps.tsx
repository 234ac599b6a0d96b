import type { ApplicationPage, Step, TermLine } from '#contracts/application-page.js';
import { Sentence } from '../../../ui/acronym.js';
import { Closed } from '../../../ui/closed.js';
import { dayInWords, hour } from '../../../ui/dates.js';
import { Sign } from '../../../ui/sign.js';
import { words } from '../../../words/index.js';
import { DocumentLink } from '../../../parts/application/document-link.js';

const say = words.application;

/** What was done with its proof, what runs now, what comes; and the terms, with their old ends in sight. */
export function Steps({ page }: { page: ApplicationPage }) {
  return (
    <>
      <ol className="steps">
        {page.steps.map((step) => (
          <StepLine key={`${step.stage} ${step.round}`} step={step} page={page} />
        ))}
      </ol>
      {page.terms.length > 0 && (
        <>
          <h3>{say.terms}</h3>
          <ul className="lines">
            {page.terms.map((term) => (
              <Term key={`${term.id} ${term.round}`} term={term} on={page.on} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StepLine({ step, page }: { step: Step; page: ApplicationPage }) {
  const { standing, label, round, entered, left, outcome, proof, upTo } = step;
  return (
    <li className={`step step-${standing}`} aria-current={standing === 'now' ? 'step' : undefined}>
      <div className="step-what">
        <strong>
          <Sentence>{label}</Sentence>
          {round > 1 && ` (${say.round(round)})`}
        </strong>
        {standing === 'done' && <Sign sign="done" />}
        {standing === 'now' && <span className="step-now">{say.stepNow}</span>}
      </div>
      <p className="line-meta">
        {entered !== undefined && (
          <span>
            {left === undefined
              ? say.since(dayInWords(entered, page.on))
              : say.between(dayInWords(entered, page.on), dayInWords(left, page.on))}
          </span>
        )}
        {outcome !== undefined && <span>{outcome}</span>}
        {standing !== 'done' && upTo !== '—' && <span>{words.today.upTo(upTo)}</span>}
        {proof !== undefined && (
          <span>
            {say.proof} <DocumentLink application={page.id} id={proof.document} fileName={proof.fileName} />
          </span>
        )}
      </p>
    </li>
  );
}

function Term({ term, on }: { term: TermLine; on: string }) {
  const { label, status, workBy, end, cutOff, was, source, official, askBy } = term;
  const running = status === 'running' || status === 'lapsed';
  return (
    <li className="term">
      <p>
        <strong>{label}</strong> · {say.termStatus[status]}
      </p>
      <p className="line-meta">
        {running && <strong>{words.dates.workBy(dayInWords(workBy, on))}</strong>}
        <span>
          {was.map((each) => (
            <s key={each.end}>{dayInWords(each.end, on)}</s>
          ))}{' '}
          {official
            ? words.dates.official(dayInWords(end, on), hour(cutOff))
            : say.internal(dayInWords(end, on))}
        </span>
        <Closed closed={term.closed} />
      </p>
      {was.map((each) => (
        <p key={each.end} className="term-act">
          {say.movedBy(each.kind, each.act, dayInWords(each.knownOn, on))}
        </p>
      ))}
      {askBy !== undefined && askBy >= on && <p className="term-act">{say.askBy(dayInWords(askBy, on))}</p>}
      {source.act !== '' && (
        <details className="term-source">
          <summary>{say.whereWritten}</summary>
          <p>
            {source.act}: «{source.quote}»{!source.confirmed && ` ${say.unconfirmed}`}
          </p>
        </details>
      )}
    </li>
  );
}
