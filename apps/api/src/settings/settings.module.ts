import { Module } from '@nestjs/common';
import { TestMail } from '#use-cases/settings/test-mail.js';
import { SettingsController } from './settings.controller.js';

/** The office, and a mail to try the mail server. */
@Module({
  controllers: [SettingsController],
  providers: [TestMail],
})
export class SettingsModule {}
