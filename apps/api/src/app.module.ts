import { type DynamicModule, Module } from '@nestjs/common';
import { AdaptersModule } from './adapters.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CallsModule } from './calls/calls.module.js';
import { ClockModule } from './clock/clock.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { HistoryModule } from './history/history.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { LiveModule } from './live/live.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { RegistryModule } from './registry/registry.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { StatusModule } from './status/status.module.js';
import { UploadsModule } from './uploads/uploads.module.js';
import type { ApiConfiguration } from './configuration.js';

/** One module a feature; the adapters that they need are bound in one place. */
@Module({})
export class AppModule {
  static with(configuration: ApiConfiguration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AdaptersModule.with(configuration),
        ApplicationsModule,
        CalendarModule,
        CallsModule,
        ClockModule,
        DeskModule,
        DocumentsModule,
        HistoryModule,
        IdentityModule,
        LiveModule,
        MessagesModule,
        RegistryModule,
        RemindersModule,
        SettingsModule,
        StatusModule,
        UploadsModule,
        ...(configuration.mode === 'production' ? [] : [DemoModule]),
      ],
    };
  }
}
