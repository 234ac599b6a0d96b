import { Module } from '@nestjs/common';
import { ListMessages } from '#use-cases/message/list-messages.js';
import { ReadMail } from '#use-cases/message/read-mail.js';
import { ResendMail } from '#use-cases/message/resend-mail.js';
import { MessagesController } from './messages.controller.js';

/** Messages, and the e-mails in which they went. */
@Module({
  controllers: [MessagesController],
  providers: [ListMessages, ReadMail, ResendMail],
})
export class MessagesModule {}
