import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AmendmentRequest,
  amendmentRequest,
  type ApplyRequest,
  type DefinitionRequest,
  definitionRequest,
  applyRequest,
  type LaunchRequest,
  launchRequest,
} from '#contracts/application.js';
import { type AmendmentPreview, type AmendedSome, type CallPage } from '#contracts/call-page.js';
import {
  type LaunchPreview,
  type LaunchPreviewRequest,
  launchPreviewRequest,
} from '#contracts/launch-preview.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { can } from '#domain/access/can.js';
import type { Seen } from '#domain/fact/changed-since.js';
import { AmendCall } from '#use-cases/call/amend-call.js';
import { AmendSome } from '#use-cases/call/amend-some.js';
import { ApplyAgain } from '#use-cases/call/apply-again.js';
import { PreviewAmendment } from '#use-cases/call/preview-amendment.js';
import { PreviewLaunch } from '#use-cases/call/launch/preview-launch.js';
import { ReadCall } from '#use-cases/call/read-call.js';
import { KeepDefinition } from '#use-cases/call/keep-definition.js';
import { LaunchCall, type LaunchedCall, unknownDefinition } from '#use-cases/call/launch-call.js';
import { demand } from '#use-cases/identity/demand.js';
import { CaseQueries, type ListedCall } from '#use-cases/ports/case-queries.js';
import type { Idempotency } from '#use-cases/ports/once.js';
import type { OpenedApplication, RecordedInCall } from '#use-cases/record/recorded.js';
import { Definitions } from '#use-cases/ports/definitions.js';
import { type SignedIn, Who } from '../identity/signed-in.js';
import { SeenBefore } from '../entity-tag.js';
import { Once } from '../idempotency.js';

@ApiTags('calls')
@Controller()
export class CallsController {
  constructor(
    private readonly launchCall: LaunchCall,
    private readonly previewLaunch: PreviewLaunch,
    private readonly amendCall: AmendCall,
    private readonly amendSome: AmendSome,
    private readonly readCall: ReadCall,
    private readonly previewAmendment: PreviewAmendment,
    private readonly applyAgain: ApplyAgain,
    private readonly keep: KeepDefinition,
    private readonly queries: CaseQueries,
    private readonly definitions: Definitions,
  ) {}

  @Get('definitions')
  @ApiOperation({ operationId: 'listDefinitions', summary: 'Modelli di avviso.' })
  async listDefinitions(
    @Who() { actor }: SignedIn,
  ): Promise<{ definitions: { id: string; version: number; title: string }[] }> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    return { definitions: await this.definitions.list({ as: 'person', person: actor.person }) };
  }

  @Post('definitions')
  @ApiOperation({
    operationId: 'keepDefinition',
    summary: 'Carica un modello di avviso scritto dall’ufficio.',
  })
  keepDefinition(
    @Who() { actor }: SignedIn,
    @Body({ schema: definitionRequest }) body: DefinitionRequest,
  ): Promise<{ id: string; version: number }> {
    return this.keep.run(actor, body.actingBody, body.definition);
  }

  @Get('calls')
  @ApiOperation({ operationId: 'listCalls', summary: 'Avvisi in corso e conclusi.' })
  async list(@Who() { actor }: SignedIn): Promise<{ calls: ListedCall[] }> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    return { calls: await this.queries.calls(actor.person) };
  }

  @Post('calls/preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewLaunch',
    summary: 'Che cosa farebbe l’avvio, Comune per Comune: non registra niente.',
  })
  preview(
    @Who() { actor }: SignedIn,
    @Body({ schema: launchPreviewRequest }) body: LaunchPreviewRequest,
  ): Promise<LaunchPreview> {
    return this.previewLaunch.run(actor, body);
  }

  @Post('calls')
  @ApiOperation({ operationId: 'launchCall', summary: 'Avvia un avviso: una candidatura per ogni Comune.' })
  launch(
    @Who() { actor }: SignedIn,
    @Body({ schema: launchRequest }) body: LaunchRequest,
    @Once() once: Idempotency | undefined,
  ): Promise<LaunchedCall> {
    return this.launchCall.run(actor, body, once);
  }

  @Get('calls/:call')
  @ApiOperation({
    operationId: 'readCall',
    summary: 'Un avviso: termini con la fonte, candidature che vedo, somme, che cosa è confermato.',
  })
  read(@Who() { actor }: SignedIn, @Param('call') call: string): Promise<CallPage> {
    return this.readCall.run(actor, call);
  }

  @Get('definitions/:definition/:version')
  @ApiOperation({ operationId: 'readDefinition', summary: 'Un modello di avviso.' })
  async readDefinition(
    @Who() { actor }: SignedIn,
    @Param('definition') id: string,
    @Param('version') version: string,
  ): Promise<CallDefinition> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    const by = { as: 'person' as const, person: actor.person };
    const known = /^\d{1,6}$/.test(version)
      ? await this.definitions.find(by, { id, version: Number(version) })
      : undefined;
    if (known === undefined) throw unknownDefinition();
    return known.definition;
  }

  @Post('calls/:call/amendments/preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewAmendment',
    summary: 'Che cosa farebbe una proroga a ogni candidatura: non registra niente.',
  })
  previewAmend(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: amendmentRequest }) body: AmendmentRequest,
  ): Promise<AmendmentPreview> {
    return this.previewAmendment.run(actor, call, body);
  }

  @Post('calls/:call/amendments')
  @ApiOperation({
    operationId: 'amendCall',
    summary: 'Proroga, riapre o sospende un termine: per tutte, o per alcune con un esito ciascuna.',
  })
  amend(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: amendmentRequest }) body: AmendmentRequest,
    @Once() once: Idempotency | undefined,
    @SeenBefore() seen: Seen | undefined,
  ): Promise<RecordedInCall | AmendedSome> {
    return body.applications === undefined
      ? this.amendCall.run(actor, call, body, once, seen)
      : this.amendSome.run(actor, call, body, once, seen);
  }

  @Post('calls/:call/applications')
  @ApiOperation({
    operationId: 'applyAgain',
    summary: 'Apre una nuova candidatura di un Comune che ha rinunciato.',
  })
  apply(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: applyRequest }) body: ApplyRequest,
    @Once() once: Idempotency | undefined,
  ): Promise<OpenedApplication> {
    return this.applyAgain.run(actor, call, body, once);
  }
}
