import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApplicationPage as Application } from '#contracts/application-page.js';
import { isNotThere } from '../../api/problem.js';
import { NotFound } from '../../parts/shell/not-found.js';
import { Answer } from '../../ui/answer.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { Cards } from './cards.js';
import { Findings } from './findings.js';
import { Head } from './head.js';
import { Now } from './now.js';
import { OpenForm } from './open-form.js';
import { pageQuery } from '../../api/queries/application.js';
import { Recorded } from './recorded.js';

const say = words.application;

/** One application, whole: where it stands, why it waits, what to do now, and everything that was. */
export function ApplicationPage() {
  const { application } = useParams({ from: '/shell/candidature/$application' });
  const query = useQuery(pageQuery(application));
  const { data } = query;
  if (data === undefined && isNotThere(query.error)) return <NotFound />;
  const title = data === undefined ? say.loading : say.title(data.applicant.name, data.call.shortTitle);
  return (
    <Page title={title} lead={data === undefined ? undefined : data.call.title}>
      <Answer query={query}>{(page) => <Whole page={page} />}</Answer>
    </Page>
  );
}

function Whole({ page }: { page: Application }) {
  const search = useSearch({ from: '/shell/candidature/$application' });
  // With a form open, the form is what matters.
  const open = [search.registra, search.carica, search.correggi].some((each) => each !== undefined);
  const [recorded, setRecorded] = useState<string>();
  return (
    <>
      {recorded !== undefined && !open && <Recorded what={recorded} />}
      <Head page={page} />
      <OpenForm page={page} search={search} recorded={setRecorded} />
      {!open && <Now page={page} card={search.scheda} />}
      <Findings page={page} />
      <Cards page={page} card={search.scheda ?? 'passi'} />
    </>
  );
}
