import { Controller } from '@nestjs/common';
import type { MailPage, MessageList } from '#contracts/messages.js';
import { ListMessages } from '#use-cases/message/list-messages.js';
import { ReadMail } from '#use-cases/message/read-mail.js';
import { ResendMail } from '#use-cases/message/resend-mail.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly listMessages: ListMessages,
    private readonly readMail: ReadMail,
    private readonly resendMail: ResendMail,
  ) {}

  @Answers('GET /messages')
  list(@Ask() { actor, query }: Asked<'GET /messages'>): Promise<MessageList> {
    return this.listMessages.run(actor, query);
  }

  @Answers('GET /mails/:id')
  read(@Ask() { actor, params }: Asked<'GET /mails/:id'>): Promise<MailPage> {
    return this.readMail.run(actor, params.id);
  }

  @Answers('POST /mails/:id/resend')
  resend(@Ask() { actor, params, body }: Asked<'POST /mails/:id/resend'>): Promise<void> {
    return this.resendMail.run(actor, body.actingBody, params.id);
  }
}
