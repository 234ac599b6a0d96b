import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Deadlines } from '#contracts/deadlines.js';
import type { RoundResult, Tasks, Today } from '#contracts/desk.js';
import { type RoundRequest, roundRequest } from '#contracts/round.js';
import { type SearchQuery, searchQuery, type SearchResult } from '#contracts/search.js';
import { ListDeadlines } from '#use-cases/desk/list-deadlines.js';
import { ListTasks } from '#use-cases/desk/list-tasks.js';
import { MakeRound } from '#use-cases/desk/make-round.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { SearchEverything } from '#use-cases/desk/search-everything.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('desk')
@Controller()
export class DeskController {
  constructor(
    private readonly readToday: ReadToday,
    private readonly listTasks: ListTasks,
    private readonly makeRound: MakeRound,
    private readonly listDeadlines: ListDeadlines,
    private readonly searchEverything: SearchEverything,
  ) {}

  @Get('today')
  @ApiOperation({
    operationId: 'readToday',
    summary: 'Oggi: che cosa fare, chi chiamare, che cosa controllare, che cosa arriva.',
  })
  today(@Who() { actor }: SignedIn): Promise<Today> {
    return this.readToday.run(actor);
  }

  @Get('tasks')
  @ApiOperation({
    operationId: 'listTasks',
    summary: 'Le mie attività, per tutti i miei Comuni e incarichi.',
  })
  tasks(@Who() { actor }: SignedIn): Promise<Tasks> {
    return this.listTasks.run(actor);
  }

  @Post('round')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'makeRound',
    summary: 'Giro settimanale: nessuna novità sulla piattaforma per queste candidature.',
    description:
      'Ogni candidatura ha il suo esito. La stessa richiesta si può ripetere: ciò che è già segnato in questa settimana ' +
      'non si segna due volte.',
  })
  round(
    @Who() { actor }: SignedIn,
    @Body({ schema: roundRequest }) body: RoundRequest,
  ): Promise<RoundResult> {
    return this.makeRound.run(actor, body);
  }

  @Get('deadlines')
  @ApiOperation({ operationId: 'listDeadlines', summary: 'Scadenze: tutti i termini, con le fini di prima.' })
  deadlines(@Who() { actor }: SignedIn): Promise<Deadlines> {
    return this.listDeadlines.run(actor);
  }

  @Get('search')
  @ApiOperation({
    operationId: 'search',
    summary: 'Cerca un Comune, un CUP, un CIG, un numero, una persona, un avviso.',
  })
  search(
    @Who() { actor }: SignedIn,
    @Query({ schema: searchQuery }) { q }: SearchQuery,
  ): Promise<SearchResult> {
    return this.searchEverything.run(actor, q);
  }
}
