import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type FundsAgainRequest,
  fundsAgainRequest,
  type FundsExhaustedRequest,
  fundsExhaustedRequest,
  type WithdrawalRequest,
  withdrawalRequest,
} from '#contracts/application.js';
import type { AmendmentPreview } from '#contracts/call-page.js';
import type { Seen } from '#domain/fact/changed-since.js';
import { fundsAgainAct, fundsExhaustedAct, withdrawalAct } from '#use-cases/call/call-acts.js';
import { PreviewInCall } from '#use-cases/call/preview-in-call.js';
import { RecordCallAct } from '#use-cases/call/record-call-act.js';
import type { Idempotency } from '#use-cases/ports/once.js';
import type { RecordedInCall } from '#use-cases/record/recorded.js';
import { SeenBefore } from '../entity-tag.js';
import { Once } from '../idempotency.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

/** Acts about a call as a whole, each with its preview. */
@ApiTags('calls')
@Controller('calls/:call')
export class CallActsController {
  constructor(
    private readonly preview: PreviewInCall,
    private readonly record: RecordCallAct,
  ) {}

  @Post('funds-exhausted/preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewFundsExhausted',
    summary:
      'Chi verrebbe avvisato che i fondi sono esauriti, e quali promemoria si fermano: non registra niente.',
  })
  previewFundsExhausted(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: fundsExhaustedRequest }) body: FundsExhaustedRequest,
  ): Promise<AmendmentPreview> {
    return this.preview.run(actor, call, 'amendTerm', body.actingBody, fundsExhaustedAct(body));
  }

  @Post('funds-exhausted')
  @ApiOperation({
    operationId: 'fundsExhausted',
    summary:
      'I fondi sono esauriti: le candidature non inviate si fermano finché l’ufficio decide con i Comuni.',
  })
  fundsExhausted(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: fundsExhaustedRequest }) body: FundsExhaustedRequest,
    @Once() once: Idempotency | undefined,
    @SeenBefore() seen: Seen | undefined,
  ): Promise<RecordedInCall> {
    return this.record.run(actor, call, 'amendTerm', body.actingBody, fundsExhaustedAct(body), once, seen);
  }

  @Post('funds-again/preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewFundsAgain',
    summary: 'Quali promemoria riprenderebbero e chi verrebbe avvisato: non registra niente.',
  })
  previewFundsAgain(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: fundsAgainRequest }) body: FundsAgainRequest,
  ): Promise<AmendmentPreview> {
    return this.preview.run(actor, call, 'amendTerm', body.actingBody, fundsAgainAct(body));
  }

  @Post('funds-again')
  @ApiOperation({
    operationId: 'fundsAgain',
    summary: 'Ci sono di nuovo fondi, o era un errore: i promemoria riprendono.',
  })
  fundsAgain(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: fundsAgainRequest }) body: FundsAgainRequest,
    @Once() once: Idempotency | undefined,
    @SeenBefore() seen: Seen | undefined,
  ): Promise<RecordedInCall> {
    return this.record.run(actor, call, 'amendTerm', body.actingBody, fundsAgainAct(body), once, seen);
  }

  @Post('withdrawal/preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewWithdrawal',
    summary: 'Che cosa finirebbe e chi verrebbe avvisato ritirando l’avviso: non registra niente.',
  })
  previewWithdrawal(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: withdrawalRequest }) body: WithdrawalRequest,
  ): Promise<AmendmentPreview> {
    return this.preview.run(actor, call, 'launchCall', body.actingBody, withdrawalAct(body));
  }

  @Post('withdrawal')
  @ApiOperation({
    operationId: 'withdrawCall',
    summary:
      'Ritira l’avviso finché niente è inviato: entro dieci minuti nessuno ne sa, dopo chi sapeva viene avvisato.',
  })
  withdraw(
    @Who() { actor }: SignedIn,
    @Param('call') call: string,
    @Body({ schema: withdrawalRequest }) body: WithdrawalRequest,
    @Once() once: Idempotency | undefined,
    @SeenBefore() seen: Seen | undefined,
  ): Promise<RecordedInCall> {
    return this.record.run(actor, call, 'launchCall', body.actingBody, withdrawalAct(body), once, seen);
  }
}
