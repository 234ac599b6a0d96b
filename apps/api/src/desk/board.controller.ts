import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Board } from '#contracts/board.js';
import { ReadBoard } from '#use-cases/desk/read-board.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('desk')
@Controller('board')
export class BoardController {
  constructor(private readonly readBoard: ReadBoard) {}

  @Get()
  @ApiOperation({
    operationId: 'readBoard',
    summary: 'Quadro: i Comuni per avviso, con a chi tocca, entro quando e quanto.',
  })
  board(@Who() { actor }: SignedIn): Promise<Board> {
    return this.readBoard.run(actor);
  }
}
