/** One reading of the clock. */
export interface ClockReading {
  /** Milliseconds since the epoch, with the demo's offset where there is one. */
  readonly now: number;
  /** Milliseconds by which `now` is ahead of the real clock; negative when it is behind, 0 but in a demo. */
  readonly offsetMs: number;
}

/** The product's one source of time. Legal time and plans use it; sessions, limits and logs use the real clock. */
export abstract class Clock {
  abstract read(): Promise<ClockReading>;

  /** Milliseconds since the epoch, with the demo's offset where there is one. */
  async now(): Promise<number> {
    return (await this.read()).now;
  }
}
