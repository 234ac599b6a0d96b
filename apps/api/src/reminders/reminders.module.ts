import { Module } from '@nestjs/common';
import { AnswerReminder } from '#use-cases/post/answer-reminder.js';
import { ReminderAnswersController } from './reminder-answers.controller.js';

/** The quick answers of a reminder. */
@Module({
  controllers: [ReminderAnswersController],
  providers: [AnswerReminder],
})
export class RemindersModule {}
