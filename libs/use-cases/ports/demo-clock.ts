/** The offset of the demo's clock. */
export abstract class DemoClock {
  abstract readonly movable: boolean;
  /** The next moment at which something is due or a mail goes; undefined when nothing is. */
  abstract nextMoment(now: number): Promise<number | undefined>;
  /** Moves the clock and wakes every stream, in one transaction. */
  abstract moveTo(person: string, at: number): Promise<void>;
}
