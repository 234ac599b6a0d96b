import { Module } from '@nestjs/common';
import { ExportHistory } from '#use-cases/history/export-history.js';
import { ListHistory } from '#use-cases/history/list-history.js';
import { HistoryController } from './history.controller.js';

/** The history of everything that a person sees. */
@Module({
  controllers: [HistoryController],
  providers: [ExportHistory, ListHistory],
})
export class HistoryModule {}
