import { Controller } from '@nestjs/common';
import type { AmendmentPreview } from '#contracts/call-page.js';
import { fundsAgainAct, fundsExhaustedAct, withdrawalAct } from '#use-cases/call/call-acts.js';
import { PreviewInCall } from '#use-cases/call/preview-in-call.js';
import { RecordCallAct } from '#use-cases/call/record-call-act.js';
import type { RecordedInCall } from '#use-cases/record/recorded.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

/** Acts about a call as a whole, each with its preview. */
@Controller()
export class CallActsController {
  constructor(
    private readonly preview: PreviewInCall,
    private readonly record: RecordCallAct,
  ) {}

  @Answers('POST /calls/:call/funds-exhausted/preview')
  previewFundsExhausted(
    @Ask() { actor, params, body }: Asked<'POST /calls/:call/funds-exhausted/preview'>,
  ): Promise<AmendmentPreview> {
    return this.preview.run(actor, params.call, 'amendTerm', body.actingBody, fundsExhaustedAct(body));
  }

  @Answers('POST /calls/:call/funds-exhausted')
  fundsExhausted(
    @Ask() { actor, params, body, once, seen }: Asked<'POST /calls/:call/funds-exhausted'>,
  ): Promise<RecordedInCall> {
    return this.record.run(
      actor,
      params.call,
      'amendTerm',
      body.actingBody,
      fundsExhaustedAct(body),
      once,
      seen,
    );
  }

  @Answers('POST /calls/:call/funds-again/preview')
  previewFundsAgain(
    @Ask() { actor, params, body }: Asked<'POST /calls/:call/funds-again/preview'>,
  ): Promise<AmendmentPreview> {
    return this.preview.run(actor, params.call, 'amendTerm', body.actingBody, fundsAgainAct(body));
  }

  @Answers('POST /calls/:call/funds-again')
  fundsAgain(
    @Ask() { actor, params, body, once, seen }: Asked<'POST /calls/:call/funds-again'>,
  ): Promise<RecordedInCall> {
    return this.record.run(actor, params.call, 'amendTerm', body.actingBody, fundsAgainAct(body), once, seen);
  }

  @Answers('POST /calls/:call/withdrawal/preview')
  previewWithdrawal(
    @Ask() { actor, params, body }: Asked<'POST /calls/:call/withdrawal/preview'>,
  ): Promise<AmendmentPreview> {
    return this.preview.run(actor, params.call, 'launchCall', body.actingBody, withdrawalAct(body));
  }

  @Answers('POST /calls/:call/withdrawal')
  withdraw(
    @Ask() { actor, params, body, once, seen }: Asked<'POST /calls/:call/withdrawal'>,
  ): Promise<RecordedInCall> {
    return this.record.run(
      actor,
      params.call,
      'launchCall',
      body.actingBody,
      withdrawalAct(body),
      once,
      seen,
    );
  }
}
