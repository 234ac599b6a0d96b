import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ApplicationPage } from '#contracts/application-page.js';
import { hereLink } from '../../parts/application/here-link.js';
import { pageQuery } from '../../api/queries/application.js';
import { platformStep } from '../../parts/application/platform-step.js';
import { Answer } from '../../ui/answer.js';
import { Choice } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { UploadBox } from '../../parts/upload/upload-box.js';
import { words } from '../../words/index.js';
import { PickApplication } from './pick-application.js';

const say = words.register;

interface Chosen {
  candidatura?: string;
  documento?: string;
}

/** A paper that a comune sent by mail: for which application, which paper; filed on the comune's behalf. */
export function DocumentPage() {
  const { candidatura = '', documento = '' } = useSearch({ from: '/shell/registra/documento' });
  const navigate = useNavigate();
  const go = (search: Chosen) => void navigate({ to: '/registra/documento', search, resetScroll: false });
  return (
    <Page title={say.document} lead={say.documentLead}>
      <PickApplication chosen={candidatura} choose={(slug) => go({ candidatura: slug })} />
      {candidatura !== '' && (
        <Papers
          key={candidatura}
          slug={candidatura}
          chosen={documento}
          choose={(paper) => go({ candidatura, documento: paper })}
        />
      )}
    </Page>
  );
}

function Papers({ slug, chosen, choose }: { slug: string; chosen: string; choose: (paper: string) => void }) {
  const query = useQuery(pageQuery(slug));
  return <Answer query={query}>{(page) => <Paper page={page} chosen={chosen} choose={choose} />}</Answer>;
}

function Paper({
  page,
  chosen,
  choose,
}: {
  page: ApplicationPage;
  chosen: string;
  choose: (paper: string) => void;
}) {
  const { file } = page.may;
  const paper = file.find((each) => each.requirement === chosen);
  if (file.length === 0) {
    return (
      <Notice kind="info">
        {say.noPapers} <Link {...hereLink(page, {})}>{say.openIt}</Link>
      </Notice>
    );
  }
  return (
    <section className="panel" aria-labelledby="carta">
      <h2 id="carta">{words.application.title(page.applicant.name, page.call.shortTitle)}</h2>
      <p>{words.record.onBehalf(page.applicant.name)}.</p>
      <Choice
        label={say.whichPaper}
        name="documento"
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        options={file.map((each) => ({ value: each.requirement, label: each.label }))}
      />
      {paper !== undefined && (
        <UploadBox
          key={paper.requirement}
          filing={{
            application: page.id,
            requirement: paper.requirement,
            acting: paper.acting,
            channel: 'email',
          }}
          what={paper.label}
          strip={words.upload.strip(platformStep(page))}
        />
      )}
      <p>
        <Link {...hereLink(page, { scheda: 'documenti' })}>{say.openIt}</Link>
      </p>
    </section>
  );
}
