import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type NotedCall,
  type NotedCallList,
  type NotedCallRequest,
  notedCallRequest,
  type PutAwayRequest,
  putAwayRequest,
  type TakeBackRequest,
  takeBackRequest,
} from '#contracts/noted-call.js';
import { NoteCall } from '#use-cases/noted-call/note-call.js';
import type { Idempotency } from '#use-cases/ports/case-record.js';
import { VersionSeen } from '../entity-tag.js';
import { Once } from '../idempotency.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

/** Calls that came out and that the office only noted. */
@ApiTags('calls')
@Controller('noted-calls')
export class NotedCallsController {
  constructor(private readonly noted: NoteCall) {}

  @Get()
  @ApiOperation({
    operationId: 'listNotedCalls',
    summary: 'Avvisi visti: non avviati, messi da parte, avviati poi.',
  })
  list(@Who() { actor }: SignedIn): Promise<NotedCallList> {
    return this.noted.list(actor);
  }

  @Post()
  @ApiOperation({
    operationId: 'noteCall',
    summary: 'Segna un avviso uscito, senza avviarlo: nessun Comune riceve niente.',
  })
  note(
    @Who() { actor }: SignedIn,
    @Body({ schema: notedCallRequest }) body: NotedCallRequest,
    @Once() once: Idempotency | undefined,
  ): Promise<{ id: string; slug: string }> {
    return this.noted.note(actor, body, once);
  }

  @Get(':noted')
  @ApiOperation({ operationId: 'readNotedCall', summary: 'Un avviso visto.' })
  read(@Who() { actor }: SignedIn, @Param('noted') noted: string): Promise<NotedCall> {
    return this.noted.read(actor, noted);
  }

  @Put(':noted')
  @ApiOperation({ operationId: 'correctNotedCall', summary: 'Corregge un avviso visto.' })
  correct(
    @Who() { actor }: SignedIn,
    @Param('noted') noted: string,
    @Body({ schema: notedCallRequest }) body: NotedCallRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<NotedCall> {
    return this.noted.correct(actor, noted, body, seen);
  }

  @Post(':noted/put-away')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'putAwayNotedCall',
    summary: 'Non ci interessa: mette da parte un avviso visto.',
  })
  putAway(
    @Who() { actor }: SignedIn,
    @Param('noted') noted: string,
    @Body({ schema: putAwayRequest }) body: PutAwayRequest,
  ): Promise<NotedCall> {
    return this.noted.putAway(actor, noted, body);
  }

  @Post(':noted/take-back')
  @HttpCode(200)
  @ApiOperation({ operationId: 'takeBackNotedCall', summary: 'Riprende un avviso messo da parte.' })
  takeBack(
    @Who() { actor }: SignedIn,
    @Param('noted') noted: string,
    @Body({ schema: takeBackRequest }) body: TakeBackRequest,
  ): Promise<NotedCall> {
    return this.noted.putAway(actor, noted, body);
  }
}
