import { Client } from '@temporalio/client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import type { DataSource } from 'typeorm';
import type { NewFact } from '#domain/fact/fact.js';
import { PostgresClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { asWorker } from '#persistence/scoped.js';
import { createTestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { launchCall } from '../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../support/made-up-union.js';
import { setClockOf } from '../support/product.js';
import { type RunningWorker, runWorker, temporalConnection } from '../support/running-worker.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';
import { wordsOf } from './words.js';

/** Histories by name, as JSON, and every name and address that was about while they were made. */
export interface Recording {
  histories: Record<string, string>;
  people: string[];
}

/** Two comuni on a real server: every shape of history that the workflows can leave, within half a minute. */
export async function playStory(): Promise<Recording> {
  const database = await createTestDatabase();
  const union = await makeUpUnion(database.urls.owner);
  await setClockOf(database, { date: '2024-05-08', time: '07:30' });
  const folder = await mkdtemp(join(tmpdir(), 'capofila-replay-'));
  const worker = await runWorker(database, await SmtpCatcher.start(), folder);
  const app = await openDataSource({ url: worker.database.urls.app });
  const connection = await temporalConnection();
  try {
    const client = new Client({ connection, namespace: worker.namespace });
    return await new Story(worker, union, app, client).play();
  } finally {
    await connection.close();
    await app.destroy();
    await worker.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const { EVENT_TYPE_WORKFLOW_TASK_SCHEDULED: SCHEDULED, EVENT_TYPE_WORKFLOW_TASK_STARTED: STARTED } =
  temporal.api.enums.v1.EventType;

class Story {
  readonly #histories: Record<string, string> = {};

  constructor(
    private readonly worker: RunningWorker,
    private readonly union: MadeUpUnion,
    private readonly app: DataSource,
    private readonly client: Client,
  ) {}

  async play(): Promise<Recording> {
    const { worker, union } = this;
    const address = (who: string) => `${who}@comuni.example`;
    const mailTo = (who: string, about = '') =>
      worker.post.waitFor((mail) => mail.to[0] === address(who) && mail.subject.includes(about));
    // One server asks to come back, one says that the address is dead.
    worker.post.refuse(address('secretary.rivello'), { code: 451, times: 1 });
    worker.post.refuse(address('secretary.trecchina'), { code: 550 });
    const { call, rivello, trecchina } = await this.launch();
    const mayor = `post/${union.people['legalRepresentative@Rivello']}`;
    await this.keep('post-waits-for-its-hour', mayor, 'e-mail delle 08:00');
    await worker.setClock('2024-05-08', '08:00');
    await mailTo('legalrepresentative.rivello');
    await this.keep('files-read', `files/${union.id}`, 'lettura dei file depositati (2024-05-12)');
    await mailTo('deskofficer.ull', 'indirizzo');
    await this.finished('post-refused', `post/${union.people['secretary@Trecchina']}`);
    // An answer that came before the letter arrived would leave nothing to try again.
    await mailTo('secretary.rivello');
    await this.finished('post-tried-again', `post/${union.people['secretary@Rivello']}`);
    await this.act(rivello, this.milestone('participation', '2024-05-08', 'yes'));
    await this.act(trecchina, this.milestone('participation', '2024-05-08', 'no'));
    await this.finished('application-not-taking-part', `application/${trecchina}`);

    await worker.setClock('2024-08-27', '08:00');
    await mailTo('referent.rivello', 'SEND');
    await worker.setClock('2024-09-23', '07:45');
    await mailTo('deskofficer.ull', 'termine passato');
    await this.record().recordInCall(this.office(), call, () => [{ fact: this.extension() }]);
    await worker.setClock('2024-09-23', '08:00');
    await mailTo('referent.rivello', 'prorogato');
    await this.finished('post-sent', `post/${union.people['referent@Rivello']}`);
    await this.keep('application-reminded-and-extended', `application/${rivello}`, '6 dicembre');
    await this.keep('call-extended', `call/${call}`, '6 dicembre');

    await this.act(rivello, this.milestone('withdrawalRequested', '2024-09-23'));
    await this.keep('application-suspended', `application/${rivello}`, 'Rinuncia chiesta');
    await this.act(rivello, this.milestone('withdrawalDecreed', '2024-09-23'));
    await this.finished('application-withdrawn', `application/${rivello}`);
    await this.spoil(rivello);
    await worker.setClock('2024-12-07', '09:00');
    await this.finished('call-ended', `call/${call}`);
    // Found on a Saturday: read again in the next night, and told on Monday.
    await this.keep('files-found', `files/${union.id}`, 'lettura dei file depositati (2024-12-08)');
    await worker.setClock('2024-12-09', '09:30');
    await mailTo('headofoffice.ull', 'copia di sicurezza');
    await this.keep('files-told', `files/${union.id}`, 'lettura dei file depositati (2024-12-10)');
    return { histories: this.#histories, people: await this.people() };
  }

  /** A paper on record whose file is nowhere. */
  private async spoil(application: string): Promise<void> {
    const owner = await openDataSource({ url: this.worker.database.urls.owner });
    await owner.query(
      `insert into document (id, union_id, application_id, requirement, sha256, bytes, media_type, file_name, stored_at)
         values (gen_random_uuid(), $1, $2, 'proof', $3, 9, 'application/pdf', 'Delibera Rivello.pdf', now())`,
      [this.union.id, application, 'a'.repeat(64)],
    );
    await owner.destroy();
  }

  private async launch(): Promise<{ call: string; rivello: string; trecchina: string }> {
    const { call, applications } = await launchCall(this.app, this.record(), this.union);
    return {
      call,
      rivello: applications['Rivello']?.id ?? '',
      trecchina: applications['Trecchina']?.id ?? '',
    };
  }

  private milestone(milestone: string, legalDate: '2024-05-08' | '2024-09-23', outcome?: string): NewFact {
    return {
      type: 'milestone.recorded',
      legalDate,
      legalSource: 'declared',
      channel: 'web',
      body: { milestone, proof: 'proof', data: {}, ...(outcome === undefined ? {} : { outcome }) },
    };
  }

  private extension(): NewFact {
    return {
      type: 'term.amended',
      legalDate: '2024-09-21',
      legalSource: 'declared',
      channel: 'web',
      body: {
        term: 'callEnd',
        kind: 'extension',
        act: 'Decreto n. 137/2024',
        actDate: '2024-09-20',
        knownOn: '2024-09-21',
        newEnd: '2024-12-06',
      },
    };
  }

  private async act(application: string, fact: NewFact): Promise<void> {
    const outcome = await this.record().record(this.office(), application, () => [{ fact }]);
    if (!outcome.ok) throw new Error(outcome.refused.code);
  }

  /** The history as it stands, once the workflow has said this and rests. */
  private async keep(name: string, workflow: string, says: string): Promise<void> {
    const handle = this.client.workflow.getHandle(workflow);
    const said = await eventually(async () => {
      const history = await handle.fetchHistory().catch(() => ({ events: [] }));
      const text = JSON.stringify(history);
      const last = history.events?.at(-1)?.eventType;
      const atWork = last === undefined || last === SCHEDULED || last === STARTED;
      if (atWork || !wordsOf(JSON.parse(text)).some((words) => words.includes(says))) return false;
      this.#histories[name] = text;
      return true;
    });
    if (!said) throw new Error(`${workflow} does not say «${says}»`);
  }

  private async finished(name: string, workflow: string): Promise<void> {
    const handle = this.client.workflow.getHandle(workflow);
    await handle.result();
    this.#histories[name] = JSON.stringify(await handle.fetchHistory());
  }

  private async people(): Promise<string[]> {
    const rows: { text: string | null }[] = await asWorker(this.worker.source, (manager) =>
      manager.query(
        `select name as text from person union select email from person union select phone from person
         union select name from body`,
      ),
    );
    return rows.flatMap((row) => row.text ?? []);
  }

  private office() {
    return { as: 'person' as const, person: this.union.people['deskOfficer'] ?? '' };
  }

  private record(): CaseRecord {
    return new CaseRecord(new PostgresCaseStore(this.app), new PostgresClock(this.app, true));
  }
}
