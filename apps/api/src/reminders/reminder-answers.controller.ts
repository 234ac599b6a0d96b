import { Controller, Header, UseFilters } from '@nestjs/common';
import { AnswerReminder } from '#use-cases/post/answer-reminder.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';
import { AnswerPageFilter } from './answer-page.filter.js';
import { QUESTION_PAGE_POLICY, questionPage, thanksPage } from './question-page.js';

/** Words of the links, and what each declares. */
const ANSWERS = { fatto: 'done', chiamatemi: 'cannot', 'non-mio': 'notMine' } as const;

/** The three quick answers of a reminder. A GET only asks: mail scanners open links. */
@UseFilters(AnswerPageFilter)
@Controller()
export class ReminderAnswersController {
  constructor(private readonly answers: AnswerReminder) {}

  @Answers('GET /risposte/:token')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', QUESTION_PAGE_POLICY)
  @Header('referrer-policy', 'no-referrer')
  async ask(@Ask() { params, query }: Asked<'GET /risposte/:token'>): Promise<string> {
    await this.answers.open(params.token);
    return questionPage(params.token, query.risposta);
  }

  @Answers('POST /risposte/:token')
  async give(@Ask() { params, body }: Asked<'POST /risposte/:token'>): Promise<{ detail: string }> {
    await this.answers.run(params.token, body.answer);
    return { detail: 'Grazie, abbiamo segnato la tua risposta.' };
  }

  /** The page's own button: a form without script. */
  @Answers('POST /risposte/:token/:answer')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', QUESTION_PAGE_POLICY)
  async press(@Ask() { params }: Asked<'POST /risposte/:token/:answer'>): Promise<string> {
    await this.answers.run(params.token, ANSWERS[params.answer]);
    return thanksPage();
  }
}
