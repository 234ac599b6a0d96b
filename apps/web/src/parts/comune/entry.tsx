import { useState } from 'react';
import type { RegisteredBody, RegistryPart } from '#contracts/registry.js';
import { useMe } from '../../api/queries/me.js';
import { Button } from '../../ui/button.js';
import { inRome, withArticle, yearDayInWords } from '../../ui/dates.js';
import { Dialog } from '../../ui/dialog.js';
import { words } from '../../words/index.js';
import { AgreementsForm, ClosedPeriodsForm, PatronDayForm, ResidentsForm } from './entry-forms.js';
import { agreementInWords, periodInWords, residentsInWords } from './words-of-body.js';

const say = words.comuni;

const TITLES: Readonly<Record<RegistryPart, string>> = {
  residents: say.residents,
  agreements: say.agreements,
  patronDay: say.patronDay,
  closedPeriods: say.closed,
};

/** Parts of a body's entry, each with its sources and who corrected it; the head of office corrects them here. */
export function Entry({ body, parts }: { body: RegisteredBody; parts: readonly RegistryPart[] }) {
  return parts.map((part) => <Part key={part} body={body} part={part} />);
}

function Part({ body, part }: { body: RegisteredBody; part: RegistryPart }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const change = body.changes.find((each) => each.part === part);
  const form = {
    body,
    version: change?.version ?? 0,
    standing: <Lines body={body} part={part} />,
    acting: { actingBody: me.unionBody },
    done: () => setOpen(false),
  };
  return (
    <section className="part">
      <h2>{TITLES[part]}</h2>
      {form.standing}
      <p className="field-hint">
        {change === undefined
          ? say.asLoaded
          : say.changedBy(change.by, withArticle('il', inRome(change.at).slice(0, 10)))}
      </p>
      {me.may.headOfOffice && (
        <>
          <Button tone="secondary" small onClick={() => setOpen(true)}>
            {say.edit[part]}
          </Button>
          <Dialog title={`${say.edit[part]}: ${body.name}`} open={open} close={() => setOpen(false)}>
            {part === 'residents' && <ResidentsForm {...form} />}
            {part === 'agreements' && <AgreementsForm {...form} />}
            {part === 'patronDay' && <PatronDayForm {...form} />}
            {part === 'closedPeriods' && <ClosedPeriodsForm {...form} />}
          </Dialog>
        </>
      )}
    </section>
  );
}

function Lines({ body, part }: { body: RegisteredBody; part: RegistryPart }) {
  const lines = linesOf(body, part);
  return lines.length === 0 ? (
    <p>{EMPTY[part]}</p>
  ) : (
    <ul>
      {lines.map(({ what, source, confirmed }) => (
        <li key={`${what} ${source}`}>
          <strong>{what}</strong>
          {confirmed === false && ` (${say.toConfirm})`}
          {source !== undefined && (
            <span className="source">
              {say.source}: {source}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const EMPTY: Readonly<Record<RegistryPart, string>> = {
  residents: say.noResidents,
  agreements: say.noAgreements,
  patronDay: say.noPatronDay,
  closedPeriods: say.noClosed,
};

function linesOf(
  body: RegisteredBody,
  part: RegistryPart,
): { what: string; source?: string | undefined; confirmed?: boolean }[] {
  switch (part) {
    case 'residents':
      return body.residents
        .toReversed()
        .map((each) => ({ what: residentsInWords(each), source: each.source, confirmed: each.confirmed }));
    case 'agreements':
      return body.agreements.map((each) => ({
        what: agreementInWords(each),
        source: each.source,
        confirmed: each.confirmed,
      }));
    case 'patronDay':
      return body.patronDay === undefined
        ? []
        : [{ what: yearDayInWords(body.patronDay), source: body.patronDaySource }];
    case 'closedPeriods':
      return body.closedPeriods.map((each) => ({ what: periodInWords(each) }));
  }
}
