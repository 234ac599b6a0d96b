import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ClockRequest, clockRequest } from '#contracts/application.js';
import { type LocalMoment } from '#domain/calendar/local-date.js';
import { MoveClock } from '#use-cases/demo/move-clock.js';
import { Open, type SignedIn, Who } from '../identity/signed-in.js';

/** The demo's clock; in production it cannot be moved. */
@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(private readonly clock: MoveClock) {}

  @Open()
  @Get()
  @ApiOperation({ operationId: 'readClock', summary: 'Che ora è per Capofila, a Roma.' })
  read(): Promise<LocalMoment> {
    return this.clock.now();
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveClock', summary: 'Sposta avanti l’orologio della dimostrazione.' })
  move(@Who() { actor }: SignedIn, @Body({ schema: clockRequest }) body: ClockRequest): Promise<LocalMoment> {
    return this.clock.run(actor, body);
  }
}
