import { Controller } from '@nestjs/common';
import type { AmendedSome, AmendmentPreview, CallPage } from '#contracts/call-page.js';
import type { CallList, DefinitionList, LaunchedCall } from '#contracts/calls.js';
import type { LaunchPreview } from '#contracts/launch-preview.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { AmendSome } from '#use-cases/call/amend-some.js';
import { amendmentAct } from '#use-cases/call/amendment.js';
import { ApplyAgain } from '#use-cases/call/apply-again.js';
import { KeepDefinition } from '#use-cases/call/keep-definition.js';
import { PreviewLaunch } from '#use-cases/call/launch/preview-launch.js';
import { LaunchCall } from '#use-cases/call/launch-call.js';
import { ListCalls } from '#use-cases/call/list-calls.js';
import { PreviewInCall } from '#use-cases/call/preview-in-call.js';
import { PreviewSome } from '#use-cases/call/preview-some.js';
import { ReadCall } from '#use-cases/call/read-call.js';
import { ReadDefinitions } from '#use-cases/call/read-definitions.js';
import { RecordCallAct } from '#use-cases/call/record-call-act.js';
import type { OpenedApplication, RecordedInCall } from '#use-cases/record/recorded.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class CallsController {
  constructor(
    private readonly readDefinitions: ReadDefinitions,
    private readonly keep: KeepDefinition,
    private readonly listCalls: ListCalls,
    private readonly readCall: ReadCall,
    private readonly previewLaunch: PreviewLaunch,
    private readonly launchCall: LaunchCall,
    private readonly previewInCall: PreviewInCall,
    private readonly previewSome: PreviewSome,
    private readonly recordAct: RecordCallAct,
    private readonly amendSome: AmendSome,
    private readonly applyAgain: ApplyAgain,
  ) {}

  @Answers('GET /definitions')
  definitions(@Ask() { actor }: Asked<'GET /definitions'>): Promise<DefinitionList> {
    return this.readDefinitions.list(actor);
  }

  @Answers('POST /definitions')
  keepDefinition(
    @Ask() { actor, body }: Asked<'POST /definitions'>,
  ): Promise<{ id: string; version: number }> {
    return this.keep.run(actor, body.actingBody, body.definition);
  }

  @Answers('GET /definitions/:definition/:version')
  definition(
    @Ask() { actor, params }: Asked<'GET /definitions/:definition/:version'>,
  ): Promise<CallDefinition> {
    return this.readDefinitions.read(actor, params.definition, params.version);
  }

  @Answers('GET /calls')
  list(@Ask() { actor }: Asked<'GET /calls'>): Promise<CallList> {
    return this.listCalls.run(actor);
  }

  @Answers('POST /calls/preview')
  preview(@Ask() { actor, body }: Asked<'POST /calls/preview'>): Promise<LaunchPreview> {
    return this.previewLaunch.run(actor, body);
  }

  @Answers('POST /calls')
  launch(@Ask() { actor, body, once }: Asked<'POST /calls'>): Promise<LaunchedCall> {
    return this.launchCall.run(actor, body, once);
  }

  @Answers('GET /calls/:call')
  read(@Ask() { actor, params }: Asked<'GET /calls/:call'>): Promise<CallPage> {
    return this.readCall.run(actor, params.call);
  }

  @Answers('POST /calls/:call/amendments/preview')
  previewAmend(
    @Ask() { actor, params, body }: Asked<'POST /calls/:call/amendments/preview'>,
  ): Promise<AmendmentPreview> {
    return body.applications === undefined
      ? this.previewInCall.run(actor, params.call, 'amendTerm', body.actingBody, amendmentAct(body))
      : this.previewSome.run(actor, params.call, body);
  }

  @Answers('POST /calls/:call/amendments')
  amend(
    @Ask() { actor, params, body, once, seen }: Asked<'POST /calls/:call/amendments'>,
  ): Promise<RecordedInCall | AmendedSome> {
    if (body.applications !== undefined) return this.amendSome.run(actor, params.call, body, once, seen);
    const act = amendmentAct(body);
    return this.recordAct.run(actor, params.call, 'amendTerm', body.actingBody, act, once, seen);
  }

  @Answers('POST /calls/:call/applications')
  apply(
    @Ask() { actor, params, body, once }: Asked<'POST /calls/:call/applications'>,
  ): Promise<OpenedApplication> {
    return this.applyAgain.run(actor, params.call, body, once);
  }
}
