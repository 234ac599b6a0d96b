import type { MessageState } from '#contracts/messages.js';

/** What the address calls each state. */
export const STATES = {
  partenza: 'pending',
  partiti: 'sent',
  saltati: 'skipped',
  falliti: 'failed',
} as const satisfies Record<string, MessageState>;
export type StateName = keyof typeof STATES;
