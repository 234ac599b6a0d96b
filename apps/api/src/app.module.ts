import { type DynamicModule, Module } from '@nestjs/common';
import { join } from 'node:path';
import { FileDocument } from '#use-cases/application/file-document.js';
import { ReadDocument } from '#use-cases/application/read-document.js';
import { ReadApplication } from '#use-cases/application/read-application.js';
import { ReadHistory } from '#use-cases/application/read-history.js';
import { RecordFact } from '#use-cases/application/record-fact.js';
import { AmendCall } from '#use-cases/call/amend-call.js';
import { ApplyAgain } from '#use-cases/call/apply-again.js';
import { PreviewAmendment } from '#use-cases/call/preview-amendment.js';
import { PreviewLaunch } from '#use-cases/call/launch/preview-launch.js';
import { AmendSome } from '#use-cases/call/amend-some.js';
import { PreviewInCall } from '#use-cases/call/preview-in-call.js';
import { RecordCallAct } from '#use-cases/call/record-call-act.js';
import { NoteCall } from '#use-cases/noted-call/note-call.js';
import { ReadCall } from '#use-cases/call/read-call.js';
import { KeepDefinition } from '#use-cases/call/keep-definition.js';
import { LaunchCall } from '#use-cases/call/launch-call.js';
import { MyCalendar } from '#use-cases/calendar/my-calendar.js';
import { ReadCalendar } from '#use-cases/calendar/read-calendar.js';
import { ListApplications } from '#use-cases/desk/list-applications.js';
import { ListDeadlines } from '#use-cases/desk/list-deadlines.js';
import { ListTasks } from '#use-cases/desk/list-tasks.js';
import { MakeRound } from '#use-cases/desk/make-round.js';
import { SearchEverything } from '#use-cases/desk/search-everything.js';
import { ReadBoard } from '#use-cases/desk/read-board.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { MoveClock } from '#use-cases/demo/move-clock.js';
import { ExportHistory } from '#use-cases/history/export-history.js';
import { ListHistory } from '#use-cases/history/list-history.js';
import { ListMessages } from '#use-cases/message/list-messages.js';
import { ReadMail } from '#use-cases/message/read-mail.js';
import { ResendMail } from '#use-cases/message/resend-mail.js';
import { AnswerReminder } from '#use-cases/post/answer-reminder.js';
import { PreviewFact } from '#use-cases/preview/preview-fact.js';
import { TellWhatIf } from '#use-cases/preview/what-if.js';
import { TestMail } from '#use-cases/settings/test-mail.js';
import { AdaptersModule } from './adapters.module.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { CalendarController, PAGES_URL } from './calendar/calendar.controller.js';
import { CallActsController } from './calls/call-acts.controller.js';
import { CallsController } from './calls/calls.controller.js';
import { NotedCallsController } from './calls/noted-calls.controller.js';
import { ClockController } from './clock/clock.controller.js';
import type { ApiConfiguration } from './configuration.js';
import { BoardController } from './desk/board.controller.js';
import { DeskController } from './desk/desk.controller.js';
import { DemoModule } from './demo/demo.module.js';
import { DocumentsController } from './documents/documents.controller.js';
import { IdentityModule } from './identity/identity.module.js';
import { EventsController } from './live/events.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { HistoryController } from './history/history.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { RegistryModule } from './registry/registry.module.js';
import { ReminderAnswersController } from './reminders/reminder-answers.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { StatusController } from './status/status.controller.js';
import { UploadFolder } from './uploads/upload-folder.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { Uploads } from './uploads/uploads.js';

@Module({})
export class AppModule {
  static with(configuration: ApiConfiguration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AdaptersModule.with(configuration),
        IdentityModule,
        RegistryModule,
        ...(configuration.mode === 'production' ? [] : [DemoModule]),
      ],
      controllers: [
        ApplicationsController,
        CalendarController,
        BoardController,
        CallsController,
        CallActsController,
        ClockController,
        DeskController,
        DocumentsController,
        EventsController,
        HistoryController,
        MessagesController,
        NotedCallsController,
        ReminderAnswersController,
        SettingsController,
        StatusController,
        UploadsController,
      ],
      providers: [
        AmendCall,
        AnswerReminder,
        ApplyAgain,
        FileDocument,
        KeepDefinition,
        LaunchCall,
        ListApplications,
        SearchEverything,
        MakeRound,
        ListTasks,
        ListDeadlines,
        ListHistory,
        ExportHistory,
        ListMessages,
        LiveStreams,
        MoveClock,
        NoteCall,
        MyCalendar,
        PreviewAmendment,
        PreviewFact,
        PreviewLaunch,
        ReadApplication,
        ReadCalendar,
        ReadCall,
        ReadDocument,
        ReadHistory,
        ReadToday,
        RecordFact,
        TellWhatIf,
        RecordCallAct,
        PreviewInCall,
        AmendSome,
        Uploads,
        {
          provide: UploadFolder,
          useFactory: () => new UploadFolder(join(configuration.dataFolder, 'uploads')),
        },
        TestMail,
        { provide: PAGES_URL, useValue: configuration.pagesUrl },
        ReadBoard,
        ReadMail,
        ResendMail,
      ],
    };
  }
}
