/**
 * How what is asked of the record is tried, as a local activity. A longer pause than a local one may last is a durable
 * timer: a case that cannot be looked at rests, and the worker that tried can be stopped.
 */
export const AT_HOME = {
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '3 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '5 minutes' },
} as const;
