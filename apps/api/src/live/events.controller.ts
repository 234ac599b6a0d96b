import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recognise } from '#use-cases/identity/recognise.js';
import { Refusal } from '#use-cases/refusal.js';
import type { CookieOptions } from '../identity/session-cookie.js';
import { COOKIE_OPTIONS, shownBy } from '../identity/signed-in.guard.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';
import { takeOver } from '../take-over.js';
import { LiveStreams } from './live-streams.js';

@Controller()
export class EventsController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly recognise: Recognise,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  @Answers('GET /events')
  open(
    @Ask() { actor }: Asked<'GET /events'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const { person } = actor;
    this.streams.demandRoom(person);
    const shown = shownBy(request, this.cookies);
    const response = takeOver(reply);
    // A proxy must not gather what is said.
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') return void response.end();
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
