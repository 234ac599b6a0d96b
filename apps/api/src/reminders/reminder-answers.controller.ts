import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, UseFilters } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type QuickAnswerRequest, quickAnswerRequest } from '#contracts/application.js';
import { AnswerReminder } from '#use-cases/post/answer-reminder.js';
import { ByLink } from '../identity/same-site.guard.js';
import { Open } from '../identity/signed-in.js';
import { AnswerPageFilter } from './answer-page.filter.js';
import { QUESTION_PAGE_POLICY, questionPage, thanksPage } from './question-page.js';

/** Words of the links, and what each declares. */
const ANSWERS = { fatto: 'done', chiamatemi: 'cannot', 'non-mio': 'notMine' } as const;
const answerWord = z.enum(['fatto', 'chiamatemi', 'non-mio']);
type Word = z.infer<typeof answerWord>;

/** The three quick answers of a reminder. A GET only asks: mail scanners open links. */
@Open()
@ByLink()
@UseFilters(AnswerPageFilter)
@ApiTags('reminders')
@Controller('risposte')
export class ReminderAnswersController {
  constructor(private readonly answers: AnswerReminder) {}

  @Get(':token')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', QUESTION_PAGE_POLICY)
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'askQuickAnswer', summary: 'La domanda, con un pulsante.' })
  async ask(
    @Param('token') token: string,
    @Query('risposta', { schema: answerWord }) answer: Word,
  ): Promise<string> {
    await this.answers.open(token);
    return questionPage(token, answer);
  }

  @Post(':token')
  @HttpCode(200)
  @ApiOperation({ operationId: 'giveQuickAnswer', summary: 'Dichiara: fatto, chiamatemi, non tocca a me.' })
  async give(
    @Param('token') token: string,
    @Body({ schema: quickAnswerRequest }) body: QuickAnswerRequest,
  ): Promise<{ detail: string }> {
    await this.answers.run(token, body.answer);
    return { detail: 'Grazie, abbiamo segnato la tua risposta.' };
  }

  /** The page's own button: a form without script. */
  @Post(':token/:answer')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', QUESTION_PAGE_POLICY)
  @ApiOperation({ operationId: 'pressQuickAnswer', summary: 'Il pulsante della domanda.' })
  async press(
    @Param('token') token: string,
    @Param('answer', { schema: answerWord }) answer: Word,
  ): Promise<string> {
    await this.answers.run(token, ANSWERS[answer]);
    return thanksPage();
  }
}
