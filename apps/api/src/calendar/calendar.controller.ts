import { Controller, Header, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CalendarAnswer, NewCalendarAnswer } from '#contracts/calendar.js';
import { MyCalendar } from '#use-cases/calendar/my-calendar.js';
import { ReadCalendar } from '#use-cases/calendar/read-calendar.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';
import { deadlinesCalendar } from './deadlines-calendar.js';

/** Injection token: address of the pages, or undefined where there are none of their own. */
export const PAGES_URL = Symbol('PagesUrl');

/** A person's terms in the calendar that they use anyway. */
@Controller()
export class CalendarController {
  constructor(
    private readonly myCalendar: MyCalendar,
    private readonly readCalendar: ReadCalendar,
    @Inject(PAGES_URL) private readonly pagesUrl: string | undefined,
  ) {}

  @Answers('GET /me/calendar')
  async read(@Ask() { profile }: Asked<'GET /me/calendar'>): Promise<CalendarAnswer> {
    const since = await this.myCalendar.since(profile.person);
    return { since: since === undefined ? null : new Date(since).toISOString() };
  }

  @Answers('POST /me/calendar')
  async make(
    @Ask() { profile }: Asked<'POST /me/calendar'>,
    @Req() request: FastifyRequest,
  ): Promise<NewCalendarAnswer> {
    const secret = await this.myCalendar.make(profile.person);
    return { address: `${this.base(request)}/calendario/${secret}.ics` };
  }

  @Answers('DELETE /me/calendar')
  async end(@Ask() { profile }: Asked<'DELETE /me/calendar'>): Promise<void> {
    await this.myCalendar.end(profile.person);
  }

  @Answers('GET /calendario/:file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'inline; filename="scadenze.ics"')
  async subscribe(
    @Ask() { params }: Asked<'GET /calendario/:file'>,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const answer = await this.readCalendar.run(params.file.replace(/\.ics$/, ''), request.ip);
    return deadlinesCalendar(answer, this.base(request));
  }

  private base({ protocol, host }: FastifyRequest): string {
    return this.pagesUrl ?? `${protocol}://${host}`;
  }
}
