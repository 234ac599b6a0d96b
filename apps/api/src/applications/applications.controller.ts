import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FactRequest, factRequest } from '#contracts/application.js';
import type { ApplicationPage } from '#contracts/application-page.js';
import { can } from '#domain/access/can.js';
import type { Seen } from '#domain/fact/changed-since.js';
import { seenApplication } from '#use-cases/application/seen-application.js';
import { ReadApplication } from '#use-cases/application/read-application.js';
import { RecordFact } from '#use-cases/application/record-fact.js';
import { demand } from '#use-cases/identity/demand.js';
import {
  CaseQueries,
  type HistoryLine,
  type ListedApplication,
  type ListedMessage,
} from '#use-cases/ports/case-queries.js';
import type { Idempotency, Recorded } from '#use-cases/ports/case-record.js';
import { type SignedIn, Who } from '../identity/signed-in.js';
import { SeenBefore, tagged } from '../entity-tag.js';
import { Once } from '../idempotency.js';

@ApiTags('applications')
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly recordFact: RecordFact,
    private readonly readApplication: ReadApplication,
    private readonly queries: CaseQueries,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listApplications', summary: 'Candidature che vedo, con a chi tocca.' })
  async list(@Who() { actor }: SignedIn): Promise<{ applications: ListedApplication[] }> {
    const seen = await this.queries.applications(actor.person);
    return {
      applications: seen.filter(
        ({ id, participants }) =>
          can(actor, 'readApplication', { union: actor.union, bodies: participants, application: id })
            .allowed,
      ),
    };
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
  async history(
    @Who() who: SignedIn,
    @Param('application') application: string,
  ): Promise<{ facts: HistoryLine[] }> {
    const { id } = await this.seen(who, application, 'readHistory');
    return { facts: await this.queries.history(who.actor.person, id) };
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

  private async seen(
    { actor }: SignedIn,
    idOrNumber: string,
    action: 'readHistory' | 'readMessages',
  ): Promise<{ id: string }> {
    const found = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, action, found.resource));
    return found;
  }
}
