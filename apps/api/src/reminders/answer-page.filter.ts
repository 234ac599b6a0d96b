import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#use-cases/refusal.js';
import { problemOf, sendProblem } from '../problem.js';
import { QUESTION_PAGE_POLICY, refusalPage } from './question-page.js';

/** Links of e-mails open in a browser: why one does not work is said on a page; programs get the problem as ever. */
@Catch(Refusal)
export class AnswerPageFilter implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (request.headers.accept?.includes('text/html') !== true) {
      sendProblem(refusal, request, reply);
      return;
    }
    const { status, title, detail, code } = problemOf(refusal, '');
    void reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', QUESTION_PAGE_POLICY)
      .header('referrer-policy', 'no-referrer')
      .send(refusalPage(title, `${detail} (${code})`));
  }
}
