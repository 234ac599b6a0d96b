import { useQuery } from '@tanstack/react-query';
import type { Today } from '#contracts/desk.js';
import { formatEuro } from '#domain/money/money.js';
import { Answer } from '../../ui/answer.js';
import { ButtonLink } from '../../ui/button.js';
import { Coded } from '../../ui/coded.js';
import { dayInWords } from '../../ui/dates.js';
import { FirstStepsLink } from './first-steps-link.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { FailedLine } from './failed-line.js';
import { LineOfToday } from './line-of-today.js';
import { PhoneLine } from './phone-line.js';
import { ReviewLine } from './review-line.js';
import { Round } from './round.js';
import { Section } from './section.js';
import { TodayCsv } from './today-csv.js';
import { todayQuery } from '../../api/queries/today.js';

const say = words.today;

/** The first page of the office: what needs me, in order. */
export function TodayPage() {
  const query = useQuery(todayQuery);
  const title = query.data === undefined ? say.tab : say.title(dayInWords(query.data.on));
  return (
    <Page
      title={title}
      tab={say.tab}
      actions={query.data === undefined ? undefined : <TodayCsv today={query.data} />}
    >
      <FirstStepsLink />
      <Answer query={query}>{(today) => <Sections today={today} />}</Answer>
    </Page>
  );
}

function Sections({ today }: { today: Today }) {
  const { now, phone, review, round, soon, failed, outage, files, on } = today;
  const nothing = [now, phone, review, soon, failed].every((each) => each.length === 0) && !round.due;
  return (
    <>
      {outage !== undefined && (
        <Notice kind="warning">
          <Coded text={outage} />
        </Notice>
      )}
      {files !== undefined && (
        <Notice kind="warning">
          <Coded text={files} />
        </Notice>
      )}
      <Counts today={today} />
      {nothing && <Nothing today={today} />}
      <Section id="da-fare" title={say.sections.now} items={now} tour="today">
        {(line) => <LineOfToday key={line.id} line={line} on={on} />}
      </Section>
      <Section id="da-telefonare" title={say.sections.phone} items={phone}>
        {(task) => <PhoneLine key={task.id} task={task} />}
      </Section>
      <Section id="da-controllare" title={say.sections.review} items={review}>
        {(task) => <ReviewLine key={task.document} task={task} on={on} />}
      </Section>
      <Round round={round} on={on} />
      <Section id="in-arrivo" title={say.sections.soon} items={soon}>
        {(line) => <LineOfToday key={line.id} line={line} on={on} />}
      </Section>
      <Section id="consegne" title={say.sections.failed} items={failed}>
        {(delivery) => <FailedLine key={delivery.mail} delivery={delivery} on={on} />}
      </Section>
    </>
  );
}

/** Three numbers, each a link to where they come from. */
function Counts({ today: { now, phone, review, atRisk } }: { today: Today }) {
  const toDo = now.length + review.length;
  return (
    <ul className="counts">
      <li>
        <Count
          number={toDo}
          words={say.counts.toDo(toDo)}
          to={now.length > 0 ? 'da-fare' : 'da-controllare'}
        />
      </li>
      <li>
        <Count
          number={formatEuro(atRisk.cents)}
          none={atRisk.cents === 0}
          words={say.counts.atRisk(atRisk.days)}
          to="da-fare"
        />
        <details className="tip">
          <summary aria-label={say.atRiskMeaningLabel}>?</summary>
          <p>{say.atRiskMeaning(atRisk.days)}</p>
        </details>
      </li>
      <li>
        <Count number={phone.length} words={say.counts.phone(phone.length)} to="da-telefonare" />
      </li>
    </ul>
  );
}

function Count({
  number,
  words: what,
  to,
  none = number === 0,
}: {
  number: string | number;
  words: string;
  to: string;
  none?: boolean;
}) {
  const said = (
    <>
      <strong>{number}</strong> {what}
    </>
  );
  return none ? <span>{said}</span> : <a href={`#${to}`}>{said}</a>;
}

function Nothing({ today: { next, round } }: { today: Today }) {
  return (
    <div className="empty">
      <p>
        {say.empty}{' '}
        {next === undefined
          ? say.emptyDay
          : say.emptyNext(`${dayInWords(next.on)}, ${next.applicant} · ${next.call} (${next.label})`)}
      </p>
      {round.lines.length === 0 && next === undefined && (
        <ButtonLink to="/avvisi/nuovo">{say.launch}</ButtonLink>
      )}
    </div>
  );
}
