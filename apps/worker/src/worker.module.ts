import { type DynamicModule, Module } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { senderOf } from '#configuration/mail-settings.js';
import { FolderDocumentStore } from '#documents/folder-document-store.js';
import { MailFileNews } from '#notifications/file-news.js';
import { Letters } from '#notifications/letters.js';
import { NotificationsModule } from '#notifications/notifications.module.js';
import { PostgresCallWatch } from '#persistence/call/call-watch.js';
import { PostgresClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresStoredFiles } from '#persistence/document/stored-files.js';
import { PostgresMailStore } from '#persistence/message/mail-store.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { assertLeastPrivilege } from '#persistence/scoped.js';
import { Clock } from '#use-cases/clock.js';
import { LookAtCall } from '#use-cases/call/look-at-call.js';
import { CallWatch } from '#use-cases/ports/call-watch.js';
import { CaseStore } from '#use-cases/ports/case-store.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { DeliverMail } from '#use-cases/post/deliver-mail.js';
import { LookAfterFiles } from '#use-cases/document/look-after-files.js';
import { Mailer } from '#use-cases/ports/mailer.js';
import { CaseActivitiesService } from './activities/case.activities.js';
import { FilesActivitiesService } from './activities/files.activities.js';
import { PostActivitiesService } from './activities/post.activities.js';
import type { WorkerConfiguration } from './configuration.js';
import { Relay } from './relay/relay.js';
import { Watchdog } from './relay/watchdog.js';
import { TemporalWorkers } from './temporal/temporal-workers.js';

/** Shorter than its activities may take, so that they hear what was too long. */
const PATIENCE = { connectMs: 5_000, statementMs: 8_000, lockMs: 5_000, idleMs: 10_000 };

@Module({})
export class WorkerModule {
  /** @param clock only tests give one: the time-skipping server's. */
  static with(configuration: WorkerConfiguration, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [NotificationsModule.forRoot({ url: configuration.smtpUrl })],
      providers: [
        {
          provide: DataSource,
          useFactory: async () => {
            const source = await openDataSource({
              url: configuration.databaseUrl,
              poolSize: 20,
              applicationName: 'capofila-worker',
              patience: PATIENCE,
            });
            await assertLeastPrivilege(source);
            return source;
          },
        },
        {
          provide: Clock,
          useFactory: (source: DataSource) =>
            clock ?? PostgresClock.start(source, configuration.mode !== 'production'),
          inject: [DataSource],
        },
        {
          provide: CaseStore,
          useFactory: (source: DataSource) => new PostgresCaseStore(source),
          inject: [DataSource],
        },
        CaseRecord,
        {
          provide: CallWatch,
          useFactory: (source: DataSource) => new PostgresCallWatch(source),
          inject: [DataSource],
        },
        LookAtCall,
        {
          provide: PostBox,
          useFactory: (source: DataSource, time: Clock) =>
            new PostBox(new PostgresMailStore(source), time, new Letters(), {
              ...senderOf(configuration),
              ...(configuration.answersUrl === undefined ? {} : { answersUrl: configuration.answersUrl }),
            }),
          inject: [DataSource, Clock],
        },
        DeliverMail,
        CaseActivitiesService,
        PostActivitiesService,
        {
          provide: LookAfterFiles,
          useFactory: (source: DataSource, mailer: Mailer, time: Clock) =>
            new LookAfterFiles(
              new PostgresStoredFiles(source),
              new FolderDocumentStore(join(configuration.dataFolder ?? '', 'documents')),
              new MailFileNews(mailer, senderOf(configuration)),
              time,
            ),
          inject: [DataSource, Mailer, Clock],
        },
        {
          provide: FilesActivitiesService,
          useFactory: (files: LookAfterFiles) => new FilesActivitiesService(files, configuration.dataFolder),
          inject: [LookAfterFiles],
        },
        TemporalWorkers,
        Relay,
        Watchdog,
      ],
    };
  }
}
