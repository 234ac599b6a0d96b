import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { Clock, type ClockReading } from '#use-cases/clock.js';

/** The clock of a story that is being told: it stands where the teller puts it, so that a year takes seconds. */
export class StandingClock extends Clock {
  constructor(private at: number) {
    super();
  }

  /** @throws Error when it would go back: what is on record would lie in the future. */
  moveTo(at: number): void {
    if (at < this.at) throw new Error(`the story goes back from ${stamp(this.at)} to ${stamp(at)}`);
    this.at = at;
  }

  get moment(): number {
    return this.at;
  }

  override async read(): Promise<ClockReading> {
    return { now: this.at, offsetMs: this.at - Date.now() };
  }
}

/** Milliseconds since the epoch of an hour in Rome. */
export function momentOf(date: LocalDate, time: string): number {
  return epochMs(instantAt(date, time));
}

function stamp(at: number): string {
  return new Date(at).toISOString();
}
