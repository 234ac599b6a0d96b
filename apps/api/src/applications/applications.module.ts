import { Module } from '@nestjs/common';
import { ReadApplication } from '#use-cases/application/read-application.js';
import { ReadHistory } from '#use-cases/application/read-history.js';
import { ReadMessages } from '#use-cases/application/read-messages.js';
import { RecordFact } from '#use-cases/application/record-fact.js';
import { ListApplications } from '#use-cases/desk/list-applications.js';
import { PreviewFact } from '#use-cases/preview/preview-fact.js';
import { TellWhatIf } from '#use-cases/preview/what-if.js';
import { ApplicationsController } from './applications.controller.js';

/** One application and the list of all. */
@Module({
  controllers: [ApplicationsController],
  providers: [
    ReadApplication,
    ReadHistory,
    ReadMessages,
    RecordFact,
    ListApplications,
    PreviewFact,
    TellWhatIf,
  ],
})
export class ApplicationsModule {}
