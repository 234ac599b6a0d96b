import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { type HistoryQuery, historyQuery, type UnionHistory } from '#contracts/union-history.js';
import { ExportHistory } from '#use-cases/history/export-history.js';
import { ListHistory } from '#use-cases/history/list-history.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('history')
@Controller('history')
export class HistoryController {
  constructor(
    private readonly listHistory: ListHistory,
    private readonly exportHistory: ExportHistory,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listHistory',
    summary: 'La storia di tutte le candidature e di tutti gli avvisi che vedo, cinquanta fatti alla volta.',
  })
  list(
    @Who() { actor }: SignedIn,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ): Promise<UnionHistory> {
    return this.listHistory.run(actor, query);
  }

  @Get('facts.csv')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'exportFacts', summary: 'Tutti i fatti con la loro impronta, per Excel.' })
  facts(@Who() { actor }: SignedIn): StreamableFile {
    return file(Readable.from(this.exportHistory.facts(actor)), 'fatti');
  }

  @Get('applications.csv')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'exportApplications', summary: 'Tutte le candidature, per Excel.' })
  async applications(@Who() { actor }: SignedIn): Promise<StreamableFile> {
    return file(Readable.from([await this.exportHistory.applications(actor)]), 'candidature');
  }

  @Get('chains.csv')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    operationId: 'exportChains',
    summary: 'Ogni catena di fatti con l’impronta dell’ultimo, per Excel.',
  })
  async chains(@Who() { actor }: SignedIn): Promise<StreamableFile> {
    return file(Readable.from([await this.exportHistory.heads(actor)]), 'catene');
  }
}

function file(stream: Readable, name: string): StreamableFile {
  return new StreamableFile(stream, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}
