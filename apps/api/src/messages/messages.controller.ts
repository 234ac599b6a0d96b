import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { idParameter } from '#contracts/identity.js';
import {
  type MailPage,
  type MessageList,
  type MessagesQuery,
  messagesQuery,
  type ResendRequest,
  resendRequest,
} from '#contracts/messages.js';
import { ListMessages } from '#use-cases/message/list-messages.js';
import { ReadMail } from '#use-cases/message/read-mail.js';
import { ResendMail } from '#use-cases/message/resend-mail.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('messages')
@Controller()
export class MessagesController {
  constructor(
    private readonly listMessages: ListMessages,
    private readonly readMail: ReadMail,
    private readonly resendMail: ResendMail,
  ) {}

  @Get('messages')
  @ApiOperation({
    operationId: 'listMessages',
    summary: 'Messaggi in partenza, partiti, non serviti e non arrivati, cento alla volta.',
  })
  list(
    @Who() { actor }: SignedIn,
    @Query({ schema: messagesQuery }) query: MessagesQuery,
  ): Promise<MessageList> {
    return this.listMessages.run(actor, query);
  }

  @Get('mails/:id')
  @ApiOperation({ operationId: 'readMail', summary: 'Una e-mail com’è partita, con il suo esito.' })
  read(@Who() { actor }: SignedIn, @Param('id', { schema: idParameter }) id: string): Promise<MailPage> {
    return this.readMail.run(actor, id);
  }

  @Post('mails/:id/resend')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'resendMail',
    summary: 'Manda di nuovo, come nuova e-mail, quello che non è arrivato.',
  })
  resend(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: resendRequest }) body: ResendRequest,
  ): Promise<void> {
    return this.resendMail.run(actor, body.actingBody, id);
  }
}
