import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recognise } from '#use-cases/identity/recognise.js';
import { Refusal } from '#use-cases/refusal.js';
import type { CookieOptions } from '../identity/session-cookie.js';
import { COOKIE_OPTIONS, shownBy } from '../identity/signed-in.guard.js';
import { type SignedIn, Who } from '../identity/signed-in.js';
import { takeOver } from '../take-over.js';
import { LiveStreams } from './live-streams.js';

@ApiTags('live')
@Controller('events')
export class EventsController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly recognise: Recognise,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  @Get()
  @ApiProduces('text/event-stream')
  @ApiOperation({
    operationId: 'events',
    summary: 'Dice «changed» quando qualcosa è cambiato, senza dire che cosa: chi vuole saperlo lo chiede.',
  })
  open(@Who() { actor }: SignedIn, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { person } = actor;
    this.streams.demandRoom(person);
    const shown = shownBy(request, this.cookies);
    const response = takeOver(reply);
    // A proxy must not gather what is said.
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    this.streams.open(
      { person, response, stillSignedIn: () => this.isStillSignedIn(shown, person) },
      request.headers['last-event-id'] !== undefined,
    );
  }

  private async isStillSignedIn(shown: ReturnType<typeof shownBy>, person: string): Promise<boolean> {
    try {
      return (await this.recognise.run(shown)).person === person;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
