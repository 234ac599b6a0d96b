import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { CalendarAnswer, NewCalendarAnswer } from '#contracts/calendar.js';
import { MyCalendar } from '#use-cases/calendar/my-calendar.js';
import { ReadCalendar } from '#use-cases/calendar/read-calendar.js';
import { Refusal } from '#use-cases/refusal.js';
import { Open, type SignedIn, Who } from '../identity/signed-in.js';
import { deadlinesCalendar } from './deadlines-calendar.js';

/** Injection token: address of the pages, or undefined where there are none of their own. */
export const PAGES_URL = Symbol('PagesUrl');

/** A person's terms in the calendar that they use anyway. */
@ApiTags('calendar')
@Controller()
export class CalendarController {
  constructor(
    private readonly myCalendar: MyCalendar,
    private readonly readCalendar: ReadCalendar,
    @Inject(PAGES_URL) private readonly pagesUrl: string | undefined,
  ) {}

  @Get('me/calendar')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'readCalendar',
    summary: 'Se le mie scadenze hanno un indirizzo, e da quando.',
  })
  async read(@Who() { profile }: SignedIn): Promise<CalendarAnswer> {
    const since = await this.myCalendar.since(profile.person);
    return { since: since === undefined ? null : new Date(since).toISOString() };
  }

  @Post('me/calendar')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'makeCalendar',
    summary: 'Crea l’indirizzo segreto delle mie scadenze; quello di prima non vale più.',
  })
  async make(
    @Who() { profile, session }: SignedIn,
    @Req() request: FastifyRequest,
  ): Promise<NewCalendarAnswer> {
    // A token that leaked must not be able to outlive itself.
    if (session === undefined) {
      throw new Refusal('CAL-01', 'L’indirizzo del calendario si crea dalla pagina Scadenze: accedi.');
    }
    const secret = await this.myCalendar.make(profile.person);
    return { address: `${this.base(request)}/calendario/${secret}.ics` };
  }

  @Delete('me/calendar')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endCalendar', summary: 'Chiude l’indirizzo delle mie scadenze.' })
  async end(@Who() { profile }: SignedIn): Promise<void> {
    await this.myCalendar.end(profile.person);
  }

  @Open()
  @Get('calendario/:file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'inline; filename="scadenze.ics"')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'subscribeCalendar',
    summary: 'Le scadenze di una persona, per il suo calendario (iCalendar).',
    description:
      'Il nome del file è il segreto seguito da `.ics`: chi lo ha legge le scadenze, e nient’altro.',
  })
  async subscribe(@Param('file') file: string, @Req() request: FastifyRequest): Promise<string> {
    const answer = await this.readCalendar.run(file.replace(/\.ics$/, ''), request.ip);
    return deadlinesCalendar(answer, this.base(request));
  }

  private base({ protocol, host }: FastifyRequest): string {
    return this.pagesUrl ?? `${protocol}://${host}`;
  }
}
