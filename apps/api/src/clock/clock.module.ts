import { Module } from '@nestjs/common';
import { MoveClock } from '#use-cases/demo/move-clock.js';
import { ClockController } from './clock.controller.js';

/** The product’s clock. */
@Module({
  controllers: [ClockController],
  providers: [MoveClock],
})
export class ClockModule {}
