import { capital } from '#domain/italian/sentence.js';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { ApplicationPage, MilestoneForm } from '#contracts/application-page.js';
import { Notice } from '../../ui/notice.js';
import { UploadBox } from '../../parts/upload/upload-box.js';
import { words } from '../../words/index.js';
import type { ApplicationSearch } from '../../parts/application/address.js';
import { RecordForm } from '../../parts/application/form/record-form.js';
import { Panel } from './panel.js';
import { platformStep } from '../../parts/application/platform-step.js';
import { ScenarioForm } from './scenario/scenario-form.js';

const say = words.application;

/** Opened seldom, so that the page need not bring it. */
const CorrectFact = lazy(async () => {
  const { CorrectFact: form } = await import('./correct/correct-fact.js');
  return { default: form };
});

/** The form that the address names, over the page; closing it is going back to the page without it. */
export function OpenForm({
  page,
  search,
  recorded,
}: {
  page: ApplicationPage;
  search: ApplicationSearch;
  /** Told what was recorded when its form has done its work. */
  recorded: (what: string) => void;
}) {
  const navigate = useNavigate();
  const { registra, esito, carica, correggi, chi, scheda } = search;
  const form = useHeld(
    page.may.milestones.find((each) => each.milestone === registra),
    registra,
  );
  const close = () =>
    void navigate({
      to: '/candidature/$application',
      params: { application: page.slug },
      search: scheda === undefined ? {} : { scheda },
      // "Back" must not lead to a form that did its work.
      replace: true,
      resetScroll: false,
    });
  if (registra !== undefined) {
    if (form.held === undefined) return <Gone />;
    const asked = form.held;
    return (
      <Panel key={registra} title={titleOf(asked)}>
        {form.gone && <Gone />}
        <RecordForm
          page={page}
          asked={asked}
          start={outcomeOf(asked, esito)}
          done={(answer) => {
            close();
            recorded(answer === undefined ? asked.label : words.field.quoted(answer));
          }}
          close={close}
        />
      </Panel>
    );
  }
  if (carica !== undefined) {
    const line = page.requirements.find((each) => each.id === carica);
    const may = page.may.file.find((each) => each.requirement === carica);
    if (may === undefined) return <Gone />;
    return (
      <Panel key={carica} title={say.filing(may.label)}>
        <UploadBox
          filing={{ application: page.id, requirement: carica, acting: may.acting }}
          what={line?.label ?? may.label}
          strip={words.upload.strip(platformStep(page))}
        />
      </Panel>
    );
  }
  if (correggi !== undefined) {
    return (
      <Suspense fallback={null}>
        <CorrectFact key={correggi} page={page} fact={correggi} close={close} />
      </Suspense>
    );
  }
  if (chi !== undefined) {
    const acting = page.may.scenario;
    return acting === undefined ? <Gone /> : <ScenarioForm page={page} acting={acting} close={close} />;
  }
  return null;
}

/** The outcome that the address names, when it is one of the form's. */
function outcomeOf({ outcomes }: MilestoneForm, named: string | undefined): { outcome?: string } {
  const known = outcomes.find((each) => each.code === named);
  return known === undefined ? {} : { outcome: known.code };
}

/** A form that is open stays open with what was typed, also when somebody else did the thing meanwhile. */
function useHeld(
  asked: MilestoneForm | undefined,
  milestone: string | undefined,
): { held: MilestoneForm | undefined; gone: boolean } {
  const [last, setLast] = useState(asked);
  if (asked !== undefined && asked !== last) setLast(asked);
  const held = asked ?? (last?.milestone === milestone ? last : undefined);
  return { held, gone: asked === undefined };
}

/** What was open when somebody else did it meanwhile, or came from an old address. */
function Gone() {
  return <Notice kind="info">{say.gone}</Notice>;
}

/** A question is asked by its own words; what came from outside by what its button does. */
function titleOf({ place, outcomes, label, button }: MilestoneForm): string {
  if (outcomes.length === 0) return label;
  return place === 'here' ? capital(label) : button;
}
