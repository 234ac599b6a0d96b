import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { FolderDocumentStore } from '#documents/folder-document-store.js';
import { Letters } from '#notifications/letters.js';
import { SmtpMailer } from '#notifications/smtp/mailer.js';
import { PostgresCaseQueries } from '#persistence/application/case-queries.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { PostgresNotedCalls } from '#persistence/call/noted-calls.js';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { dropWakes, takeWakes } from '#persistence/wake/wake.js';
import { PostgresMailStore } from '#persistence/message/mail-store.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { PostgresReminderTokens } from '#persistence/message/reminder-tokens.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { FileDocument } from '#use-cases/application/file-document.js';
import { RecordFact } from '#use-cases/application/record-fact.js';
import { ApplyAgain } from '#use-cases/call/apply-again.js';
import { LaunchCall } from '#use-cases/call/launch-call.js';
import { SetAvailability } from '#use-cases/identity/set-availability.js';
import { type Mail, Mailer, type SendOutcome } from '#use-cases/ports/mailer.js';
import type { Sender } from '#use-cases/ports/sender.js';
import { AnswerReminder } from '#use-cases/post/answer-reminder.js';
import { DeliverMail } from '#use-cases/post/deliver-mail.js';
import type { StandingClock } from './standing-clock.js';
import { StoryEngine } from './story-engine.js';

/** Where the story is told. */
export interface StoryPlace {
  /** Connection URLs of the roles `capofila_app`, `capofila_worker` and `capofila_owner`. */
  appUrl: string;
  workerUrl: string;
  ownerUrl: string;
  smtpUrl: string;
  /** Folder of the API's documents (CAPOFILA_DATA_DIR). */
  dataFolder: string;
  /** Folder of the demo's mail server, where `dead-addresses.txt` lists the addresses that it refuses. */
  mailFolder?: string;
  /** What mails say of their sender, as the worker has it. */
  sender: Sender;
  /** Public address of the quick answers. */
  answersUrl?: string;
}

/** The last mail that each address got: invented people read theirs here. */
class ReadMailer extends Mailer {
  readonly last = new Map<string, Mail>();

  constructor(private readonly mailer: SmtpMailer) {
    super();
  }

  override async send(mail: Mail): Promise<SendOutcome> {
    const outcome = await this.mailer.send(mail);
    if (outcome.kind === 'accepted') this.last.set(mail.to.address, mail);
    return outcome;
  }
}

/** The product's own parts, put together as API and worker put them, on a clock that the story moves. */
export interface StoryParts {
  app: DataSource;
  owner: DataSource;
  worker: DataSource;
  clock: StandingClock;
  engine: StoryEngine;
  people: PostgresPeople;
  queries: PostgresCaseQueries;
  definitions: PostgresDefinitions;
  launch: LaunchCall;
  apply: ApplyAgain;
  record: RecordFact;
  file: FileDocument;
  availability: SetAvailability;
  answer: AnswerReminder;
  /** The last mail to an address. */
  mailTo(address: string): Mail | undefined;
  close(): Promise<void>;
}

export async function openStoryParts(place: StoryPlace, clock: StandingClock): Promise<StoryParts> {
  const open = (url: string) =>
    openDataSource({ url, applicationName: 'capofila-story', mayLoseLastSecond: true });
  const [app, worker, owner] = await Promise.all([
    open(place.appUrl),
    open(place.workerUrl),
    open(place.ownerUrl),
  ]);
  const smtp = new SmtpMailer({ url: place.smtpUrl });
  const mailer = new ReadMailer(smtp);
  const box = new PostBox(new PostgresMailStore(worker), clock, new Letters(), {
    ...place.sender,
    ...(place.answersUrl === undefined ? {} : { answersUrl: place.answersUrl }),
  });
  const engine = new StoryEngine({
    clock,
    wakes: async () => {
      const wakes = await takeWakes(worker.manager, 200);
      await asWorker(worker, (manager) => dropWakes(manager, wakes));
      return wakes;
    },
    cases: new CaseRecord(new PostgresCaseStore(worker), clock),
    box,
    mail: new DeliverMail(box, mailer),
  });
  const people = new PostgresPeople(app);
  const queries = new PostgresCaseQueries(app);
  const definitions = new PostgresDefinitions(app);
  const cases = new CaseRecord(new PostgresCaseStore(app), clock);
  const store = new FolderDocumentStore(join(place.dataFolder, 'documents'));
  return {
    app,
    owner,
    worker,
    clock,
    engine,
    people,
    queries,
    definitions,
    launch: new LaunchCall(definitions, queries, cases, new PostgresNotedCalls(app)),
    apply: new ApplyAgain(definitions, queries, cases),
    record: new RecordFact(cases, queries, people, clock),
    file: new FileDocument(cases, queries, store, clock),
    availability: new SetAvailability(people, clock),
    answer: new AnswerReminder(new PostgresReminderTokens(app), cases, clock),
    mailTo: (address) => mailer.last.get(address),
    close: async () => {
      smtp.close();
      await Promise.all([app.destroy(), worker.destroy(), owner.destroy()]);
    },
  };
}
