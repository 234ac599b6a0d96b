import { useQuery } from '@tanstack/react-query';
import type { CallDefinition } from '#domain/call/definition.js';
import { definitionQuery } from '../../api/queries/definition.js';
import { dayInWords } from '../../ui/dates.js';
import { CheckField } from '../../ui/field.js';
import { words } from '../../words/index.js';
import { Notice } from '../../ui/notice.js';
import type { LaunchDraft } from '../../parts/launch/launch-draft.js';
import { LaunchNoted } from './launch-noted.js';
import type { LaunchStep } from '../../parts/launch/launch-step.js';

const say = words.launch.call;

/** Step 1: what the call is, and "Dove è scritto?" for what nobody has confirmed yet. */
export function LaunchCall({ preview, draft, change }: LaunchStep) {
  const { definition } = draft;
  const { data } = useQuery(definitionQuery(definition));
  const confirm = (id: string, yes: boolean) =>
    change({ confirmed: yes ? [...draft.confirmed, id] : draft.confirmed.filter((each) => each !== id) });
  // What was ticked stays in sight, so that it can be unticked.
  const asked = preview.toConfirm;
  return (
    <>
      {draft.noted !== undefined && <LaunchNoted slug={draft.noted.slug} definition={data} />}
      {draft.like !== undefined && <Like like={draft.like} />}
      {data !== undefined && <Facts definition={data} />}
      <h2>{say.confirmTitle}</h2>
      {asked.length === 0 && draft.confirmed.length === 0 ? (
        <p>{say.allConfirmed}</p>
      ) : (
        <>
          <p>{say.confirmLead}</p>
          {asked.map(({ id, label, source }) => (
            <CheckField
              key={id}
              label={say.confirm(label)}
              hint={
                <>
                  «{source.quote}» {say.source(source.act)}
                </>
              }
              checked={draft.confirmed.includes(id)}
              onChange={(event) => confirm(id, event.target.checked)}
            />
          ))}
          {draft.confirmed
            .filter((id) => !asked.some((each) => each.id === id))
            .map((id) => (
              <CheckField
                key={id}
                label={say.confirm(labelOf(data, id))}
                checked
                onChange={() => confirm(id, false)}
              />
            ))}
        </>
      )}
    </>
  );
}

function Like({ like }: { like: NonNullable<LaunchDraft['like']> }) {
  const { similar } = words.launch;
  return (
    <Notice>
      {similar.proposed(like.title, like.number)} {like.newer && similar.newer}{' '}
      {like.busy.length > 0 && similar.busy(like.busy)}
    </Notice>
  );
}

function labelOf(definition: CallDefinition | undefined, id: string): string {
  return definition?.terms.find((each) => each.id === id)?.label ?? (id === 'amounts' ? say.amounts : id);
}

function Facts({ definition }: { definition: CallDefinition }) {
  const end = definition.terms.find((each) => each.rule.unit === 'fixed');
  const { minResidents, maxResidents } = definition.eligibility;
  return (
    <>
      <h2>{definition.title}</h2>
      <ul className="call-facts">
        <li>
          {say.funder}: {definition.funder}
        </li>
        <li>
          {say.platform}:{' '}
          <a href={definition.platform.url} target="_blank" rel="noreferrer">
            {definition.platform.name}
          </a>
        </li>
        <li>
          {say.opening} {dayInWords(definition.opening)} {definition.opening.slice(0, 4)}
        </li>
        {end?.rule.unit === 'fixed' && end.rule.date !== undefined && (
          <li>
            {say.end} {dayInWords(end.rule.date)} {end.rule.date.slice(0, 4)},{' '}
            {words.dates.at(end.rule.cutOff)}
          </li>
        )}
        <li>
          {say.who}: {say.everyComune}
          {say.residents(minResidents, maxResidents)}
        </li>
      </ul>
    </>
  );
}
