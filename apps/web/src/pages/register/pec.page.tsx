import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApplicationPage, MilestoneForm } from '#contracts/application-page.js';
import { Problem, unreachable } from '../../api/problem.js';
import { RecordForm } from '../../parts/application/form/record-form.js';
import { applicationsQuery, pageQuery } from '../../api/queries/application.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { dayInWords } from '../../ui/dates.js';
import { Choice } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { DropPec } from './drop-pec.js';
import { keepProof } from './keep-proof.js';
import { PickApplication } from './pick-application.js';
import { applicationsIn, noticeIn, noticesOf, outcomeIn } from './proposal.js';
import type { Pec } from './read-pec.js';
import { type DroppedPec, usePec } from './use-pec.js';

const say = words.register;

/** A PEC that arrived: dragged here and read, matched with its application and its notice, registered with its delivery. */
export function PecPage() {
  const kept = usePec();
  const { dropped: read, slug } = kept;
  const query = useQuery(applicationsQuery);
  const proposed =
    read === undefined
      ? []
      : applicationsIn(`${read.pec.subject}\n${read.pec.text}`, query.data?.applications ?? []).map(
          (each) => each.slug,
        );
  const chosen = slug !== '' ? slug : proposed.length === 1 ? (proposed[0] ?? '') : '';
  return (
    <Page title={say.pec} lead={say.pecLead}>
      {kept.restored && <Notice>{say.restored}</Notice>}
      <DropPec read={read} fault={kept.fault} take={(file) => void kept.take(file)} />
      {read !== undefined && (
        <>
          <PickApplication proposed={proposed} chosen={chosen} choose={kept.setSlug} />
          {chosen !== '' && <Match key={`${chosen} ${read.file.name}`} slug={chosen} kept={kept} {...read} />}
        </>
      )}
    </Page>
  );
}

interface Matched extends DroppedPec {
  kept: Pick<ReturnType<typeof usePec>, 'proof' | 'setProof' | 'drop'>;
}

function Match({ slug, ...matched }: Matched & { slug: string }) {
  const query = useQuery(pageQuery(slug));
  return <Answer query={query}>{(page) => <Notices page={page} {...matched} />}</Answer>;
}

/** "È l'ammissibilità? Sì / Un'altra cosa." */
function Notices({ page, pec, file, kept }: Matched & { page: ApplicationPage }) {
  const navigate = useNavigate();
  const text = `${pec.subject}\n${pec.text}`;
  const notices = noticesOf(page);
  const proposed = noticeIn(text, notices);
  const proof = kept.proof?.application === page.id ? kept.proof : undefined;
  const [other, setOther] = useState(proposed === undefined);
  const [code, setCode] = useState(proof?.milestone ?? proposed?.milestone ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const asked = notices.find((each) => each.milestone === code);
  const open = () =>
    void navigate({ to: '/candidature/$application', params: { application: page.slug }, search: {} });
  const yes = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const document = await keepProof(page, file);
      kept.setProof({ application: page.id, milestone: code, document });
    } catch (error) {
      setProblem(error instanceof Problem ? error : unreachable());
    } finally {
      setBusy(false);
    }
  };
  if (notices.length === 0) return <Notice kind="info">{say.noNotices}</Notice>;
  if (proof !== undefined && asked !== undefined) {
    return (
      <section className="panel" aria-labelledby="avviso-pec">
        <h2 id="avviso-pec">{asked.label}</h2>
        <RecordForm
          page={page}
          asked={asked}
          source="pec"
          start={startOf(pec, file, proof.document, asked)}
          recorded={kept.drop}
          done={open}
          close={() => {
            kept.drop();
            open();
          }}
        />
      </section>
    );
  }
  return (
    <section className="panel" aria-labelledby="che-cosa">
      <h2 id="che-cosa">{other || proposed === undefined ? say.whatIsIt : say.isIt(proposed.label)}</h2>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {other && (
        <Choice
          label={say.notice}
          name="notizia"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          options={notices.map(({ milestone, label }) => ({ value: milestone, label }))}
        />
      )}
      <div className="form-actions">
        <Button busy={busy} disabled={asked === undefined} onClick={() => void yes()}>
          {other ? say.goOn : say.yes}
        </Button>
        {!other && (
          <Button tone="secondary" onClick={() => setOther(true)}>
            {say.other}
          </Button>
        )}
      </div>
      {pec.on !== undefined && <p className="field-hint">{say.kept(dayInWords(pec.on, page.on))}</p>}
    </section>
  );
}

function startOf(pec: Pec, file: File, document: string, asked: MilestoneForm) {
  return {
    channel: 'pec' as const,
    from: pec.from,
    ...(pec.on === undefined ? {} : { when: 'other' as const, date: pec.on, received: pec.on }),
    ...(pec.at === undefined ? {} : { time: pec.at }),
    outcome: outcomeIn(`${pec.subject}\n${pec.text}`, asked),
    proof: document,
    proofName: file.name,
  };
}
