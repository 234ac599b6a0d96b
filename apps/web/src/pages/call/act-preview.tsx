import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AmendmentPreview } from '#contracts/call-page.js';
import type { CasePreview, MovedTermLine } from '#contracts/preview.js';
import { formatEuro } from '#domain/money/money.js';
import { isTouched } from '#domain/simulation/touched.js';
import type { Problem } from '../../api/problem.js';
import { Closed } from '../../ui/closed.js';
import { Button } from '../../ui/button.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { Table } from '../../ui/table.js';
import { words } from '../../words/index.js';
import { move, type Move, type Previewing } from './act.js';
import { ActOnSome } from './act-on-some.js';
import { ActRefused } from './act-refused.js';
import { ActDone, MailsOf, PreviewWays, ToldTo } from './act-told.js';

const say = words.call.preview;

/** What an act would move, and the one press that does it: for all, or for the chosen ones only. */
export function ActPreview({
  call,
  act,
  acting,
  looked: { typed, preview, ifMatch },
  change,
  again,
  close,
}: Previewing<Move>) {
  const listed = preview.applications.filter((each) => each.terms.length > 0 || isTouched(each));
  const [chosen, setChosen] = useState<readonly string[]>(listed.map((each) => each.application.id));
  const [some, setSome] = useState(false);
  const by = { call, acting, typed };
  const [once] = useState(() => crypto.randomUUID());
  const amend = useMutation<unknown, Problem>({
    mutationFn: () => move(act, by, { once, ifMatch }),
  });
  const verb = say.verb[act];
  if (amend.isSuccess) {
    return <ActDone close={close}>{words.call.results.all(preview.moves, preview.stays)}</ActDone>;
  }
  if (some) {
    const cases = listed.filter((each) => chosen.includes(each.application.id));
    return <ActOnSome {...{ cases, act, by, ifMatch, again, close }} />;
  }
  const { cancelled, moved, planned } = preview.mails;
  const all = chosen.length === listed.length;
  return (
    <>
      <h3>{say.title}</h3>
      {listed.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <>
          <p>
            {say.sums(preview.moves, preview.people, formatEuro(preview.cents))}{' '}
            {preview.stays > 0 && say.staysBecause(preview.stays, settledIn(preview))} {say.forWholeCall}{' '}
            {say.mails(cancelled, moved, planned)}
          </p>
          <Table label={say.title}>
            <thead>
              <tr>
                <th scope="col">{say.columns.comune}</th>
                <th scope="col">{say.columns.old}</th>
                <th scope="col">{say.columns.new}</th>
                <th scope="col">{say.columns.mails}</th>
                <th scope="col">{say.columns.told}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((each) => (
                <Row
                  key={each.application.id}
                  each={each}
                  on={call.on}
                  chosen={chosen.includes(each.application.id)}
                  choose={(yes) =>
                    setChosen(
                      yes
                        ? [...chosen, each.application.id]
                        : chosen.filter((id) => id !== each.application.id),
                    )
                  }
                />
              ))}
            </tbody>
          </Table>
        </>
      )}
      {!all && <p>{say.someNote}</p>}
      <ActRefused problem={amend.error} again={again} />
      <PreviewWays change={change} close={close}>
        {all ? (
          <Button busy={amend.isPending} onClick={() => amend.mutate()}>
            {say.all(verb, preview.moves)}
          </Button>
        ) : (
          <Button disabled={chosen.length === 0} onClick={() => setSome(true)}>
            {say.some(verb, chosen.length)}
          </Button>
        )}
      </PreviewWays>
    </>
  );
}

/** Of how many that stay as they are the term was met, and of how many it is needed no more. */
function settledIn({ applications }: AmendmentPreview): { met: number; moot: number } {
  const kept = applications.filter((each) => !isTouched(each));
  const met = kept.filter(({ terms }) => terms.some((each) => each.settled === 'met'));
  const moot = kept.filter((each) => !met.includes(each) && each.terms.length > 0);
  return { met: met.length, moot: moot.length };
}

function Row({
  each,
  on,
  chosen,
  choose,
}: {
  each: CasePreview;
  on: string;
  chosen: boolean;
  choose: (yes: boolean) => void;
}) {
  return (
    <tr>
      <th scope="row">
        <label className="row-choice">
          <input
            type="checkbox"
            className="check-box"
            checked={chosen}
            onChange={(event) => choose(event.target.checked)}
          />
          {each.applicant.name}
        </label>
        {each.stage.before !== each.stage.after && (
          <div className="line-meta">{say.stages(each.stage.before, each.stage.after)}</div>
        )}
      </th>
      <td>
        {each.terms.map(
          (term) => term.old && <Dates key={term.id} term={term} dates={term.old} on={on} struck />,
        )}
      </td>
      <td>
        {each.terms.map((term) => term.new && <Dates key={term.id} term={term} dates={term.new} on={on} />)}
      </td>
      <td>
        <MailsOf each={each} />
      </td>
      <td>
        <ToldTo each={each} />
      </td>
    </tr>
  );
}

function Dates({
  term,
  dates,
  on,
  struck = false,
}: {
  term: MovedTermLine;
  dates: NonNullable<MovedTermLine['old']> & Partial<NonNullable<MovedTermLine['new']>>;
  on: string;
  struck?: boolean;
}) {
  const end = `${dayInWords(dates.end, on)}, ${hour(dates.cutOff)}`;
  return (
    <p>
      {term.label}: {struck ? <del>{end}</del> : <strong>{end}</strong>}
      {!struck && term.settled !== undefined && (
        <span className="line-meta">{say.settled[term.settled]}</span>
      )}
      {dates.workBy !== dates.end && (
        <span className="line-meta">{say.workBy(dayInWords(dates.workBy, on))}</span>
      )}
      <Closed closed={dates.closed ?? []} />
    </p>
  );
}
