import { useNavigate } from '@tanstack/react-router';
import type { ApplicationPage } from '#contracts/application-page.js';
import { Notice } from '../ui/notice.js';
import { UploadBox } from '../upload/upload-box.js';
import { words } from '../words/index.js';
import type { ApplicationSearch } from './address.js';
import { CorrectFact } from './correct/correct-fact.js';
import { RecordForm } from './form/record-form.js';
import { Panel } from './panel.js';
import { platformStep } from './platform-step.js';

const say = words.application;

/** The form that the address names, over the page; closing it is going back to the page without it. */
export function OpenForm({ page, search }: { page: ApplicationPage; search: ApplicationSearch }) {
  const navigate = useNavigate();
  const { registra, carica, correggi, scheda } = search;
  const close = () =>
    void navigate({
      to: '/candidature/$application',
      params: { application: page.slug },
      search: scheda === undefined ? {} : { scheda },
      resetScroll: false,
    });
  if (registra !== undefined) {
    const asked = page.may.milestones.find((each) => each.milestone === registra);
    if (asked === undefined) return <Gone />;
    return (
      <Panel key={registra} title={asked.outcomes.length > 0 ? asked.button : asked.label}>
        <RecordForm page={page} asked={asked} done={close} close={close} />
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
  if (correggi !== undefined) return <CorrectFact key={correggi} page={page} fact={correggi} close={close} />;
  return null;
}

/** What was open when somebody else did it meanwhile, or came from an old address. */
function Gone() {
  return <Notice kind="info">{say.gone}</Notice>;
}
