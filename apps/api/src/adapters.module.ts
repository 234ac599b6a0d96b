import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Letters } from '#notifications/letters.js';
import { senderOf } from '#configuration/mail-settings.js';
import { FolderDemoMails } from '#documents/folder-demo-mails.js';
import { FolderDocumentStore } from '#documents/folder-document-store.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { RandomSecrets } from '#identity/random-secrets.js';
import { PostgresCaseFiles } from '#persistence/application/case-files.js';
import { MailAccountPost } from '#notifications/account-post.js';
import { NotificationsModule } from '#notifications/notifications.module.js';
import { PostgresCaseQueries } from '#persistence/application/case-queries.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { PostgresChanges } from '#persistence/changes.js';
import { PostgresLaunchQueries } from '#persistence/call/launch-queries.js';
import { PostgresNotedCalls } from '#persistence/call/noted-calls.js';
import { PostgresClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresSearch } from '#persistence/desk/search.js';
import { PostgresBoardQueries } from '#persistence/desk/board-queries.js';
import { PostgresHistoryQueries } from '#persistence/desk/history-queries.js';
import { PostgresDeskQueries } from '#persistence/desk/desk-queries.js';
import { PostgresDemoClock } from '#persistence/demo-clock.js';
import { PostgresMailQueries } from '#persistence/message/mail-queries.js';
import { PostgresReminderTokens } from '#persistence/message/reminder-tokens.js';
import { PostgresAccounts } from '#persistence/people/accounts.js';
import { PostgresCalendars } from '#persistence/people/calendars.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { PostgresRegistry } from '#persistence/registry/registry.js';
import { PostgresFilesInSight } from '#persistence/document/stored-files.js';
import { PostgresOutbox } from '#persistence/wake/outbox.js';
import { assertLeastPrivilege } from '#persistence/scoped.js';
import { Clock } from '#use-cases/clock.js';
import { AccountPost } from '#use-cases/ports/account-post.js';
import { Accounts } from '#use-cases/ports/accounts.js';
import { Calendars } from '#use-cases/ports/calendars.js';
import { BoardQueries } from '#use-cases/ports/board-queries.js';
import { CaseFiles } from '#use-cases/ports/case-files.js';
import { CaseQueries } from '#use-cases/ports/case-queries.js';
import { CaseStore } from '#use-cases/ports/case-store.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { Changes } from '#use-cases/ports/changes.js';
import { Definitions } from '#use-cases/ports/definitions.js';
import { DemoClock } from '#use-cases/ports/demo-clock.js';
import { Search } from '#use-cases/ports/search.js';
import { DeskQueries } from '#use-cases/ports/desk-queries.js';
import { DemoMails } from '#use-cases/ports/demo-mails.js';
import { DocumentStore } from '#use-cases/ports/document-store.js';
import { Mailer } from '#use-cases/ports/mailer.js';
import { MailQueries } from '#use-cases/ports/mail-queries.js';
import { FilesInSight } from '#use-cases/ports/stored-files.js';
import { Outbox } from '#use-cases/ports/outbox.js';
import { Passwords } from '#use-cases/ports/passwords.js';
import { People } from '#use-cases/ports/people.js';
import { Registry } from '#use-cases/ports/registry.js';
import { NotedCalls } from '#use-cases/ports/noted-calls.js';
import { ReminderTokens } from '#use-cases/ports/reminder-tokens.js';
import { Secrets } from '#use-cases/ports/secrets.js';
import { HistoryQueries } from '#use-cases/ports/history-queries.js';
import { LaunchQueries } from '#use-cases/ports/launch-queries.js';
import { LetterWriter } from '#use-cases/ports/letter-writer.js';
import { Office } from '#use-cases/ports/sender.js';
import type { ApiConfiguration } from './configuration.js';
import { COOKIE_OPTIONS } from './identity/signed-in.guard.js';
import { PAGES_URL } from './calendar/calendar.controller.js';
import { UploadFolder } from './uploads/upload-folder.js';
import { IS_DEMO } from './status/status.controller.js';

const FROM_DATABASE = [
  [Accounts, PostgresAccounts],
  [Calendars, PostgresCalendars],
  [People, PostgresPeople],
  [Registry, PostgresRegistry],
  [BoardQueries, PostgresBoardQueries],
  [CaseFiles, PostgresCaseFiles],
  [CaseQueries, PostgresCaseQueries],
  [CaseStore, PostgresCaseStore],
  [DeskQueries, PostgresDeskQueries],
  [Search, PostgresSearch],
  [Definitions, PostgresDefinitions],
  [LaunchQueries, PostgresLaunchQueries],
  [HistoryQueries, PostgresHistoryQueries],
  [MailQueries, PostgresMailQueries],
  [NotedCalls, PostgresNotedCalls],
  [ReminderTokens, PostgresReminderTokens],
  [Outbox, PostgresOutbox],
  [FilesInSight, PostgresFilesInSight],
] as const;

const log = new Logger('mail');

/** Whoever waits longer at a page has gone. */
const PATIENCE = { connectMs: 5_000, statementMs: 15_000, lockMs: 10_000, idleMs: 30_000 };

/** One adapter for each port, in one place. */
@Global()
@Module({})
export class AdaptersModule implements OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Changes) private readonly changes: PostgresChanges,
    @Inject(AccountPost) private readonly accountPost: MailAccountPost,
  ) {}

  static with(configuration: ApiConfiguration): DynamicModule {
    const movable = configuration.mode !== 'production';
    const providers = [
      {
        provide: DataSource,
        useFactory: async () => {
          const source = await openDataSource({
            url: configuration.databaseUrl,
            applicationName: 'capofila-api',
            patience: PATIENCE,
          });
          await assertLeastPrivilege(source);
          return source;
        },
      },
      ...FROM_DATABASE.map(([port, Adapter]) => ({
        provide: port,
        useFactory: (source: DataSource) => new Adapter(source),
        inject: [DataSource],
      })),
      {
        provide: Clock,
        useFactory: (source: DataSource) => PostgresClock.start(source, movable),
        inject: [DataSource],
      },
      {
        provide: DemoClock,
        useFactory: (source: DataSource) => new PostgresDemoClock(source, movable),
        inject: [DataSource],
      },
      {
        provide: Changes,
        useFactory: () => {
          const log = new Logger('changes');
          return new PostgresChanges(configuration.databaseUrl, (why) =>
            log.warn(`cannot hear of changes, trying again: ${why}`),
          );
        },
      },
      CaseRecord,
      {
        provide: DocumentStore,
        useFactory: () => new FolderDocumentStore(join(configuration.dataFolder, 'documents')),
      },
      { provide: Office, useValue: senderOf(configuration).office },
      {
        provide: AccountPost,
        useFactory: (mailer: Mailer, clock: Clock) =>
          new MailAccountPost(
            mailer,
            senderOf(configuration),
            (problem) => log.warn(problem),
            undefined,
            () => clock.now(),
          ),
        inject: [Mailer, Clock],
      },
      { provide: LetterWriter, useFactory: () => new Letters() },
      { provide: DemoMails, useFactory: () => new FolderDemoMails(configuration.demoMailFolder) },
      { provide: Passwords, useClass: Argon2Passwords },
      { provide: Secrets, useClass: RandomSecrets },
      {
        provide: UploadFolder,
        useFactory: () => new UploadFolder(join(configuration.dataFolder, 'uploads')),
      },
      { provide: PAGES_URL, useValue: configuration.pagesUrl },
      { provide: IS_DEMO, useValue: configuration.mode === 'demo' },
      { provide: COOKIE_OPTIONS, useValue: { secure: configuration.mode === 'production' } },
    ];
    return {
      module: AdaptersModule,
      imports: [NotificationsModule.forRoot({ url: configuration.smtpUrl })],
      providers,
      exports: providers.map((each) => ('provide' in each ? each.provide : each)),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.changes.close();
    this.accountPost.close();
    await this.database.destroy();
  }
}
