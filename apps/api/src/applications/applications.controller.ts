import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { ApplicationList } from '#contracts/desk.js';
import type { History } from '#contracts/history.js';
import type { ApplicationMessages } from '#contracts/messages.js';
import type { CasePreview, WhatIf } from '#contracts/preview.js';
import { ReadApplication } from '#use-cases/application/read-application.js';
import { ReadHistory } from '#use-cases/application/read-history.js';
import { ReadMessages } from '#use-cases/application/read-messages.js';
import { RecordFact } from '#use-cases/application/record-fact.js';
import { ListApplications } from '#use-cases/desk/list-applications.js';
import { PreviewFact } from '#use-cases/preview/preview-fact.js';
import { TellWhatIf } from '#use-cases/preview/what-if.js';
import { tagged } from '../entity-tag.js';
import type { RecordedAnswer } from '#contracts/recorded.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class ApplicationsController {
  constructor(
    private readonly listApplications: ListApplications,
    private readonly readApplication: ReadApplication,
    private readonly readHistory: ReadHistory,
    private readonly readMessages: ReadMessages,
    private readonly recordFact: RecordFact,
    private readonly previewFact: PreviewFact,
    private readonly tellWhatIf: TellWhatIf,
  ) {}

  @Answers('GET /applications')
  list(@Ask() { actor }: Asked<'GET /applications'>): Promise<ApplicationList> {
    return this.listApplications.run(actor);
  }

  @Answers('GET /applications/:application')
  async read(
    @Ask() { actor, params }: Asked<'GET /applications/:application'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationPage | undefined> {
    return tagged(await this.readApplication.run(actor, params.application), request, reply);
  }

  @Answers('GET /applications/:application/facts')
  history(@Ask() { actor, params }: Asked<'GET /applications/:application/facts'>): Promise<History> {
    return this.readHistory.run(actor, params.application);
  }

  @Answers('GET /applications/:application/messages')
  messages(
    @Ask() { actor, params }: Asked<'GET /applications/:application/messages'>,
  ): Promise<ApplicationMessages> {
    return this.readMessages.run(actor, params.application);
  }

  @Answers('POST /applications/:application/facts')
  record(
    @Ask() { actor, params, body, once, seen }: Asked<'POST /applications/:application/facts'>,
  ): Promise<RecordedAnswer> {
    return this.recordFact.run(actor, params.application, body, once, seen);
  }

  @Answers('POST /applications/:application/corrections/preview')
  preview(
    @Ask() { actor, params, body }: Asked<'POST /applications/:application/corrections/preview'>,
  ): Promise<CasePreview> {
    return this.previewFact.run(actor, params.application, body);
  }

  @Answers('POST /applications/:application/what-if')
  whatIf(@Ask() { actor, params, body }: Asked<'POST /applications/:application/what-if'>): Promise<WhatIf> {
    return this.tellWhatIf.run(actor, params.application, body);
  }
}
