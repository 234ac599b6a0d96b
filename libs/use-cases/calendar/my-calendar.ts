import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Calendars } from '../ports/calendars.js';
import { Secrets } from '../ports/secrets.js';

/** The secret address under which a person's calendar program reads their terms. */
@Injectable()
export class MyCalendar {
  constructor(
    private readonly calendars: Calendars,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** Instant (milliseconds) at which it was made; undefined while there is none. */
  since(person: string): Promise<number | undefined> {
    return this.calendars.since(person);
  }

  /** Makes one; an earlier one answers nothing any more. @returns the secret, which is shown once. */
  async make(person: string): Promise<string> {
    const { secret, hash } = this.secrets.make();
    await this.calendars.keep(person, hash, await this.clock.now());
    return secret;
  }

  end(person: string): Promise<void> {
    return this.calendars.end(person);
  }
}
