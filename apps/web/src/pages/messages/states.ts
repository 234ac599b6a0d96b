import type { MessageState } from '#contracts/messages.js';

/** What the address calls each state, in the order of the page. */
export const STATES = {
  pending: 'partenza',
  sent: 'partiti',
  skipped: 'saltati',
  failed: 'falliti',
} as const satisfies Record<MessageState, string>;

export const ALL_STATES = Object.keys(STATES) as MessageState[];
