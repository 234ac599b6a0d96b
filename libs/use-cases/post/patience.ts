/** A case that passed its moment so long ago was slept over: nobody but a worker that starts has such cases. */
export const SLEPT_OVER_MS = 60_000;
/** How long a digest waits for them. */
const PATIENCE_MS = 2 * 60_000;
/** How often it is looked whether they have been looked at. */
export const LOOK_AGAIN_MS = 5_000;
/** After having waited for nothing, as for a case that cannot be looked at, this long is not waited for later ones. */
const REST_MS = 10 * 60_000;

/**
 * How long the post waits for cases of a union that were slept over, so that a digest does not go with the first that is
 * looked at while the others wait for another day. Of this worker alone: another one has its own patience.
 */
export class Patience {
  private readonly waited = new Map<string, { since: number; upTo: number }>();

  /**
   * @param latest moment of the last of the cases that were slept over; none when all were looked at.
   * @param now milliseconds since the epoch.
   */
  waits(union: string, latest: number | undefined, now: number): boolean {
    if (latest === undefined) {
      this.waited.delete(union);
      return false;
    }
    const before = this.waited.get(union);
    if (before === undefined || (now - before.since > REST_MS && latest > before.upTo)) {
      this.waited.set(union, { since: now, upTo: latest });
      return true;
    }
    return now - before.since < PATIENCE_MS;
  }
}
