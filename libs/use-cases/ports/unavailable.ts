/** What keeps the records is away, full or too busy: the same may be asked again later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  /** @param mayBeDone it went away while it was committing: nobody knows whether it did. */
  constructor(
    reason: string,
    readonly mayBeDone = false,
  ) {
    super(reason);
  }
}
