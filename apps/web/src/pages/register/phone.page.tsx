import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { NoteForm } from '../../parts/application/note-form.js';
import { PromiseForm } from '../../parts/application/promise-form.js';
import { pageQuery } from '../../api/queries/application.js';
import { Answer } from '../../ui/answer.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { PickApplication } from './pick-application.js';

const say = words.register;

/** A telephone call: about which application, with whom, what was said, what was promised. */
export function PhonePage() {
  const { candidatura = '' } = useSearch({ from: '/shell/registra/telefonata' });
  const navigate = useNavigate();
  return (
    <Page title={say.phone} lead={say.phoneLead}>
      <PickApplication
        chosen={candidatura}
        choose={(slug) =>
          void navigate({ to: '/registra/telefonata', search: { candidatura: slug }, resetScroll: false })
        }
      />
      {candidatura !== '' && <Phone key={candidatura} slug={candidatura} />}
    </Page>
  );
}

function Phone({ slug }: { slug: string }) {
  const navigate = useNavigate();
  const query = useQuery(pageQuery(slug));
  const done = () =>
    void navigate({
      to: '/candidature/$application',
      params: { application: slug },
      search: { scheda: 'conversazione' },
    });
  return (
    <Answer query={query}>
      {(page) => (
        <section className="panel" aria-labelledby="telefonata">
          <h2 id="telefonata">{words.application.title(page.applicant.name, page.call.shortTitle)}</h2>
          {page.may.note === undefined ? (
            <Notice kind="info">{say.noPhone}</Notice>
          ) : (
            <NoteForm page={page} acting={page.may.note} kind="phone" done={done} />
          )}
          {page.may.promise !== undefined && <PromiseForm page={page} acting={page.may.promise} />}
        </section>
      )}
    </Answer>
  );
}
