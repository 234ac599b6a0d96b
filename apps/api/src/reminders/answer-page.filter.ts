import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#use-cases/refusal.js';
import { answerProblem, problemOf } from '../problem.js';
import { refusalPage } from './question-page.js';

/** Links of e-mails open in a browser: why one does not work is said on a page; programs get the problem as ever. */
@Catch(Refusal)
export class AnswerPageFilter implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (request.headers.accept?.includes('text/html') !== true) {
      answerProblem(refusal, host);
      return;
    }
    const { status, title, detail, code } = problemOf(refusal, '');
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .status(status)
      .type('text/html; charset=utf-8')
      .send(refusalPage(title, `${detail} (${code})`));
  }
}
