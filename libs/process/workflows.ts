import { defineSignal } from '@temporalio/workflow';

/** A wake-up has no content: whoever gets it looks at what stands on record. Lost, doubled or late, it harms nothing. */
export const wake = defineSignal('wake');

/** Ticket offices: cases by one queue, mail by another, so that a slow mail server holds up no decision. */
export const QUEUES = { cases: 'capofila', post: 'post' } as const;

export type ProcessKind = 'call' | 'application' | 'post' | 'files';

/** Names under which the worker finds the workflows; the files in `workflows/` export functions of these names. */
export const WORKFLOWS = {
  call: 'callProcess',
  application: 'applicationProcess',
  post: 'postProcess',
  files: 'filesProcess',
} as const;

export function queueOf(kind: ProcessKind): string {
  return kind === 'post' ? QUEUES.post : QUEUES.cases;
}
