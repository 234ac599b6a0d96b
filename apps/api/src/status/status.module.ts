import { Module } from '@nestjs/common';
import { StatusController } from './status.controller.js';

/** Whether the service works. */
@Module({
  controllers: [StatusController],
})
export class StatusModule {}
