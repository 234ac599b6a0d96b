import { Controller } from '@nestjs/common';
import type { Board } from '#contracts/board.js';
import type { Deadlines } from '#contracts/deadlines.js';
import type { RoundResult, Tasks, Today } from '#contracts/desk.js';
import type { SearchResult } from '#contracts/search.js';
import { ListDeadlines } from '#use-cases/desk/list-deadlines.js';
import { ListTasks } from '#use-cases/desk/list-tasks.js';
import { MakeRound } from '#use-cases/desk/make-round.js';
import { ReadBoard } from '#use-cases/desk/read-board.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { SearchEverything } from '#use-cases/desk/search-everything.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class DeskController {
  constructor(
    private readonly readToday: ReadToday,
    private readonly listTasks: ListTasks,
    private readonly readBoard: ReadBoard,
    private readonly listDeadlines: ListDeadlines,
    private readonly searchEverything: SearchEverything,
    private readonly makeRound: MakeRound,
  ) {}

  @Answers('GET /today')
  today(@Ask() { actor }: Asked<'GET /today'>): Promise<Today> {
    return this.readToday.run(actor);
  }

  @Answers('GET /tasks')
  tasks(@Ask() { actor }: Asked<'GET /tasks'>): Promise<Tasks> {
    return this.listTasks.run(actor);
  }

  @Answers('GET /board')
  board(@Ask() { actor }: Asked<'GET /board'>): Promise<Board> {
    return this.readBoard.run(actor);
  }

  @Answers('GET /deadlines')
  deadlines(@Ask() { actor }: Asked<'GET /deadlines'>): Promise<Deadlines> {
    return this.listDeadlines.run(actor);
  }

  @Answers('GET /search')
  search(@Ask() { actor, query }: Asked<'GET /search'>): Promise<SearchResult> {
    return this.searchEverything.run(actor, query.q);
  }

  @Answers('POST /round')
  round(@Ask() { actor, body }: Asked<'POST /round'>): Promise<RoundResult> {
    return this.makeRound.run(actor, body);
  }
}
