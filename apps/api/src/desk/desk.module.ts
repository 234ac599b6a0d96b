import { Module } from '@nestjs/common';
import { ListDeadlines } from '#use-cases/desk/list-deadlines.js';
import { ListTasks } from '#use-cases/desk/list-tasks.js';
import { MakeRound } from '#use-cases/desk/make-round.js';
import { ReadBoard } from '#use-cases/desk/read-board.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { SearchEverything } from '#use-cases/desk/search-everything.js';
import { DeskController } from './desk.controller.js';

/** First pages and lists. */
@Module({
  controllers: [DeskController],
  providers: [ListDeadlines, ListTasks, MakeRound, ReadBoard, ReadToday, SearchEverything],
})
export class DeskModule {}
