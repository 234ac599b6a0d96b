import { z } from 'zod';
import { instant } from './moment.js';

/** How the service does, as anybody may ask. */
export const serviceStatus = z
  .strictObject({
    status: z.enum(['ok', 'delayed']),
    /** One Italian sentence. */
    detail: z.string(),
    /** Seconds for which the oldest wake-up has waited; 0 when none waits. */
    waitingSeconds: z.int(),
    /** Minutes for which the mail server has taken nothing; 0 while it does. */
    mailWaitsMinutes: z.int(),
    /** When all stored files were last read and held against the record; null before that was done once. */
    filesReadAt: instant.nullable(),
    /** How many stored files are to be restored from a backup. */
    filesToRestore: z.int(),
    /** A demo: everything here is invented, and people are one click away. */
    demo: z.boolean(),
  })
  .meta({ id: 'ServiceStatus' });
export type ServiceStatus = z.infer<typeof serviceStatus>;
