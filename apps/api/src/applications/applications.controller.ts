import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FactRequest, factRequest } from '#contracts/application.js';
import type { ApplicationPage } from '#contracts/application-page.js';
import { type CasePreview, type WhatIf, type WhatIfRequest, whatIfRequest } from '#contracts/preview.js';
import type { History } from '#contracts/history.js';
import type { ApplicationList } from '#contracts/desk.js';
import { can } from '#domain/access/can.js';
import type { Seen } from '#domain/fact/changed-since.js';
import { seenApplication } from '#use-cases/application/seen-application.js';
import { ReadApplication } from '#use-cases/application/read-application.js';
import { ReadHistory } from '#use-cases/application/read-history.js';
import { RecordFact } from '#use-cases/application/record-fact.js';
import { ListApplications } from '#use-cases/desk/list-applications.js';
import { PreviewFact } from '#use-cases/preview/preview-fact.js';
import { TellWhatIf } from '#use-cases/preview/what-if.js';
import { demand } from '#use-cases/identity/demand.js';
import { CaseQueries, type ListedMessage } from '#use-cases/ports/case-queries.js';
import type { Idempotency } from '#use-cases/ports/once.js';
import type { Recorded } from '#use-cases/record/recorded.js';
import { type SignedIn, Who } from '../identity/signed-in.js';
import { SeenBefore, tagged } from '../entity-tag.js';
import { Once } from '../idempotency.js';

@ApiTags('applications')
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly listApplications: ListApplications,
    private readonly recordFact: RecordFact,
    private readonly previewFact: PreviewFact,
    private readonly tellWhatIf: TellWhatIf,
    private readonly readApplication: ReadApplication,
    private readonly readHistory: ReadHistory,
    private readonly queries: CaseQueries,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listApplications', summary: 'Candidature che vedo, con a chi tocca.' })
  list(@Who() { actor }: SignedIn): Promise<ApplicationList> {
    return this.listApplications.run(actor);
  }

  @Get(':application')
  @ApiOperation({
    operationId: 'readApplication',
    summary: 'Una candidatura: dove sta, perché aspetta, che cosa manca, che cosa posso fare.',
  })
  async read(
    @Who() who: SignedIn,
    @Param('application') application: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationPage | undefined> {
    return tagged(await this.readApplication.run(who.actor, application), request, reply);
  }

  @Get(':application/facts')
  @ApiOperation({ operationId: 'readHistory', summary: 'La storia: chi, per chi, quando, con quale canale.' })
  history(@Who() { actor }: SignedIn, @Param('application') application: string): Promise<History> {
    return this.readHistory.run(actor, application);
  }

  @Get(':application/messages')
  @ApiOperation({
    operationId: 'readMessages',
    summary: 'Messaggi decisi, spediti, saltati o non consegnati.',
  })
  async messages(
    @Who() who: SignedIn,
    @Param('application') application: string,
  ): Promise<{ messages: ListedMessage[] }> {
    const { id } = await this.seen(who, application, 'readMessages');
    return { messages: await this.queries.messages(who.actor.person, id) };
  }

  @Post(':application/facts')
  @ApiOperation({
    operationId: 'recordFact',
    summary: 'Registra ciò che è successo, o corregge ciò che era sbagliato.',
    description:
      'Data e ora sono quelle di Roma. Di un’ora che torna due volte, quando finisce l’ora legale, vale la prima; ' +
      'un’ora che manca, quando comincia, è rifiutata (TIME-02). Con `If-Match`, il tag della pagina letta, ciò che un’altra ' +
      'persona ha registrato nel frattempo ferma la registrazione (412, CASO-03).',
  })
  record(
    @Who() { actor }: SignedIn,
    @Param('application') application: string,
    @Body({ schema: factRequest }) body: FactRequest,
    @Once() once: Idempotency | undefined,
    @SeenBefore() seen: Seen | undefined,
  ): Promise<Recorded> {
    return this.recordFact.run(actor, application, body, once, seen);
  }

  @Post(':application/corrections/preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewCorrection',
    summary: 'Che cosa cambierebbe con questa correzione: non registra niente.',
  })
  preview(
    @Who() { actor }: SignedIn,
    @Param('application') application: string,
    @Body({ schema: factRequest }) body: FactRequest,
  ): Promise<CasePreview> {
    return this.previewFact.run(actor, application, body);
  }

  @Post(':application/what-if')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'tellWhatIf',
    summary: 'E se…: il futuro di una candidatura com’è e come sarebbe. Non cambia niente.',
  })
  whatIf(
    @Who() { actor }: SignedIn,
    @Param('application') application: string,
    @Body({ schema: whatIfRequest }) body: WhatIfRequest,
  ): Promise<WhatIf> {
    return this.tellWhatIf.run(actor, application, body);
  }

  private async seen(
    { actor }: SignedIn,
    idOrNumber: string,
    action: 'readMessages',
  ): Promise<{ id: string }> {
    const found = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, action, found.resource));
    return found;
  }
}
