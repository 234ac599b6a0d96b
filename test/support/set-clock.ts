import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { Clock, type ClockReading } from '#use-cases/clock.js';

/** A clock that stands where a test puts it. */
export class SetClock extends Clock {
  constructor(private at: number) {
    super();
  }

  static at(date: LocalDate, time = '09:00'): SetClock {
    return new SetClock(epochMs(instantAt(date, time)));
  }

  set(date: LocalDate, time = '09:00'): void {
    this.at = epochMs(instantAt(date, time));
  }

  override async read(): Promise<ClockReading> {
    return { now: this.at, offsetMs: 0 };
  }
}
