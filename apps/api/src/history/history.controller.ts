import { Controller, Header, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { UnionHistory } from '#contracts/union-history.js';
import { ExportHistory } from '#use-cases/history/export-history.js';
import { ListHistory } from '#use-cases/history/list-history.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class HistoryController {
  constructor(
    private readonly listHistory: ListHistory,
    private readonly exportHistory: ExportHistory,
  ) {}

  @Answers('GET /history')
  list(@Ask() { actor, query }: Asked<'GET /history'>): Promise<UnionHistory> {
    return this.listHistory.run(actor, query);
  }

  @Answers('GET /history/facts.csv')
  @Header('cache-control', 'private, no-store')
  facts(@Ask() { actor }: Asked<'GET /history/facts.csv'>): StreamableFile {
    return file(Readable.from(this.exportHistory.facts(actor)), 'fatti');
  }

  @Answers('GET /history/applications.csv')
  @Header('cache-control', 'private, no-store')
  async applications(@Ask() { actor }: Asked<'GET /history/applications.csv'>): Promise<StreamableFile> {
    return file(Readable.from([await this.exportHistory.applications(actor)]), 'candidature');
  }

  @Answers('GET /history/chains.csv')
  @Header('cache-control', 'private, no-store')
  async chains(@Ask() { actor }: Asked<'GET /history/chains.csv'>): Promise<StreamableFile> {
    return file(Readable.from([await this.exportHistory.heads(actor)]), 'catene');
  }
}

function file(stream: Readable, name: string): StreamableFile {
  return new StreamableFile(stream, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}
