import { Controller } from '@nestjs/common';
import type { LocalMoment } from '#domain/calendar/local-date.js';
import { MoveClock } from '#use-cases/demo/move-clock.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

/** The demo's clock; in production it cannot be moved. */
@Controller()
export class ClockController {
  constructor(private readonly clock: MoveClock) {}

  @Answers('GET /clock')
  read(): Promise<LocalMoment> {
    return this.clock.now();
  }

  @Answers('POST /clock')
  move(@Ask() { actor, body }: Asked<'POST /clock'>): Promise<LocalMoment> {
    return this.clock.run(actor, body);
  }
}
