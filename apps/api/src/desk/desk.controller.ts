import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Today } from '#contracts/desk.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('desk')
@Controller()
export class DeskController {
  constructor(private readonly readToday: ReadToday) {}

  @Get('today')
  @ApiOperation({
    operationId: 'readToday',
    summary: 'Oggi: che cosa fare, chi chiamare, che cosa controllare, che cosa arriva.',
  })
  today(@Who() { actor }: SignedIn): Promise<Today> {
    return this.readToday.run(actor);
  }
}
