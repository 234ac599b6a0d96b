import { Module } from '@nestjs/common';
import { AmendSome } from '#use-cases/call/amend-some.js';
import { ApplyAgain } from '#use-cases/call/apply-again.js';
import { KeepDefinition } from '#use-cases/call/keep-definition.js';
import { LaunchCall } from '#use-cases/call/launch-call.js';
import { PreviewLaunch } from '#use-cases/call/launch/preview-launch.js';
import { ListCalls } from '#use-cases/call/list-calls.js';
import { PreviewInCall } from '#use-cases/call/preview-in-call.js';
import { PreviewSome } from '#use-cases/call/preview-some.js';
import { ReadCall } from '#use-cases/call/read-call.js';
import { ReadDefinitions } from '#use-cases/call/read-definitions.js';
import { RecordCallAct } from '#use-cases/call/record-call-act.js';
import { NoteCall } from '#use-cases/noted-call/note-call.js';
import { CallActsController } from './call-acts.controller.js';
import { CallsController } from './calls.controller.js';
import { NotedCallsController } from './noted-calls.controller.js';

/** Calls: noted, launched, moved, ended; and the definitions that they are launched from. */
@Module({
  controllers: [CallsController, CallActsController, NotedCallsController],
  providers: [
    AmendSome,
    ApplyAgain,
    KeepDefinition,
    LaunchCall,
    ListCalls,
    PreviewInCall,
    PreviewSome,
    ReadCall,
    ReadDefinitions,
    RecordCallAct,
    PreviewLaunch,
    NoteCall,
  ],
})
export class CallsModule {}
