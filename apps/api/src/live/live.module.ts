import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { EventsController } from './events.controller.js';
import { LiveStreams } from './live-streams.js';

/** The line that says that something changed. */
@Module({
  imports: [IdentityModule],
  controllers: [EventsController],
  providers: [LiveStreams],
})
export class LiveModule {}
