import { Controller } from '@nestjs/common';
import type { Answer } from '#contracts/routes.js';
import type { NotedCall, NotedCallList } from '#contracts/noted-call.js';
import { NoteCall } from '#use-cases/noted-call/note-call.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

/** Calls that came out and that the office only noted. */
@Controller()
export class NotedCallsController {
  constructor(private readonly noted: NoteCall) {}

  @Answers('GET /noted-calls')
  list(@Ask() { actor }: Asked<'GET /noted-calls'>): Promise<NotedCallList> {
    return this.noted.list(actor);
  }

  @Answers('POST /noted-calls')
  note(@Ask() { actor, body, once }: Asked<'POST /noted-calls'>): Promise<Answer<'POST /noted-calls'>> {
    return this.noted.note(actor, body, once);
  }

  @Answers('GET /noted-calls/:noted')
  read(@Ask() { actor, params }: Asked<'GET /noted-calls/:noted'>): Promise<NotedCall> {
    return this.noted.read(actor, params.noted);
  }

  @Answers('PUT /noted-calls/:noted')
  correct(@Ask() { actor, params, body, seen }: Asked<'PUT /noted-calls/:noted'>): Promise<NotedCall> {
    return this.noted.correct(actor, params.noted, body, seen);
  }

  @Answers('POST /noted-calls/:noted/put-away')
  putAway(@Ask() { actor, params, body }: Asked<'POST /noted-calls/:noted/put-away'>): Promise<NotedCall> {
    return this.noted.putAway(actor, params.noted, body);
  }

  @Answers('POST /noted-calls/:noted/take-back')
  takeBack(@Ask() { actor, params, body }: Asked<'POST /noted-calls/:noted/take-back'>): Promise<NotedCall> {
    return this.noted.putAway(actor, params.noted, body);
  }
}
