/** The largest file that is taken, in bytes: 50 MiB. */
export const MOST_BYTES = 50 * 1_048_576;
