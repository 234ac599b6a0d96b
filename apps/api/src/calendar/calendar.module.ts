import { Module } from '@nestjs/common';
import { MyCalendar } from '#use-cases/calendar/my-calendar.js';
import { ReadCalendar } from '#use-cases/calendar/read-calendar.js';
import { ListDeadlines } from '#use-cases/desk/list-deadlines.js';
import { CalendarController } from './calendar.controller.js';

/** A person’s terms as a calendar. */
@Module({
  controllers: [CalendarController],
  providers: [MyCalendar, ReadCalendar, ListDeadlines],
})
export class CalendarModule {}
