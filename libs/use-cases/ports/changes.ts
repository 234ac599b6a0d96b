/** `changed`: something that pages show. `signedOut`: a session, a token or an account ended before its time. */
export type Change = 'changed' | 'signedOut';

/** What others commit, told without content: whoever cares looks again. */
export abstract class Changes {
  /**
   * Tells every change until it is ended; after an interruption it tells both kinds, since some may have been missed.
   * @returns what ends it.
   */
  abstract listen(heard: (change: Change) => void): () => void;
}
